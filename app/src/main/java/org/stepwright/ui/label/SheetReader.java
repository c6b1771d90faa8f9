package org.stepwright.ui.label;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.stepwright.ui.kit.FxTasks;

/**
 * Reads sheets so that no read overtakes a save. A sheet with changes on their way to the disk is
 * kept here and used again when its trace is opened again; a read during which its trace was
 * changed, saved or undone is done once more, as nobody can tell which of the two came first.
 * Confined to the UI thread; reads run in the background.
 */
final class SheetReader {
    private final FxTasks tasks;
    private final TraceReader reader;
    private final String annotator;
    private final Map<TraceRef, TraceSheet> unsaved = new HashMap<>();
    private final Map<String, Integer> changes = new HashMap<>();

    SheetReader(FxTasks tasks, TraceReader reader, String annotator) {
        this.tasks = tasks;
        this.reader = reader;
        this.annotator = annotator;
    }

    /** How often a trace changed so far, here or on disk: what was read at another count is old. */
    int changes(String id) {
        return changes.getOrDefault(id, 0);
    }

    /** A trace changed on disk. */
    void changed(String id) {
        changes.merge(id, 1, Integer::sum);
    }

    /** A sheet has a change that is on its way to the disk. */
    void labelled(TraceSheet sheet) {
        unsaved.put(sheet.ref(), sheet);
        changed(sheet.trace().id());
    }

    /** A change of a sheet is on disk. */
    void saved(TraceSheet sheet) {
        changed(sheet.trace().id());
        if (!sheet.unsaved()) {
            unsaved.remove(sheet.ref(), sheet);
        }
    }

    /** The sheet of a trace as read, with what is on its way to the disk. */
    TraceSheet sheet(LoadedTrace loaded) {
        TraceSheet waiting = unsaved.get(loaded.ref());
        if (waiting == null) {
            return new TraceSheet(loaded);
        }
        waiting.reload(loaded);
        return waiting;
    }

    /**
     * Reads a trace as it is on disk.
     *
     * @param ref the trace
     * @param wanted asked when the answer is there: whether anybody still waits for it
     * @param done gets the trace
     * @param failed gets the plain sentence
     */
    void read(
            TraceRef ref,
            BooleanSupplier wanted,
            Consumer<LoadedTrace> done,
            Consumer<String> failed) {
        int before = changes(ref.id());
        tasks.query(
                () -> reader.read(ref, annotator),
                loaded -> {
                    if (!wanted.getAsBoolean()) {
                        return;
                    }
                    if (before == changes(ref.id())) {
                        done.accept(loaded);
                    } else {
                        read(ref, wanted, done, failed);
                    }
                },
                why -> {
                    if (wanted.getAsBoolean()) {
                        failed.accept(why);
                    }
                });
    }
}
