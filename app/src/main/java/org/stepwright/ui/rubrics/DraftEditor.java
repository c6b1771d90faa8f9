package org.stepwright.ui.rubrics;

import java.time.Instant;
import java.util.Comparator;
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
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.rubric.Change;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.LintFinding;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricDiff;
import org.stepwright.rubric.RubricLint;
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
    private final FxTasks tasks;
    private final VerifierCatalog verifiers;
    private final StringProperty trouble;
    private final DraftSaver saver;
    private final DraftHistory history = new DraftHistory();

    private final ObservableList<LintFinding> findings = FXCollections.observableArrayList();
    private final ObservableList<RubricVersion> versions = FXCollections.observableArrayList();
    private final ObservableList<Change> changes = FXCollections.observableArrayList();
    private final ObjectProperty<Rubric> draft = new SimpleObjectProperty<>();
    private final IntegerProperty stage = new SimpleIntegerProperty(RubricEdits.EVERY_STEP);
    private final ObjectProperty<Instant> savedAt = new SimpleObjectProperty<>();
    private final IntegerProperty undoDepth = new SimpleIntegerProperty();
    private final BooleanProperty canRedo = new SimpleBooleanProperty();

    /**
     * @param store where drafts go
     * @param verifiers the kinds of verifier that criteria can name
     * @param tasks background work
     * @param listed hears what rubrics there are after each save
     * @param trouble takes what goes wrong, one plain sentence; empty if nothing
     */
    DraftEditor(
            RubricStore store,
            VerifierCatalog verifiers,
            FxTasks tasks,
            Consumer<List<RubricHead>> listed,
            StringProperty trouble) {
        this.tasks = tasks;
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
    }

    /** Shows another rubric, with nothing to undo. */
    void open(Rubric rubric, List<RubricVersion> published) {
        history.clear();
        versions.setAll(published);
        stage.set(rubric.stages().isEmpty() ? RubricEdits.EVERY_STEP : 0);
        trouble.set("");
        display(rubric);
    }

    /** The open rubric has been published. */
    void published(List<RubricVersion> now) {
        versions.setAll(now);
        trouble.set("");
        display(draft.get());
    }

    /**
     * Changes the draft and saves it. A change that the rubric's own rules refuse leaves it as it
     * was.
     *
     * @param change gives the changed rubric
     * @return why the change was refused, one plain sentence; empty when it was taken
     */
    Optional<String> edit(UnaryOperator<Rubric> change) {
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
            history.changed(before);
            displayAndSave(after);
        }
        return Optional.empty();
    }

    /**
     * Adds a criterion.
     *
     * @param at its stage, from 0; -1 for every step
     * @param title its title
     * @return its id; empty when there is no draft or the rubric refused it
     */
    Optional<String> addCriterion(int at, String title) {
        Optional<String> refused = edit(r -> RubricEdits.addCriterion(r, at, title));
        if (refused.isPresent()) {
            trouble.set(refused.get());
        }
        if (refused.isPresent() || draft.get() == null) {
            return Optional.empty();
        }
        List<Criterion> criteria = RubricEdits.criteria(draft.get(), at);
        return Optional.of(criteria.get(criteria.size() - 1).id());
    }

    /** Takes the last change back. */
    void undo() {
        history.undo(draft.get()).ifPresent(this::displayAndSave);
    }

    /** Makes the last change that was taken back again. */
    void redo() {
        history.redo(draft.get()).ifPresent(this::displayAndSave);
    }

    private void displayAndSave(Rubric rubric) {
        display(rubric);
        saver.save(rubric);
    }

    private void display(Rubric rubric) {
        if (stage.get() >= rubric.stages().size()) {
            stage.set(rubric.stages().size() - 1);
        }
        draft.set(rubric);
        lint(rubric);
        changes.setAll(
                latest(versions)
                        .map(v -> RubricDiff.between(v.rubric(), rubric))
                        .orElse(List.of()));
        undoDepth.set(history.depth());
        canRedo.set(history.canRedo());
    }

    /** In the background: verifiers compile their patterns and schemas to see whether they can. */
    private void lint(Rubric rubric) {
        tasks.query(
                () -> RubricLint.check(rubric, verifiers::problem),
                found -> {
                    if (rubric == draft.get()) {
                        findings.setAll(found);
                    }
                },
                trouble::set);
    }

    static Optional<RubricVersion> latest(List<RubricVersion> published) {
        return published.stream().max(Comparator.comparingInt(RubricVersion::number));
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
        return findings;
    }

    /** The open rubric's published versions. */
    ObservableList<RubricVersion> versions() {
        return versions;
    }

    /** What the draft changes against the latest version; empty when there is none. */
    ObservableList<Change> changes() {
        return changes;
    }

    /** The open draft, null when none is open; change it through {@link #edit}. */
    ReadOnlyObjectProperty<Rubric> draft() {
        return draft;
    }

    /** The stage that is shown, from 0; -1 for the criteria of every step. */
    IntegerProperty stage() {
        return stage;
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
