package org.stepwright.ui.rubrics.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
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
import org.stepwright.app.TemplateInfo;
import org.stepwright.app.Templates;
import org.stepwright.rubric.Rubric;
import org.stepwright.storage.RubricHead;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.ImportReport;
import org.stepwright.storage.format.Importer;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.task.TaskHandle;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;

/** The bundled templates, the one that is looked at, and starting a rubric from it. */
final class GalleryViewModel {
    /** A template's content and what starting from it would mean in this workspace. */
    record Look(TemplateInfo info, Rubric rubric, boolean samples) {}

    private final Templates templates;
    private final Workspace workspace;
    private final Consumer<Rubric> create;
    private final FxTasks tasks;
    private final Messages texts;

    private final ObservableList<TemplateInfo> shown = FXCollections.observableArrayList();
    private final ObjectProperty<TemplateInfo> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<Look> look = new SimpleObjectProperty<>();
    private final ObjectProperty<TaskHandle<?>> running = new SimpleObjectProperty<>();
    private final StringProperty search = new SimpleStringProperty("");
    private final StringProperty trouble = new SimpleStringProperty("");
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private List<TemplateInfo> all = List.of();
    private Set<String> taken = Set.of();

    private record Loaded(List<TemplateInfo> infos, Set<String> taken) {}

    /**
     * @param templates the bundled templates
     * @param workspace where samples go
     * @param create saves a rubric as a new draft and opens it
     * @param tasks background work
     * @param texts the texts of this part
     */
    GalleryViewModel(
            Templates templates,
            Workspace workspace,
            Consumer<Rubric> create,
            FxTasks tasks,
            Messages texts) {
        this.templates = templates;
        this.workspace = workspace;
        this.create = create;
        this.tasks = tasks;
        this.texts = texts;
        search.addListener((o, was, is) -> filter());
        chosen.addListener((o, was, is) -> read(is));
    }

    /** Reads the templates once, and each time which ids this workspace has. */
    void load() {
        List<TemplateInfo> known = all;
        tasks.query(
                () ->
                        new Loaded(
                                known.isEmpty() ? templates.infos() : known,
                                workspace.rubrics().list().stream()
                                        .map(RubricHead::rubricId)
                                        .collect(Collectors.toSet())),
                this::show,
                trouble::set);
    }

    private void show(Loaded read) {
        all = read.infos();
        taken = read.taken();
        loaded.set(true);
        filter();
        Look now = look.get();
        if (now != null) { // the words on its button follow from the ids that are taken
            look.set(new Look(now.info(), now.rubric(), now.samples()));
        }
    }

    private void filter() {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        shown.setAll(
                all.stream()
                        .filter(
                                t ->
                                        (t.title() + ' ' + t.category() + ' ' + t.summary())
                                                .toLowerCase(Locale.ROOT)
                                                .contains(wanted))
                        .toList());
        if (!shown.contains(chosen.get())) {
            chosen.set(shown.isEmpty() ? null : shown.get(0));
        }
    }

    private void read(TemplateInfo info) {
        if (info == null) {
            look.set(null);
            return;
        }
        tasks.query(
                () ->
                        new Look(
                                info,
                                new RubricYaml().read(templates.yaml(info.name())),
                                templates.hasSamples(info.name())),
                found -> {
                    if (info == chosen.get()) {
                        trouble.set("");
                        look.set(found);
                    }
                },
                trouble::set);
    }

    /** Whether this workspace has a rubric of the template's id already. */
    boolean taken(Rubric template) {
        return taken.contains(template.id());
    }

    /** The id that a rubric started from the template gets. */
    String freshId(Rubric template) {
        String id = template.id();
        for (int i = 2; taken.contains(id); i++) {
            id = template.id() + "-" + i;
        }
        return id;
    }

    /** Starts a draft from the template that is looked at. */
    void use() {
        if (look.get() != null) {
            start(look.get().rubric());
        }
    }

    private void start(Rubric template) {
        Rubric fresh =
                new Rubric(
                        freshId(template),
                        template.title(),
                        template.description(),
                        template.stages(),
                        template.everyStep(),
                        template.aggregation(),
                        template.errorKinds());
        Set<String> now = new HashSet<>(taken);
        now.add(fresh.id());
        taken = Set.copyOf(now);
        create.accept(fresh);
    }

    /**
     * Imports the template's samples as a task and starts a draft from it.
     *
     * @param done told what went in, one sentence
     */
    void useWithSamples(Consumer<String> done) {
        Look now = look.get();
        if (now == null || !now.samples() || running.get() != null) {
            return;
        }
        trouble.set("");
        TaskHandle<ImportReport> task =
                tasks.run(
                        texts.text("samples.task", now.info().title()),
                        progress -> {
                            Path folder = Files.createTempDirectory("stepwright-samples");
                            try {
                                Path file = templates.copySamples(now.info().name(), folder);
                                return new Importer(workspace)
                                        .run(List.of(file), "generic", progress);
                            } finally {
                                remove(folder);
                            }
                        },
                        report -> {
                            running.set(null);
                            start(now.rubric());
                            done.accept(
                                    texts.text(
                                            "samples.done",
                                            report.tracesAdded(),
                                            report.tracesKnown()));
                        },
                        why -> {
                            running.set(null);
                            trouble.set(why);
                        },
                        () -> running.set(null));
        running.set(task.state().isFinal() ? null : task);
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** The templates that the search leaves, those of one field of work after each other. */
    ObservableList<TemplateInfo> shown() {
        return shown;
    }

    ObjectProperty<TemplateInfo> chosen() {
        return chosen;
    }

    /** The chosen template's content; null until it was read. */
    ReadOnlyObjectProperty<Look> look() {
        return look;
    }

    StringProperty search() {
        return search;
    }

    /** What went wrong, one plain sentence; empty if nothing. */
    StringProperty trouble() {
        return trouble;
    }

    ReadOnlyObjectProperty<TaskHandle<?>> running() {
        return running;
    }

    ReadOnlyBooleanProperty loaded() {
        return loaded;
    }
}
