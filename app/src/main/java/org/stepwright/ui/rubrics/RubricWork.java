package org.stepwright.ui.rubrics;

/** What the keys and the buttons of the editor do. */
final class RubricWork implements RubricKeys.Actions {
    private final RubricsViewModel model;
    private final StageEditor editor;
    private final StageList stages;
    private final CriterionCards cards;
    private final LintPanel lint;
    private final RubricPages pages;
    private final PublishForm publishing;
    private PanelFold fold;

    RubricWork(
            RubricsViewModel model,
            StageEditor editor,
            StageList stages,
            CriterionCards cards,
            LintPanel lint,
            RubricPages pages,
            PublishForm publishing) {
        this.model = model;
        this.editor = editor;
        this.stages = stages;
        this.cards = cards;
        this.lint = lint;
        this.pages = pages;
        this.publishing = publishing;
    }

    /** The right panel, which is laid out after the page whose buttons call this. */
    void fold(PanelFold panel) {
        fold = panel;
    }

    @Override
    public void move(int by) {
        editor.commit(); // what is being typed goes in first
        String criterion = stages.focused() ? "" : editor.currentCriterion();
        if (criterion.isEmpty()) {
            stages.move(by);
        } else {
            cards.move(criterion, by);
        }
    }

    @Override
    public void undo() {
        if (!editor.takeBack()) {
            model.editor().undo();
        }
    }

    @Override
    public void redo() {
        editor.commit();
        model.editor().redo();
    }

    @Override
    public void finding(int by) {
        lint.next(by);
    }

    @Override
    public void publish() {
        editor.commit();
        publishing.open();
    }

    @Override
    public void diff() {
        editor.commit();
        pages.diff();
    }

    @Override
    public void tryOut() {
        editor.commit();
        pages.tryOut();
    }

    @Override
    public void panel() {
        fold.toggle();
    }

    @Override
    public void addCriterion() {
        editor.addCriterion();
    }

    @Override
    public boolean close() {
        return fold.close() || editor.close();
    }
}
