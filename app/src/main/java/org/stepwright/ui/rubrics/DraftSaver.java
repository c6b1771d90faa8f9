package org.stepwright.ui.rubrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.stepwright.rubric.Rubric;
import org.stepwright.storage.RubricHead;
import org.stepwright.storage.RubricStore;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.work.WorkFailed;

/**
 * Drafts on their way to the disk: one is written at a time, and of each rubric only the newest
 * waits. Used from the UI thread.
 */
final class DraftSaver {
    private final RubricStore store;
    private final FxTasks tasks;
    private final Consumer<List<RubricHead>> saved;
    private final Consumer<String> failed;
    private final Map<String, Rubric> waiting = new LinkedHashMap<>();
    private final Object writing = new Object();
    private Rubric underWay;
    // Guarded by writing.
    private Rubric written;
    private boolean closed;

    /**
     * @param store where drafts go
     * @param tasks background work
     * @param saved hears on the UI thread what rubrics there are after each save
     * @param failed hears on the UI thread why a save failed
     */
    DraftSaver(
            RubricStore store,
            FxTasks tasks,
            Consumer<List<RubricHead>> saved,
            Consumer<String> failed) {
        this.store = store;
        this.tasks = tasks;
        this.saved = saved;
        this.failed = failed;
    }

    void save(Rubric draft) {
        if (underWay != null) {
            waiting.put(draft.id(), draft);
            return;
        }
        underWay = draft;
        tasks.query(
                () -> {
                    write(draft);
                    return store.list();
                },
                heads -> {
                    saved.accept(heads);
                    next();
                },
                why -> {
                    failed.accept(why);
                    next();
                });
    }

    private void write(Rubric draft) {
        synchronized (writing) {
            if (!closed) {
                store.saveDraft(draft);
                written = draft;
            }
        }
    }

    private void next() {
        underWay = null;
        var first = waiting.values().iterator();
        if (first.hasNext()) {
            Rubric draft = first.next();
            first.remove();
            save(draft);
        }
    }

    /**
     * The workspace is about to close: writes here and now what is not on disk yet. A background
     * thread might come to it only after the workspace has closed.
     */
    void close() {
        synchronized (writing) {
            try {
                if (underWay != null && underWay != written) {
                    store.saveDraft(underWay);
                }
                waiting.values().forEach(store::saveDraft);
            } catch (WorkFailed e) {
                failed.accept(tasks.sentence(e));
            }
            waiting.clear();
            closed = true;
        }
    }
}
