package org.stepwright.ui.review;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.stepwright.task.Work;
import org.stepwright.ui.kit.FxTasks;

/**
 * Something that is worked out over all labels in the background, once until the labels change.
 * What was found stays in sight while it is worked out anew. Confined to the UI thread.
 *
 * @param <T> what is found
 */
final class Study<T> {
    private final FxTasks tasks;
    private final String title;
    private final Work<T> work;
    private final ObjectProperty<T> result = new SimpleObjectProperty<>();
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final StringProperty trouble = new SimpleStringProperty("");
    private boolean stale = true;

    /**
     * @param title what the list of tasks shows
     */
    Study(FxTasks tasks, String title, Work<T> work) {
        this.tasks = tasks;
        this.title = title;
        this.work = work;
    }

    /** The labels changed: what was found is to be worked out again when it is next looked at. */
    void changed() {
        stale = true;
    }

    /** Somebody looks: works it out unless it is there already or under way. */
    void lookedAt() {
        if (!stale || running.get()) {
            return;
        }
        stale = false;
        running.set(true);
        trouble.set("");
        tasks.run(title, work, this::found, this::failed, () -> failed(""));
    }

    private void found(T value) {
        running.set(false);
        result.set(value);
    }

    private void failed(String why) {
        running.set(false);
        stale = true;
        trouble.set(why);
    }

    /** What was found; null before the first time. */
    ObjectProperty<T> result() {
        return result;
    }

    BooleanProperty running() {
        return running;
    }

    /** Why it could not be worked out; empty otherwise. */
    StringProperty trouble() {
        return trouble;
    }
}
