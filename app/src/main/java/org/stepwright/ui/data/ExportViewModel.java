package org.stepwright.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.export.ExportOptions;
import org.stepwright.storage.export.ExportReport;
import org.stepwright.storage.export.Exporter;
import org.stepwright.task.TaskHandle;
import org.stepwright.trace.SplitRatios;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;
import org.stepwright.work.WorkFailed;

/**
 * Export: what is chosen, how many traces that is, and the task that writes them. Used from the UI
 * thread.
 */
public final class ExportViewModel {
    private final Workspace workspace;
    private final Exporter exporter;
    private final FxTasks tasks;
    private final Messages texts;

    private final StringProperty format = new SimpleStringProperty("trl");
    private final StringProperty where = new SimpleStringProperty("");
    private final StringProperty split = new SimpleStringProperty("80/10/10");
    private final StringProperty seed = new SimpleStringProperty("42");
    private final StringProperty rubric = new SimpleStringProperty("");
    private final ObjectProperty<NeutralPolicy> neutral =
            new SimpleObjectProperty<>(NeutralPolicy.WRONG);
    private final ObjectProperty<Path> folder = new SimpleObjectProperty<>();
    private final LongProperty matching = new SimpleLongProperty(-1);
    private final StringProperty trouble = new SimpleStringProperty("");
    private final ObjectProperty<ExportReport> report = new SimpleObjectProperty<>();
    private final ObjectProperty<TaskHandle<?>> running = new SimpleObjectProperty<>();
    private final ObservableList<String> rubrics = FXCollections.observableArrayList();

    /**
     * @param workspace the open workspace
     * @param tasks background work
     * @param texts the screen's texts
     */
    public ExportViewModel(Workspace workspace, FxTasks tasks, Messages texts) {
        this.texts = texts;
        this.workspace = workspace;
        this.exporter = new Exporter(workspace);
        this.tasks = tasks;
        where.addListener((o, before, after) -> count());
    }

    /** Reads what can be chosen and how many traces the filter takes. */
    public void load() {
        tasks.query(this::versionKeys, rubrics::setAll, trouble::set);
        count();
    }

    private List<String> versionKeys() {
        return workspace.rubrics().list().stream()
                .flatMap(head -> workspace.rubrics().versions(head.rubricId()).stream())
                .map(RubricVersion::key)
                .toList();
    }

    private void count() {
        String filter = where.get();
        tasks.query(
                () -> workspace.traces().count(TraceFilter.parse(filter), ""),
                n -> counted(filter, n, ""),
                why -> counted(filter, -1, why));
    }

    private void counted(String filter, long n, String text) {
        if (filter.equals(where.get())) {
            matching.set(n);
            trouble.set(text);
        }
    }

    /** Writes the export as one task, or says what is missing. */
    public void exportNow() {
        if (running.get() != null) {
            return;
        }
        Optional<ExportOptions> options = options();
        if (options.isEmpty()) {
            return;
        }
        report.set(null);
        running.set(
                tasks.run(
                        texts.text("export.task", format.get(), folder.get().getFileName()),
                        progress -> exporter.run(options.get(), progress),
                        this::exported,
                        this::stopped,
                        () -> stopped(texts.text("export.cancelled"))));
    }

    private void exported(ExportReport done) {
        running.set(null);
        report.set(done);
    }

    private void stopped(String why) {
        running.set(null);
        trouble.set(why);
    }

    private Optional<ExportOptions> options() {
        if (folder.get() == null) {
            trouble.set(texts.text("export.folder.missing"));
            return Optional.empty();
        }
        try {
            ExportOptions options =
                    ExportOptions.of(format.get(), folder.get())
                            .withRubric(rubric.get())
                            .withSplit(SplitRatios.parse(split.get()))
                            .withSeed(Long.parseLong(seed.get().strip()))
                            .withWhere(TraceFilter.parse(where.get()))
                            .withNeutral(neutral.get());
            trouble.set("");
            return Optional.of(options);
        } catch (NumberFormatException e) {
            trouble.set(texts.text("seed.bad"));
        } catch (WorkFailed | IllegalArgumentException e) {
            trouble.set(e.getMessage());
        }
        return Optional.empty();
    }

    /**
     * @return the format's name
     */
    public StringProperty format() {
        return format;
    }

    /**
     * @return the filter, as {@link TraceFilter#parse} reads it
     */
    public StringProperty where() {
        return where;
    }

    /**
     * @return the split, such as {@code 80/10/10}
     */
    public StringProperty split() {
        return split;
    }

    /**
     * @return the seed of the split, a whole number
     */
    public StringProperty seed() {
        return seed;
    }

    /**
     * @return the key of the rubric version that the card prints; empty for none
     */
    public StringProperty rubric() {
        return rubric;
    }

    /**
     * @return what neutral becomes
     */
    public ObjectProperty<NeutralPolicy> neutral() {
        return neutral;
    }

    /**
     * @return where the files go; null before one was chosen
     */
    public ObjectProperty<Path> folder() {
        return folder;
    }

    /**
     * @return how many traces the filter takes; -1 when not known
     */
    public ReadOnlyLongProperty matching() {
        return matching;
    }

    /**
     * @return what went wrong or is missing, one plain sentence; empty if nothing
     */
    public StringProperty trouble() {
        return trouble;
    }

    /**
     * @return what the last export wrote; null before it ended
     */
    public ReadOnlyObjectProperty<ExportReport> report() {
        return report;
    }

    /**
     * @return the export that runs; null when none does
     */
    public ReadOnlyObjectProperty<TaskHandle<?>> running() {
        return running;
    }

    /**
     * @return keys of the published rubric versions
     */
    public ObservableList<String> rubrics() {
        return rubrics;
    }
}
