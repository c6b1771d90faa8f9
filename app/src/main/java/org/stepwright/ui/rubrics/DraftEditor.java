package org.stepwright.ui.rubrics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.stepwright.rubric.Change;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.LintFinding;
import org.stepwright.rubric.LintFix;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.RubricHead;
import org.stepwright.storage.RubricStore;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.verify.VerifierCatalog;

/**
 * The open draft. Every change is saved at once in the background; a published version never
 * changes. Used from the UI thread.
 */
final class DraftEditor {
    private final VerifierCatalog verifiers;
    private final StringProperty trouble;
    private final DraftSaver saver;
    private final DraftFacts facts;
    private final DraftHistory history = new DraftHistory();
    private int held;

    private final ObjectProperty<Rubric> draft = new SimpleObjectProperty<>();
    private final IntegerProperty stage = new SimpleIntegerProperty(RubricEdits.EVERY_STEP);
    private final StringProperty open = new SimpleStringProperty("");
    private final ObjectProperty<DraftView> view = new SimpleObjectProperty<>();
    private final ObjectProperty<Instant> savedAt = new SimpleObjectProperty<>();
    private final IntegerProperty undoDepth = new SimpleIntegerProperty();
    private final BooleanProperty canRedo = new SimpleBooleanProperty();

    /**
     * @param store where drafts go
     * @param verifiers the kinds of verifier that criteria can name
     * @param traces the workspace's traces
     * @param tasks background work
     * @param listed hears what rubrics there are after each save
     * @param trouble takes what goes wrong, one plain sentence; empty if nothing
     */
    DraftEditor(
            RubricStore store,
            VerifierCatalog verifiers,
            StagesSeen.Traces traces,
            FxTasks tasks,
            Consumer<List<RubricHead>> listed,
            StringProperty trouble) {
        this.verifiers = verifiers;
        this.trouble = trouble;
        this.saver =
                new DraftSaver(
                        store,
                        tasks,
                        heads -> {
                            listed.accept(heads);
                            savedAt.set(Instant.now());
                            trouble.set("");
                        },
                        trouble::set);
        this.facts = new DraftFacts(tasks, verifiers, traces, draft::get, trouble::set);
        stage.addListener((o, before, after) -> look());
        open.addListener((o, before, after) -> look());
    }

    /** Shows another rubric, with nothing to undo. */
    void open(Rubric rubric, List<RubricVersion> published) {
        history.clear();
        undoDepth.set(0);
        canRedo.set(false);
        trouble.set("");
        together(
                () -> {
                    draft.set(rubric);
                    stage.set(rubric.stages().isEmpty() ? RubricEdits.EVERY_STEP : 0);
                    open.set("");
                });
        facts.open(published);
    }

    /** The open rubric has been published. */
    void published(List<RubricVersion> now) {
        trouble.set("");
        facts.published(now);
    }

    /** Changes the draft; what is in sight stays. See {@link #edit(UnaryOperator, Consumer)}. */
    Optional<String> edit(UnaryOperator<Rubric> change) {
        return edit(change, after -> {});
    }

