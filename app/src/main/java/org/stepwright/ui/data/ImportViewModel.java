package org.stepwright.ui.data;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.storage.format.ImportReport;
import org.stepwright.storage.format.Importer;
import org.stepwright.storage.format.Preview;
import org.stepwright.storage.format.Reject;
import org.stepwright.task.TaskHandle;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;

/**
 * Import: files are chosen, a preview shows what would come in, then a task brings it in. Used from
 * the UI thread; files are read by tasks.
 */
public final class ImportViewModel {
    /** How many rows a preview shows. */
    static final int PREVIEW_ROWS = 50;

    /** Reads the format off the file. */
    public static final String AUTO = "auto";

    private final Importer importer;
    private final FxTasks tasks;
    private final Runnable changed;
    private final Messages texts;

    private final ObservableList<Path> files = FXCollections.observableArrayList();
    private final StringProperty format = new SimpleStringProperty(AUTO);
    private final ObjectProperty<Preview> preview = new SimpleObjectProperty<>();
    private final ObjectProperty<ImportReport> report = new SimpleObjectProperty<>();
    private final ObservableList<Reject> rejects = FXCollections.observableArrayList();
    private final StringProperty trouble = new SimpleStringProperty("");
    private final ObjectProperty<TaskHandle<?>> running = new SimpleObjectProperty<>();
    private int previews;

    /**
     * @param importer brings files into the workspace
     * @param tasks runs reading and importing
     * @param changed called on the screen's thread after the workspace changed
     * @param texts the screen's texts
     */
    public ImportViewModel(Importer importer, FxTasks tasks, Runnable changed, Messages texts) {
        this.texts = texts;
        this.importer = importer;
        this.tasks = tasks;
        this.changed = changed;
        format.addListener((o, before, after) -> showPreview());
    }

    /**
     * @param chosen the files to import; the first one is previewed
     */
    public void choose(List<Path> chosen) {
        if (chosen.isEmpty()) {
            return;
        }
        files.setAll(chosen);
        report.set(null);
        showPreview();
    }

    /** Forgets the chosen files. */
    public void clear() {
        previews++; // one on its way must not bring back what was cleared
        files.clear();
        preview.set(null);
        report.set(null);
        rejects.clear();
        trouble.set("");
    }

    private void showPreview() {
        if (files.isEmpty()) {
            return;
        }
        Path first = files.get(0);
        String as = format.get();
        int asked = ++previews;
        tasks.query(
                () -> importer.preview(first, as, PREVIEW_ROWS),
                shown -> endPreview(asked, shown, ""),
                why -> endPreview(asked, null, why));
    }

    private void endPreview(int asked, Preview shown, String why) {
        if (asked != previews) {
            return; // another file or format was chosen meanwhile
        }
        preview.set(shown);
        rejects.setAll(shown == null ? List.of() : shown.rejects());
        trouble.set(why);
    }

    /** Imports the chosen files as one task. */
    public void importNow() {
        if (files.isEmpty() || running.get() != null) {
            return;
        }
        previews++; // one on its way must not stand over what the import says
        List<Path> chosen = List.copyOf(files);
        String as = format.get();
        String title =
                chosen.size() == 1
                        ? texts.text("import.task", chosen.get(0).getFileName())
                        : texts.text("import.tasks", chosen.size());
        running.set(
                tasks.run(
                        title,
                        progress -> importer.run(chosen, as, progress),
                        this::imported,
                        this::stopped,
                        () -> stopped(texts.text("import.cancelled"))));
    }

    private void imported(ImportReport done) {
        running.set(null);
        report.set(done);
        rejects.setAll(done.rejects());
        trouble.set("");
        changed.run();
    }

    private void stopped(String why) {
        running.set(null);
        trouble.set(why);
        changed.run();
    }

    /**
     * @return the chosen files
     */
    public ObservableList<Path> files() {
        return files;
    }

    /**
     * @return the name of the format to read as, {@link #AUTO} to find out
     */
    public StringProperty format() {
        return format;
    }

    /**
     * @return the first rows of the first file; null before a file was read
     */
    public ReadOnlyObjectProperty<Preview> preview() {
        return preview;
    }

    /**
     * @return what the last import did; null before it ended
     */
    public ReadOnlyObjectProperty<ImportReport> report() {
        return report;
    }

    /**
     * @return rows that cannot come in, with file, line and reason
     */
    public ObservableList<Reject> rejects() {
        return rejects;
    }

    /**
     * @return what went wrong, one plain sentence; empty if nothing
     */
    public StringProperty trouble() {
        return trouble;
    }

    /**
     * @return the import that runs; null when none does
     */
    public ReadOnlyObjectProperty<TaskHandle<?>> running() {
        return running;
    }
}
