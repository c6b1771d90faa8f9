package org.stepwright.ui.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.storage.format.FolderFiles;
import org.stepwright.storage.format.ImportReport;
import org.stepwright.storage.format.Importer;
import org.stepwright.storage.format.LabelFiles;
import org.stepwright.storage.format.Preview;
import org.stepwright.storage.format.Reject;
import org.stepwright.storage.format.SavedFormats;
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
    private final SavedFormats known;
    private final FxTasks tasks;
    private final Runnable changed;
    private final Messages texts;

    private final ObservableList<String> formats = FXCollections.observableArrayList();
    private final ObjectProperty<Path> unknown = new SimpleObjectProperty<>();
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
     * @param known formats by name, saved mappings among them
     * @param tasks runs reading and importing
     * @param changed called on the screen's thread after the workspace changed
     * @param texts the screen's texts
     */
    public ImportViewModel(
            Importer importer,
            SavedFormats known,
            FxTasks tasks,
            Runnable changed,
            Messages texts) {
        this.texts = texts;
        this.importer = importer;
        this.known = known;
        this.tasks = tasks;
        this.changed = changed;
        showFormats(List.of());
        format.addListener((o, before, after) -> showPreview());
    }

    /** Reads which mappings are saved. */
    public void load() {
        tasks.query(known::names, this::showFormats, trouble::set);
    }

    private void showFormats(List<String> mappings) {
        List<String> all = new ArrayList<>(List.of(AUTO));
        all.addAll(LabelFiles.formats());
        all.addAll(mappings);
        if (!all.equals(formats)) {
            String kept = format.get();
            formats.setAll(all);
            format.set(all.contains(kept) ? kept : AUTO);
        }
    }

    /**
     * Reads the chosen files with a mapping that was just saved.
     *
     * @param name the mapping's name
     */
    public void use(String name) {
        String mapping = SavedFormats.MAPPING + name;
        if (!formats.contains(mapping)) {
            formats.add(mapping);
        }
        if (format.get().equals(mapping)) {
            showPreview();
        } else {
            format.set(mapping);
        }
    }

    /**
     * @param chosen the files to import, and folders whose files are; the first file is previewed
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
        unknown.set(null);
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
                () -> Seen.of(first, as, known),
                seen -> endPreview(asked, seen.preview(), seen.file(), ""),
                why -> endPreview(asked, null, null, why));
    }

    /**
     * A file and its first rows.
     *
     * @param file the file; the first one of a folder
     * @param preview its first rows
     */
    private record Seen(Path file, Preview preview) {
        static Seen of(Path path, String as, SavedFormats known) {
            Path file =
                    Files.isDirectory(path)
                            ? FolderFiles.of(List.of(path), null).files().get(0)
                            : path;
            return new Seen(file, Importer.preview(file, known.tell(file, as), PREVIEW_ROWS));
        }
    }

    private void endPreview(int asked, Preview shown, Path file, String why) {
        if (asked != previews) {
            return; // another file or format was chosen meanwhile
        }
        boolean told = shown == null || !shown.format().equals(LabelFiles.UNKNOWN);
        unknown.set(told ? null : file);
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
                        progress -> importer.run(chosen, file -> known.tell(file, as), progress),
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
     * @return the names of formats to choose from, {@link #AUTO} first and saved mappings last
     */
    public ObservableList<String> formats() {
        return formats;
    }

    /**
     * @return the file in the preview while its format cannot be told; null otherwise
     */
    public ReadOnlyObjectProperty<Path> unknown() {
        return unknown;
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
