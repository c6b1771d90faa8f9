package org.stepwright.ui.review;

import java.time.Clock;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.storage.Remark;
import org.stepwright.storage.RemarkStore;
import org.stepwright.ui.kit.FxTasks;

/**
 * What people say to each other about the open trace. Remarks are only ever added. What is typed
 * stays until it is on the disk. Confined to the UI thread.
 */
final class DiscussionViewModel {
    private final FxTasks tasks;
    private final RemarkStore store;
    private final String reviewer;
    private final Clock clock;
    private final ObservableList<Remark> remarks = FXCollections.observableArrayList();
    private final StringProperty text = new SimpleStringProperty("");
    private final IntegerProperty step = new SimpleIntegerProperty(Remark.WHOLE_TRACE);
    private final BooleanProperty saving = new SimpleBooleanProperty();
    private final StringProperty trouble = new SimpleStringProperty("");
    private String traceId = "";

    DiscussionViewModel(FxTasks tasks, RemarkStore store, String reviewer, Clock clock) {
        this.tasks = tasks;
        this.store = store;
        this.reviewer = reviewer;
        this.clock = clock;
    }

    /** Shows what was said of another trace; empty for none. */
    void open(String id) {
        if (!id.equals(traceId)) {
            traceId = id;
            remarks.clear();
            step.set(Remark.WHOLE_TRACE);
        }
        reload();
    }

    void reload() {
        String asked = traceId;
        if (asked.isEmpty()) {
            return;
        }
        tasks.query(
                () -> store.of(asked),
                read -> {
                    if (asked.equals(traceId)) {
                        remarks.setAll(read);
                    }
                },
                trouble::set);
    }

    /** Adds what is typed, about {@link #step}; nothing happens when nothing is typed. */
    void add() {
        String words = text.get().strip();
        if (words.isEmpty() || traceId.isEmpty() || saving.get()) {
            return;
        }
        Remark remark = Remark.of(traceId, step.get(), reviewer, words, clock.instant());
        saving.set(true);
        tasks.query(
                () -> {
                    store.add(remark);
                    return remark;
                },
                this::added,
                why -> {
                    saving.set(false);
                    trouble.set(why);
                });
    }

    private void added(Remark remark) {
        saving.set(false);
        trouble.set("");
        text.set("");
        if (remark.traceId().equals(traceId)) {
            reload();
        }
    }

    /** Remarks of the open trace, the earliest first. */
    ObservableList<Remark> remarks() {
        return remarks;
    }

    /** How many of the remarks are about a step. */
    long of(int which) {
        return remarks.stream().filter(r -> r.step() == which).count();
    }

    /** All remarks there are. */
    List<Remark> all() {
        return List.copyOf(remarks);
    }

    /** What is being typed. */
    StringProperty text() {
        return text;
    }

    /** What the typed remark is about: a step from 0, or the whole trace. */
    IntegerProperty step() {
        return step;
    }

    BooleanProperty saving() {
        return saving;
    }

    /** Why a remark could not be saved or read; empty when it could. */
    StringProperty trouble() {
        return trouble;
    }
}
