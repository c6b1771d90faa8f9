package org.stepwright.ui.label;

import java.util.Optional;
import java.util.function.Consumer;
import org.stepwright.label.LabelPass;
import org.stepwright.storage.DueTrace;
import org.stepwright.storage.DueTrace.Reason;
import org.stepwright.storage.GoldStore;
import org.stepwright.ui.kit.FxTasks;

/**
 * Which trace comes next: one that is due out of turn, served like any other, or the next of the
 * queue. Confined to the UI thread; reads run in the background.
 */
final class NextUp {
    private final FxTasks tasks;
    private final GoldStore gold;
    private final ProjectInUse project;
    private final QueueViewModel queue;
    private final SaveQueue saves;
    private final String annotator;
    private String place = ""; // where the queue is gone on from after one that came out of turn
    private TraceRef outOfTurn;

    NextUp(
            FxTasks tasks,
            GoldStore gold,
            ProjectInUse project,
            QueueViewModel queue,
            SaveQueue saves,
            String annotator) {
        this.tasks = tasks;
        this.gold = gold;
        this.project = project;
        this.queue = queue;
        this.saves = saves;
        this.annotator = annotator;
    }

    /**
     * Finds the next trace.
     *
     * @param present the trace to look behind, empty for none; it does not come again
     * @param found gets it, or null when there is none
     */
    void find(String present, Consumer<TraceRef> found) {
        if (outOfTurn == null || !outOfTurn.id().equals(present)) {
            place = present;
        }
        outOfTurn = null;
        Runnable inTurn =
                () -> queue.findOpen(place, id -> found.accept(id == null ? null : of(id)));
        if (!project.servesOutOfTurn()) {
            inTurn.run();
            return;
        }
        // What is due depends on what is finished, so the last finish has to be on disk.
        saves.whenStill(
                () ->
                        tasks.query(
                                () -> gold.nextFor(annotator),
                                due -> {
                                    Optional<TraceRef> ref =
                                            due.map(NextUp::of)
                                                    .filter(r -> !r.id().equals(present));
                                    if (ref.isPresent()) {
                                        outOfTurn = ref.get();
                                        found.accept(ref.get());
                                    } else {
                                        inTurn.run();
                                    }
                                },
                                why -> inTurn.run()));
    }

    private static TraceRef of(String id) {
        return TraceRef.of(id);
    }

    private static TraceRef of(DueTrace due) {
        return new TraceRef(
                due.traceId(), due.reason() == Reason.REPEAT ? LabelPass.REPEAT : LabelPass.LABEL);
    }
}
