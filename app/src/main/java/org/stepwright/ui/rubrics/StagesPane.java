package org.stepwright.ui.rubrics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.rubric.Rubric;
import org.stepwright.storage.RubricHead;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** The left column: which rubric, its stages in order, its versions. */
final class StagesPane {
    static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final RubricsViewModel model;
    private final Messages texts;
    private final VBox root = new VBox(10);
    private final ComboBox<RubricHead> choice = new ComboBox<>();
    private final StageList stages;
    private Map<String, String> titles = Map.of();
    private boolean showing;

    /**
     * @param model the rubrics
     * @param texts the screen's texts
     * @param fresh the ways to a new rubric
     * @param stages the stages of the open one
     * @param versions its versions
     */
    StagesPane(
            RubricsViewModel model,
            Messages texts,
            NewRubricMenu fresh,
            StageList stages,
            VersionsPane versions) {
        this.model = model;
        this.texts = texts;
        this.stages = stages;
        choice();
        Button add = Kit.button(texts.text("stage.add"), this::addStage);
        add.setId("rubrics-add-stage");
        root.getChildren()
                .addAll(
                        Kit.row(Kit.heading(texts.text("choose")), Kit.spacer(), fresh.button()),
                        choice,
                        Kit.heading(texts.text("stages")),
                        stages.node(),
                        Kit.row(add, stages.everyStep()),
                        versions.node());
        VBox.setVgrow(stages.node(), Priority.SOMETIMES);
        root.getStyleClass().addAll("side-panel", "rubric-left");
        model.editor().draft().addListener((o, before, after) -> choose());
    }

    private void choice() {
        choice.setId("rubrics-choice");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(texts.text("choose"));
        HBox.setHgrow(choice, Priority.ALWAYS);
        choice.setCellFactory(list -> new HeadCell());
        choice.setButtonCell(new HeadCell());
        choice.valueProperty()
                .addListener(
                        (o, before, head) -> {
                            Rubric open = model.editor().draft().get();
                            if (!showing
                                    && head != null
                                    && (open == null || !open.id().equals(head.rubricId()))) {
                                model.open(head.rubricId());
                            }
                        });
        model.rubrics().addListener((ListChangeListener<RubricHead>) c -> heads());
        heads();
    }

    /**
     * The list is told anew after each save; only other names matter here. A box forgets its value
     * when its items are replaced, so it gets both at once.
     */
    private void heads() {
        List<RubricHead> heads = List.copyOf(model.rubrics());
        Map<String, String> now = new TreeMap<>();
        heads.forEach(h -> now.put(h.rubricId(), h.title()));
        if (!now.equals(titles)) {
            titles = now;
            showing = true;
            choice.getItems().setAll(heads);
            showing = false;
            choose();
        }
    }

    private void choose() {
        Rubric rubric = model.editor().draft().get();
        RubricHead shown = choice.getValue();
        if (rubric == null || shown != null && shown.rubricId().equals(rubric.id())) {
            return;
        }
        showing = true;
        choice.getItems().stream()
                .filter(h -> h.rubricId().equals(rubric.id()))
                .findFirst()
                .ifPresent(choice::setValue);
        showing = false;
    }

    /** Adds a stage at the end and shows it. */
    void addStage() {
        model.editor()
                .edit(
                        r -> RubricEdits.addStage(r, texts.text("stage.new")),
                        after -> model.editor().stage().set(after.stages().size() - 1));
        if (root.getScene() != null
                && root.getScene().lookup("#stage-title") instanceof TextInputControl title) {
            title.requestFocus();
            title.selectAll();
        }
    }

    Node node() {
        return root;
    }

    /** Puts the keyboard on the stages, unless somebody is elsewhere already. */
    void focus() {
        Platform.runLater(
                () -> {
                    Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
                    if (!(owner instanceof TextInputControl)) {
                        stages.node().requestFocus();
                    }
                });
    }

    private static final class HeadCell extends ListCell<RubricHead> {
        @Override
        protected void updateItem(RubricHead head, boolean empty) {
            super.updateItem(head, empty);
            setText(empty || head == null ? null : head.title());
        }
    }
}
