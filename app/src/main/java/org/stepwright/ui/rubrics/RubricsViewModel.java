package org.stepwright.ui.rubrics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.RubricHead;
import org.stepwright.storage.RubricStore;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;
import org.stepwright.verify.VerifierCatalog;
import org.stepwright.work.WorkFailed;

/** The rubrics of a workspace: the list, what starts a new one, publishing. UI thread only. */
public final class RubricsViewModel {
    private final RubricStore store;
    private final Supplier<List<Rubric>> templates;
    private final Supplier<Map<String, Long>> countLabels;
    private final FxTasks tasks;
    private final Messages texts;
    private final DraftEditor editor;

    private final ObservableList<RubricHead> rubrics = FXCollections.observableArrayList();
    private final ObservableList<Rubric> gallery = FXCollections.observableArrayList();
    private final StringProperty trouble = new SimpleStringProperty("");
    private final ObjectProperty<Map<String, Long>> labelCounts =
            new SimpleObjectProperty<>(Map.of());
    private final BooleanProperty loaded = new SimpleBooleanProperty();

    /**
     * @param store the workspace's rubrics
     * @param templates reads the bundled templates, off the UI thread
     * @param countLabels counts labels by rubric version, off the UI thread
     * @param verifiers the kinds of verifier that criteria can name
     * @param traces reads the workspace's traces, off the UI thread
     * @param tasks background work
     * @param texts the screen's texts
     */
    RubricsViewModel(
            RubricStore store,
            Supplier<List<Rubric>> templates,
            Supplier<Map<String, Long>> countLabels,
            VerifierCatalog verifiers,
            StagesSeen.Traces traces,
            FxTasks tasks,
            Messages texts) {
        this.store = store;
        this.templates = templates;
        this.countLabels = countLabels;
        this.tasks = tasks;
        this.texts = texts;
        this.editor = new DraftEditor(store, verifiers, traces, tasks, rubrics::setAll, trouble);
    }

    /** Reads the list of rubrics and templates, and opens the first rubric when none is open. */
    public void load() {
        boolean galleryMissing = gallery.isEmpty();
        tasks.query(
                () ->
                        new Loaded(
                                store.list(),
                                galleryMissing ? templates.get() : List.of(),
                                countLabels.get()),
                this::show,
                trouble::set);
    }

    private record Loaded(List<RubricHead> heads, List<Rubric> bundled, Map<String, Long> labels) {}

    private record Opened(Rubric rubric, List<RubricVersion> published) {}

    private void show(Loaded read) {
        rubrics.setAll(read.heads());
        labelCounts.set(read.labels());
        if (gallery.isEmpty()) {
            gallery.setAll(read.bundled());
        }
        loaded.set(true);
        if (editor.draft().get() == null && !read.heads().isEmpty()) {
            open(read.heads().get(0).rubricId());
        }
    }

    /**
     * Opens a rubric's draft; where there is none, its latest version becomes the draft.
     *
     * @param rubricId the rubric
     */
    public void open(String rubricId) {
        tasks.query(
                () -> read(rubricId),
                opened -> editor.open(opened.rubric(), opened.published()),
                trouble::set);
    }

    private Opened read(String rubricId) {
        List<RubricVersion> published = store.versions(rubricId);
        Rubric content =
                store.draft(rubricId)
                        .or(() -> DraftFacts.latest(published).map(RubricVersion::rubric))
                        .orElseThrow(() -> new WorkFailed(texts.text("gone")));
        return new Opened(content, published);
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
            return Optional.of(texts.text("new.untitled"));
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
     * Publishes the draft as the next version.
     *
     * @param note what changed, maybe empty
     * @param done called with the new version
     */
    public void publish(String note, Consumer<RubricVersion> done) {
        Rubric content = editor.draft().get();
        if (content == null) {
            trouble.set(texts.text("publish.none"));
            return;
        }
        if (!editor.differs().get()) {
            trouble.set(texts.text("publish.same"));
            return;
        }
        tasks.query(
                () -> {
                    store.saveDraft(content);
                    store.publish(content.id(), note);
                    return new Published(store.versions(content.id()), store.list());
                },
                after -> {
                    rubrics.setAll(after.heads());
                    if (content.id().equals(editor.draft().get().id())) {
                        editor.published(after.versions());
                    }
                    DraftFacts.latest(after.versions()).ifPresent(done);
                },
                trouble::set);
    }

    private record Published(List<RubricVersion> versions, List<RubricHead> heads) {}

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
     * @return how many labels were made under each version, by the version's key; versions without
     *     labels are left out
     */
    public ReadOnlyObjectProperty<Map<String, Long>> labelCounts() {
        return labelCounts;
    }

    /**
     * @return the open draft
     */
    DraftEditor editor() {
        return editor;
    }

    /**
     * @return what went wrong last, one plain sentence; empty if nothing
     */
    public StringProperty trouble() {
        return trouble;
    }

    /**
     * @return whether the first reading is done
     */
    public ReadOnlyBooleanProperty loaded() {
        return loaded;
    }
}
