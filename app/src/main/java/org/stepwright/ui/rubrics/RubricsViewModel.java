package org.stepwright.ui.rubrics;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.rubric.Change;
import org.stepwright.rubric.LintFinding;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricDiff;
import org.stepwright.rubric.RubricLint;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.RubricHead;
import org.stepwright.storage.RubricStore;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.work.WorkFailed;

/**
 * What the Rubrics screen shows and does. Every change of the draft is saved at once in the
 * background; a published version never changes. Used from the UI thread.
 */
public final class RubricsViewModel {
    private final RubricStore store;
    private final Supplier<List<Rubric>> templates;
    private final FxTasks tasks;
    private final DraftHistory history = new DraftHistory();

    private final ObservableList<RubricHead> rubrics = FXCollections.observableArrayList();
    private final ObservableList<Rubric> gallery = FXCollections.observableArrayList();
    private final ObservableList<LintFinding> findings = FXCollections.observableArrayList();
    private final ObservableList<RubricVersion> versions = FXCollections.observableArrayList();
    private final ObservableList<Change> changes = FXCollections.observableArrayList();
    private final ObjectProperty<Rubric> draft = new SimpleObjectProperty<>();
    private final IntegerProperty stage = new SimpleIntegerProperty(RubricEdits.EVERY_STEP);
    private final ObjectProperty<Instant> savedAt = new SimpleObjectProperty<>();
    private final StringProperty trouble = new SimpleStringProperty("");
    private final IntegerProperty undoDepth = new SimpleIntegerProperty();
    private final BooleanProperty canRedo = new SimpleBooleanProperty();
    private final BooleanProperty loaded = new SimpleBooleanProperty();

    private boolean saving;
    private Rubric unsaved;

    /**
     * @param store the workspace's rubrics
     * @param templates reads the bundled templates, off the UI thread
     * @param tasks background work
     */
    public RubricsViewModel(RubricStore store, Supplier<List<Rubric>> templates, FxTasks tasks) {
        this.store = store;
        this.templates = templates;
        this.tasks = tasks;
    }

    /** Reads the list of rubrics and templates, and opens the first rubric when none is open. */
    public void load() {
        boolean galleryMissing = gallery.isEmpty();
        tasks.query(
                () -> new Loaded(store.list(), galleryMissing ? templates.get() : List.of()),
                this::show,
                trouble::set);
    }

    private record Loaded(List<RubricHead> heads, List<Rubric> bundled) {}

    private record Opened(Rubric rubric, List<RubricVersion> published) {}

    private void show(Loaded read) {
        rubrics.setAll(read.heads());
        if (gallery.isEmpty()) {
            gallery.setAll(read.bundled());
        }
        loaded.set(true);
        if (draft.get() == null && !read.heads().isEmpty()) {
            open(read.heads().get(0).rubricId());
        }
    }

    /**
     * Opens a rubric's draft; where there is none, its latest version becomes the draft.
     *
     * @param rubricId the rubric
     */
    public void open(String rubricId) {
        tasks.query(() -> read(rubricId), this::show, trouble::set);
    }

    private Opened read(String rubricId) {
        List<RubricVersion> published = store.versions(rubricId);
        Rubric content =
                store.draft(rubricId)
                        .or(() -> latest(published).map(RubricVersion::rubric))
                        .orElseThrow(
                                () ->
                                        new WorkFailed(
                                                "That rubric is no longer in this workspace."));
        return new Opened(content, published);
    }

    private void show(Opened opened) {
        history.clear();
        versions.setAll(opened.published());
        stage.set(opened.rubric().stages().isEmpty() ? RubricEdits.EVERY_STEP : 0);
        trouble.set("");
        display(opened.rubric());
    }

    /**
     * Starts a rubric of its own from a template's content, under an id that is not taken.
     *
     * @param template a template
     */
    public void createFrom(Rubric template) {
        create(RubricEdits.withId(template, RubricEdits.fresh(template.id(), takenIds())));
    }

    /**
     * Starts an empty rubric.
     *
     * @param title its title
     * @return why it cannot, one plain sentence; empty when it was started
     */
    public Optional<String> createEmpty(String title) {
        if (title.isBlank()) {
            return Optional.of("Give the rubric a title first.");
        }
        create(RubricEdits.empty(title.strip(), takenIds()));
        return Optional.empty();
    }

    /**
     * Takes a rubric that was read from a file; one with a taken id becomes that rubric's draft.
     *
     * @param rubric the rubric
     */
    public void create(Rubric rubric) {
        tasks.query(
                () -> {
                    store.saveDraft(rubric);
                    return store.list();
                },
                heads -> {
                    rubrics.setAll(heads);
                    open(rubric.id());
                },
                trouble::set);
    }

