package org.stepwright.ui.data.safety;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.app.backup.BackupSettings;
import org.stepwright.settings.SettingsStore;
import org.stepwright.storage.Backup;
import org.stepwright.storage.BackupReason;
import org.stepwright.storage.Backups;
import org.stepwright.storage.CheckReport;
import org.stepwright.storage.Restore;
import org.stepwright.storage.RestorePreview;
import org.stepwright.storage.Workspace;
import org.stepwright.task.TaskHandle;
import org.stepwright.task.Work;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.SettingsWriter;

/**
 * The backups of the open workspace: what there is, one more, going back to one, and whether the
 * workspace is whole. Used from the UI thread; files are read and written by tasks.
 */
public final class BackupsViewModel {
    private final Workspace workspace;
    private final SettingsStore settings;
    private final FxTasks tasks;
    private final BiConsumer<String, Work<String>> reopen;
    private final SettingsWriter writer;

    /** The last wish, which may still be on its way to the disk; null before the first. */
    private BackupSettings wanted;

    private final Clock clock;
    private final Messages texts;

    private final ObservableList<Backup> backups = FXCollections.observableArrayList();
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private final StringProperty done = new SimpleStringProperty("");
    private final StringProperty trouble = new SimpleStringProperty("");
    private final ObjectProperty<CheckReport> checked = new SimpleObjectProperty<>();
    private final ObjectProperty<TaskHandle<?>> running = new SimpleObjectProperty<>();

    /**
     * @param workspace the open workspace
     * @param settings where the wishes of this user are kept
     * @param tasks runs what takes long
     * @param reopen does something while the workspace is closed, see {@code
     *     Navigator.reopenWorkspace}
     * @param clock says what day it is here
     * @param texts the tab's texts
     */
    public BackupsViewModel(
            Workspace workspace,
            SettingsStore settings,
            FxTasks tasks,
            BiConsumer<String, Work<String>> reopen,
            Clock clock,
            Messages texts) {
        this.workspace = workspace;
        this.settings = settings;
        this.tasks = tasks;
        this.reopen = reopen;
        this.clock = clock;
        this.texts = texts;
        this.writer = new SettingsWriter(settings, tasks, this::failed);
    }

    private Backups store() {
        return new Backups(workspace.file(), wishes().rules(), clock);
    }

    /**
     * @return how this user wants backups
     */
    public BackupSettings wishes() {
        return wanted == null ? BackupSettings.of(settings.current()) : wanted;
    }

    /**
     * Keeps how this user wants backups; older ones go when the next one is made.
     *
     * @param wishes how
     */
    public void wish(BackupSettings wishes) {
        if (wishes.equals(wishes())) {
            return;
        }
        wanted = wishes;
        writer.update(wishes::in);
    }

    /** Reads which backups there are. */
    public void load() {
        Backups store = store();
        tasks.query(
                store::list,
                all -> {
                    if (!backups.equals(all)) {
                        backups.setAll(all);
                    }
                    loaded.set(true);
                },
                this::failed);
    }

    /** Makes a backup now. */
    public void backUp() {
        Backups store = store();
        start(
                texts.text("now.task"),
                progress -> store.make(BackupReason.MANUAL, progress),
                made -> {
                    done.set(texts.text("now.done", made.file().getFileName()));
                    load();
                },
                texts.text("now.cancelled"));
    }

    /** Checks whether the workspace is whole. */
    public void check() {
        checked.set(null);
        start(
                texts.text("check.task"),
                workspace::check,
                checked::set,
                texts.text("check.cancelled"));
    }

    /**
     * Looks at what going back to a backup would do.
     *
     * @param backup the backup's file
     * @param show gets what was found
     */
    public void preview(Path backup, Consumer<RestorePreview> show) {
        Path file = workspace.file();
        Backups store = store();
        start(
                texts.text("preview.task"),
                progress -> new Restore(file, backup, store).preview(progress),
                show,
                texts.text("preview.cancelled"));
    }

    /**
     * Closes the workspace, puts a backup in its place and opens it again.
     *
     * @param backup the backup's file
     */
    public void restore(Path backup) {
        Path file = workspace.file();
        Backups store = store();
        reopen.accept(
                texts.text("restore.task", backup.getFileName()),
                progress -> {
                    Optional<Backup> kept = new Restore(file, backup, store).run(progress);
                    return kept.map(k -> texts.text("restore.done", k.file().getFileName()))
                            .orElseGet(() -> texts.text("restore.done.damaged", store.folder()));
                });
    }

    private <T> void start(String title, Work<T> work, Consumer<T> then, String cancelled) {
        if (running.get() != null) {
            return;
        }
        done.set("");
        trouble.set("");
        running.set(
                tasks.run(
                        title,
                        work,
                        result -> {
                            running.set(null);
                            then.accept(result);
                        },
                        why -> {
                            running.set(null);
                            failed(why);
                        },
                        () -> {
                            running.set(null);
                            trouble.set(cancelled);
                        }));
    }

    private void failed(String why) {
        trouble.set(why);
    }

    /**
     * @return where the backups are
     */
    public Path folder() {
        return store().folder();
    }

    /**
     * @return the backups, the newest first
     */
    public ObservableList<Backup> backups() {
        return backups;
    }

    /**
     * @return whether it is known which backups there are
     */
    public ReadOnlyBooleanProperty loaded() {
        return loaded;
    }

    /**
     * @return what was done, one sentence; empty for nothing yet
     */
    public ReadOnlyStringProperty done() {
        return done;
    }

    /**
     * @return what went wrong, one plain sentence; empty if nothing
     */
    public ReadOnlyStringProperty trouble() {
        return trouble;
    }

    /**
     * @return what the last check found; null before one ended
     */
    public ReadOnlyObjectProperty<CheckReport> checked() {
        return checked;
    }

    /**
     * @return what runs now; null for nothing
     */
    public ReadOnlyObjectProperty<TaskHandle<?>> running() {
        return running;
    }

    /**
     * @return the problems of a check as lines, at most so many
     */
    static List<String> first(List<String> problems, int most) {
        return problems.subList(0, Math.min(most, problems.size()));
    }
}
