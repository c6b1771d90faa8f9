package org.stepwright.ui.data;

import java.nio.file.Path;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.stepwright.settings.SettingsStore;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.export.ExportOptions;
import org.stepwright.storage.export.ExportPreview;
import org.stepwright.storage.export.ExportReport;
import org.stepwright.storage.export.Exporter;
import org.stepwright.task.TaskHandle;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * Export: what is chosen, how many traces that is, what the choices do, and the task that writes
 * them. Used from the UI thread.
 */
public final class ExportViewModel {
    /** Up to so many traces the preview is made by itself whenever a choice changes. */
    private static final long QUICK = 3_000;

    private final Workspace workspace;
    private final Exporter exporter;
    private final FxTasks tasks;
    private final Messages texts;
    private final ExportMemory memory;
    private final ExportChoices choices;
    private final ExportLists lists;

    private final LongProperty matching = new SimpleLongProperty(-1);
    private final StringProperty trouble = new SimpleStringProperty("");
    private final ObjectProperty<ExportReport> report = new SimpleObjectProperty<>();
    private final ObjectProperty<ExportPreview> preview = new SimpleObjectProperty<>();
    private final BooleanProperty previewing = new SimpleBooleanProperty();
    private final ObjectProperty<TaskHandle<?>> running = new SimpleObjectProperty<>();

    /** Counts changes; a preview of older choices stops and is thrown away. */
    private volatile int turn;

    /** Whether the last export failed or was stopped. */
    private boolean stopped;

    /**
     * @param workspace the open workspace
     * @param tasks background work
     * @param texts the screen's texts
     * @param settings remembers the choices; null to remember nothing
     */
    public ExportViewModel(
            Workspace workspace, FxTasks tasks, Messages texts, SettingsStore settings) {
        this.texts = texts;
        this.workspace = workspace;
        this.exporter = new Exporter(workspace);
        this.tasks = tasks;
        this.memory = new ExportMemory(settings);
        this.lists = new ExportLists(workspace, tasks);
        this.choices = new ExportChoices(texts);
        choices.recall(memory.recall());
        choices.onChange(this::changed);
    }

    /** Reads what can be chosen and how many traces the filter takes. */
    public void load() {
        lists.load(trouble::set);
        recount();
    }

    private void changed() {
        report.set(null);
        stopped = false;
        recount();
    }

    /** What the last export came to stays to be read. */
    private void recount() {
        int now = ++turn;
        preview.set(null);
        previewing.set(false);
        TraceFilter filter;
        try {
            filter = choices.filter();
        } catch (WorkFailed e) {
            matching.set(-1);
            trouble.set(e.getMessage());
            return;
        }
        tasks.query(
                () -> workspace.traces().count(filter, ""),
                n -> counted(now, n, ""),
                why -> counted(now, -1, why));
    }

    private void counted(int of, long n, String text) {
        if (of != turn) {
            return;
        }
        matching.set(n);
        tell(text);
        if (n > 0 && n <= QUICK) {
            look();
        }
    }

    /** Works out what the choices do to the traces; reads all of them. */
    public void look() {
        ExportOptions options;
        try {
            options = choices.options(Path.of("unused"));
        } catch (WorkFailed e) {
            trouble.set(e.getMessage());
            return;
        }
        int now = turn;
        previewing.set(true);
        tasks.query(
                () -> exporter.preview(options, untilChanged(now)),
                found -> looked(now, found, ""),
                why -> looked(now, null, why));
    }

    private Progress untilChanged(int of) {
        return new Progress() {
            @Override
            public void report(long done, long total, String message) {
                // nobody watches
            }

            @Override
            public boolean isCancelled() {
                return of != turn;
            }
        };
    }

    private void looked(int of, ExportPreview found, String why) {
        if (of == turn) {
            previewing.set(false);
            preview.set(found);
            tell(why);
        }
    }

    /** Why the last export ended stays until something is chosen. */
    private void tell(String why) {
        if (!why.isEmpty() || !stopped) {
            trouble.set(why);
        }
    }

    /** Writes the export as one task, or says what is missing. */
    public void exportNow() {
        if (running.get() != null) {
            return;
        }
        Path out = choices.folder().get();
        if (out == null) {
            trouble.set(texts.text("export.folder.missing"));
            return;
        }
        ExportOptions options;
        try {
            options = choices.options(out);
            stopped = false;
            trouble.set("");
        } catch (WorkFailed e) {
            trouble.set(e.getMessage());
            return;
        }
        remember();
        report.set(null);
        running.set(
                tasks.run(
                        texts.text("export.task", options.format(), out.getFileName()),
                        progress -> exporter.run(options, progress),
                        this::exported,
                        this::stopped,
                        () -> stopped(texts.text("export.cancelled"))));
    }

    /** What cannot be remembered is told, and the export goes on. */
    private void remember() {
        Map<String, String> kept = choices.remembered();
        tasks.query(
                () -> {
                    memory.remember(kept);
                    return true;
                },
                done -> {},
                trouble::set);
    }

    private void exported(ExportReport done) {
        running.set(null);
        report.set(done);
    }

    private void stopped(String why) {
        running.set(null);
        stopped = true;
        trouble.set(why);
    }

    /** Stops the export that runs, if one does. */
    public void cancel() {
        if (running.get() != null) {
            running.get().cancel();
        }
    }

    /** Shows the folder of the finished export in the system's file manager. */
    public void openFolder() {
        Path folder = choices.folder().get();
        if (folder != null) {
            tasks.query(
                    () -> FolderOpener.open(folder),
                    opened -> {},
                    why -> trouble.set(texts.text("export.open.failed", folder)));
        }
    }

    /**
     * @return what is chosen
     */
    public ExportChoices choices() {
        return choices;
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
     * @return whether there are so many traces that the preview is made only when it is asked for
     */
    public boolean asksForPreview() {
        return matching.get() > QUICK;
    }

    /**
     * @return what the choices do; null when that is not known
     */
    public ReadOnlyObjectProperty<ExportPreview> preview() {
        return preview;
    }

    /**
     * @return whether the preview is being made
     */
    public ReadOnlyBooleanProperty previewing() {
        return previewing;
    }

    /**
     * @return the export that runs; null when none does
     */
    public ReadOnlyObjectProperty<TaskHandle<?>> running() {
        return running;
    }

    /**
     * @return what the workspace has to choose from
     */
    public ExportLists lists() {
        return lists;
    }
}