    private Set<String> takenIds() {
        return rubrics.stream().map(RubricHead::rubricId).collect(Collectors.toSet());
    }

    /**
     * Changes the draft and saves it. A change that the rubric's own rules refuse leaves it as it
     * was.
     *
     * @param change gives the changed rubric
     * @return why the change was refused, one plain sentence; empty when it was taken
     */
    public Optional<String> edit(UnaryOperator<Rubric> change) {
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
            display(after);
            save(after);
        }
        return Optional.empty();
    }

    /** Takes the last change back. */
    public void undo() {
        history.undo(draft.get()).ifPresent(this::displayAndSave);
    }

    /** Makes the last change that was taken back again. */
    public void redo() {
        history.redo(draft.get()).ifPresent(this::displayAndSave);
    }

    private void displayAndSave(Rubric rubric) {
        display(rubric);
        save(rubric);
    }

    /**
     * Publishes the draft as the next version.
     *
     * @param note what changed, maybe empty
     * @param done called with the new version
     */
    public void publish(String note, Consumer<RubricVersion> done) {
        Rubric content = draft.get();
        tasks.query(
                () -> {
                    store.saveDraft(content);
                    store.publish(content.id(), note);
                    return new Published(store.versions(content.id()), store.list());
                },
                after -> {
                    versions.setAll(after.versions());
                    rubrics.setAll(after.heads());
                    trouble.set("");
                    display(draft.get());
                    latest(after.versions()).ifPresent(done);
                },
                trouble::set);
    }

    private record Published(List<RubricVersion> versions, List<RubricHead> heads) {}

    private void display(Rubric rubric) {
        if (stage.get() >= rubric.stages().size()) {
            stage.set(rubric.stages().size() - 1);
        }
        draft.set(rubric);
        findings.setAll(RubricLint.check(rubric));
        changes.setAll(
                latest(versions)
                        .map(v -> RubricDiff.between(v.rubric(), rubric))
                        .orElse(List.of()));
        undoDepth.set(history.depth());
        canRedo.set(history.canRedo());
    }

    /** Saves one draft at a time; while one is being written only the newest waits. */
    private void save(Rubric rubric) {
        if (saving) {
            unsaved = rubric;
            return;
        }
        saving = true;
        tasks.query(
                () -> {
                    store.saveDraft(rubric);
                    return store.list();
                },
                heads -> {
                    rubrics.setAll(heads);
                    savedAt.set(Instant.now());
                    trouble.set("");
                    saveNext();
                },
                why -> {
                    trouble.set(why);
                    saveNext();
                });
    }

    private void saveNext() {
        saving = false;
        Rubric next = unsaved;
        unsaved = null;
        if (next != null) {
            save(next);
        }
    }

    private static Optional<RubricVersion> latest(List<RubricVersion> published) {
        return published.stream().max(Comparator.comparingInt(RubricVersion::number));
    }

    /**
     * @return the workspace's rubrics
     */
    public ObservableList<RubricHead> rubrics() {
        return rubrics;
    }

    /**
     * @return the bundled templates
     */
    public ObservableList<Rubric> gallery() {
        return gallery;
    }

    /**
     * @return what lint says of the draft
     */
    public ObservableList<LintFinding> findings() {
        return findings;
    }

    /**
     * @return the open rubric's published versions
     */
    public ObservableList<RubricVersion> versions() {
        return versions;
    }

    /**
     * @return what the draft changes against the latest version; empty when there is none
     */
    public ObservableList<Change> changes() {
        return changes;
    }

    /**
     * @return the open draft, null when none is open; change it through {@link #edit}
     */
    public ReadOnlyObjectProperty<Rubric> draft() {
        return draft;
    }

    /**
     * @return the stage that is shown, from 0; -1 for the criteria of every step
     */
    public IntegerProperty stage() {
        return stage;
    }

    /**
     * @return when the draft was last on disk; null before the first change
     */
    public ReadOnlyObjectProperty<Instant> savedAt() {
        return savedAt;
    }

    /**
     * @return what went wrong last, one plain sentence; empty if nothing
     */
    public StringProperty trouble() {
        return trouble;
    }

    /**
     * @return how many changes can be taken back
     */
    public IntegerProperty undoDepth() {
        return undoDepth;
    }

    /**
     * @return whether a change that was taken back can be made again
     */
    public ReadOnlyBooleanProperty canRedo() {
        return canRedo;
    }

    /**
     * @return whether the first reading is done
     */
    public ReadOnlyBooleanProperty loaded() {
        return loaded;
    }
}
