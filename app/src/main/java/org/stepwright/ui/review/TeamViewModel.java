package org.stepwright.ui.review;

import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.stepwright.storage.ProjectSettings;
import org.stepwright.storage.ProjectStore;
import org.stepwright.ui.kit.FxTasks;

/**
 * How the team works on this workspace. Each change is saved at once, one after the other. Confined
 * to the UI thread; the workspace is read and written in the background.
 */
final class TeamViewModel {
    private final FxTasks tasks;
    private final ProjectStore store;
    private final Runnable saved;
    private final ObjectProperty<ProjectSettings> settings =
            new SimpleObjectProperty<>(ProjectSettings.DEFAULTS);
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private final BooleanProperty saving = new SimpleBooleanProperty();
    private final StringProperty trouble = new SimpleStringProperty("");
    private boolean again;

    /**
     * @param saved called once settings are on the disk
     */
    TeamViewModel(FxTasks tasks, ProjectStore store, Runnable saved) {
        this.tasks = tasks;
        this.store = store;
        this.saved = saved;
    }

    void load() {
        if (saving.get()) {
            return; // what is shown is newer than what would be read
        }
        tasks.query(
                store::current,
                read -> {
                    if (!saving.get()) {
                        settings.set(read);
                        loaded.set(true);
                    }
                },
                trouble::set);
    }

    /** Changes the settings that were read and saves them; the same settings change nothing. */
    void change(UnaryOperator<ProjectSettings> how) {
        ProjectSettings next = how.apply(settings.get());
        if (!loaded.get() || next.equals(settings.get())) {
            return;
        }
        settings.set(next);
        save();
    }

    /** Saves what is shown; while a save is under way, once more after it. */
    void save() {
        if (saving.get()) {
            again = true;
            return;
        }
        ProjectSettings now = settings.get();
        saving.set(true);
        tasks.query(
                () -> {
                    store.save(now);
                    return now;
                },
                x -> {
                    saving.set(false);
                    trouble.set("");
                    if (again) {
                        again = false;
                        save();
                    } else {
                        saved.run();
                    }
                },
                why -> {
                    saving.set(false);
                    again = false;
                    trouble.set(why);
                });
    }

    ObjectProperty<ProjectSettings> settings() {
        return settings;
    }

    /** Whether the settings were read. */
    BooleanProperty loaded() {
        return loaded;
    }

    BooleanProperty saving() {
        return saving;
    }

    /** Why the settings could not be read or saved; empty when they could. */
    StringProperty trouble() {
        return trouble;
    }
}