    /**
     * Changes the draft and what of it is in sight at once, and saves it. A change that the
     * rubric's own rules refuse leaves it as it was.
     *
     * @param change gives the changed rubric
     * @param then looks elsewhere, with the changed rubric as the draft already; called when the
     *     change was taken and changed something
     * @return why the change was refused, one plain sentence; empty when it was taken
     */
    Optional<String> edit(UnaryOperator<Rubric> change, Consumer<Rubric> then) {
        Rubric before = draft.get();
        if (before == null) {
            return Optional.empty();
        }
        Rubric after;
        try {
            after = change.apply(before);
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
        if (!after.equals(before)) {
            history.changed(before, after, new DraftHistory.Spot(view.get().stageId(), open.get()));
            together(
                    () -> {
                        show(after);
                        then.accept(after);
                    });
            saved(after);
        }
        return Optional.empty();
    }

    /** Like {@link #edit(UnaryOperator)}; a refusal is told above the screen. */
    void editOrSay(UnaryOperator<Rubric> change) {
        edit(change).ifPresent(trouble::set);
    }

    /**
     * Adds a criterion and opens it.
     *
     * @param at its stage, from 0; -1 for every step
     * @param title its title
     * @return its id; empty when there is no draft or it was refused
     */
    Optional<String> addCriterion(int at, String title) {
        Optional<String> refused =
                edit(
                        r -> CriteriaEdits.add(r, at, title),
                        after -> {
                            List<Criterion> criteria = CriteriaEdits.of(after, at);
                            stage.set(at);
                            open.set(criteria.get(criteria.size() - 1).id());
                        });
        refused.ifPresent(trouble::set);
        boolean added = refused.isEmpty() && draft.get() != null;
        return added ? Optional.of(open.get()) : Optional.empty();
    }

    /** Makes the change that lint offers for this draft; it can be undone like every other. */
    void mend(LintFix fix) {
        editOrSay(fix::applyTo);
    }

    /** Takes the last change back and shows where it was made. */
    void undo() {
        history.undo().ifPresent(this::back);
    }

    /** Makes the last change that was taken back again and shows where. */
    void redo() {
        history.redo().ifPresent(this::back);
    }

    private void back(DraftHistory.Moment moment) {
        Rubric rubric = moment.rubric();
        together(
                () -> {
                    show(rubric);
                    stage.set(RubricEdits.indexOfStage(rubric, moment.spot().stage()));
                    open.set(moment.spot().criterion());
                });
        saved(rubric);
    }

    /** The stage in sight stays in sight while it is there, wherever it moved. */
    private void show(Rubric rubric) {
        String id = view.get().stageId();
        int same = RubricEdits.indexOfStage(rubric, id);
        boolean gone = same == RubricEdits.EVERY_STEP && !id.isEmpty();
        draft.set(rubric);
        stage.set(gone ? Math.min(stage.get(), rubric.stages().size() - 1) : same);
    }

    /** Several changes of what is in sight reach the screen as one. */
    private void together(Runnable changing) {
        held++;
        try {
            changing.run();
        } finally {
            held--;
        }
        look();
    }

    private void look() {
        if (held > 0 || draft.get() == null) {
            return;
        }
        boolean there = CriteriaEdits.place(draft.get(), open.get()).isPresent();
        held++;
        open.set(there ? open.get() : "");
        held--;
        view.set(new DraftView(draft.get(), stage.get(), open.get()));
    }

    private void saved(Rubric rubric) {
        undoDepth.set(history.depth());
        canRedo.set(history.canRedo());
        facts.follow();
        saver.save(rubric);
    }

    /** There may be other traces in the workspace now. */
    void tracesChanged() {
        facts.tracesChanged();
    }

    /** The workspace closes: what is not on disk yet is written now. */
    void close() {
        saver.close();
    }

    /** The kinds of verifier that criteria can name. */
    VerifierCatalog verifiers() {
        return verifiers;
    }

    /** What lint says of the draft. */
    ObservableList<LintFinding> findings() {
        return facts.findings();
    }

    /** The open rubric's published versions. */
    ObservableList<RubricVersion> versions() {
        return facts.versions();
    }

    /** What the draft changes against the latest version; empty when there is none. */
    ObservableList<Change> changes() {
        return facts.changes();
    }

    /** The open draft, null when none is open; change it through {@link #edit}. */
    ReadOnlyObjectProperty<Rubric> draft() {
        return draft;
    }

    /** The stage that is shown, from 0; -1 for the criteria of every step. */
    IntegerProperty stage() {
        return stage;
    }

    /** The criterion that is open for editing, by its id; empty for none. */
    StringProperty openCriterion() {
        return open;
    }

    /** The draft with what of it is in sight, null when none is open; changes in one go. */
    ReadOnlyObjectProperty<DraftView> view() {
        return view;
    }

    /** Whether there is something to publish: the draft is no copy of the latest version. */
    ReadOnlyBooleanProperty differs() {
        return facts.differs();
    }

    /** When the draft was last on disk; null before the first change. */
    ReadOnlyObjectProperty<Instant> savedAt() {
        return savedAt;
    }

    /** How many changes can be taken back. */
    IntegerProperty undoDepth() {
        return undoDepth;
    }

    /** Whether a change that was taken back can be made again. */
    ReadOnlyBooleanProperty canRedo() {
        return canRedo;
    }
}
