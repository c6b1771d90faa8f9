package org.stepwright.ui.label;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.ui.kit.FxTasks;

/**
 * The trace that will probably be opened next, read and checked before anybody waits for it.
 * Confined to the UI thread; reads run in the background.
 */
final class ReadAhead {
    /**
     * A trace that is ready.
     *
     * @param trace as it was on disk
     * @param facts stages and checks of its steps
     * @param changes how often it had changed when the read began
     */
    record Ready(LoadedTrace trace, List<StepFacts> facts, int changes) {}

    private final FxTasks tasks;
    private final TraceReader reader;
    private final SheetReader sheets;
    private final Supplier<RubricVersion> rubric;
    private final String annotator;
    private Ready ready;
    private int asked;

    ReadAhead(
            FxTasks tasks,
            TraceReader reader,
            SheetReader sheets,
            Supplier<RubricVersion> rubric,
            String annotator) {
        this.tasks = tasks;
        this.reader = reader;
        this.sheets = sheets;
        this.rubric = rubric;
        this.annotator = annotator;
    }

    /** Reads the open trace behind another one of the queue, or has the queue fetch more. */
    void readBehind(String id, QueueViewModel queue) {
        String following = queue.nextOpen(id);
        if (following == null) {
            queue.more(() -> {});
        } else {
            read(TraceRef.of(following));
        }
    }

    /** Reads a trace in place of the one before. */
    void read(TraceRef ref) {
        forget();
        int mine = asked;
        RubricVersion version = rubric.get();
        int changes = sheets.changes(ref.id());
        tasks.query(
                () -> {
                    LoadedTrace loaded = reader.read(ref, annotator);
                    return new Ready(loaded, reader.facts(loaded.trace(), version), changes);
                },
                found -> {
                    if (mine == asked && version == rubric.get()) {
                        ready = found;
                    }
                },
                why -> {
                    // opening it will say the same
                });
    }

    /** What was read is no longer true or no longer wanted. */
    void forget() {
        asked++;
        ready = null;
    }

    /** Hands out a trace if it is ready and has not changed since; either way none is left. */
    Optional<Ready> take(TraceRef ref) {
        Optional<Ready> found =
                Optional.ofNullable(ready)
                        .filter(r -> r.trace().ref().equals(ref))
                        .filter(r -> r.changes() == sheets.changes(ref.id()));
        forget();
        return found;
    }
}
