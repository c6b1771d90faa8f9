package org.stepwright.ui.label;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.stepwright.label.RevisedLabels;
import org.stepwright.label.StepLabel;
import org.stepwright.storage.Act;
import org.stepwright.storage.LabelStore;
import org.stepwright.storage.TraceSummary;
import org.stepwright.trace.StepRevision;
import org.stepwright.trace.Trace;
import org.stepwright.ui.kit.FxTasks;

/**
 * Puts the open trace with its steps cut anew in the place of what it was, with everybody's labels.
 * What is typed meanwhile is for the new steps. Confined to the UI thread.
 */
final class Recutting {
    /** What came of it: the trace to go on with, and why it was not changed, if so. */
    private record Result(String traceId, String refusal) {}

    private final FxTasks tasks;
    private final TraceSession session;
    private final QueueViewModel queue;
    private final SaveQueue saves;
    private final LabelStore labels;
    private final SittingLog sitting;
    private final Runnable saved;

    /**
     * @param saved called when it is on disk, as one undo step
     */
    Recutting(
            FxTasks tasks,
            TraceSession session,
            QueueViewModel queue,
            SaveQueue saves,
            LabelStore labels,
            SittingLog sitting,
            Runnable saved) {
        this.tasks = tasks;
        this.session = session;
        this.queue = queue;
        this.saves = saves;
        this.labels = labels;
        this.sitting = sitting;
        this.saved = saved;
    }

    /**
     * @param revision of the open trace
     * @param annotator who cuts
     * @param step where to stand then, in the new steps
     * @param refused gets the sentence when somebody else has cut the trace anew meanwhile
     */
    void revise(StepRevision revision, String annotator, int step, Consumer<String> refused) {
        Act act = sitting.act("");
        int waiting = session.await();
        saves.add(
                () -> save(revision, annotator, act),
                result -> {
                    if (result.refusal().isEmpty()) {
                        saved.run();
                    } else {
                        refused.accept(result.refusal());
                    }
                    if (session.awaits(waiting)) {
                        session.open(result.traceId(), result.refusal().isEmpty() ? step : -1);
                        session.whenOpen(this::showInQueue);
                    }
                });
    }

    /** After all earlier changes are on disk; so every label there is follows. */
    private CompletableFuture<Result> save(StepRevision revision, String annotator, Act act) {
        String id = revision.before().id();
        CompletableFuture<Optional<List<StepLabel>>> read = new CompletableFuture<>();
        tasks.query(
                () -> read.complete(followed(revision)),
                done -> {},
                why -> read.completeExceptionally(new org.stepwright.work.WorkFailed(why)));
        return read.thenCompose(
                followed ->
                        followed.isEmpty()
                                ? CompletableFuture.completedFuture(
                                        new Result(
                                                labels.newest(id),
                                                "Somebody has cut the steps of this trace anew"
                                                        + " meanwhile; here they are."))
                                : labels.revise(
                                                id,
                                                revision.revised(),
                                                followed.get(),
                                                annotator,
                                                act)
                                        .thenApply(
                                                events -> new Result(revision.revised().id(), "")));
    }

    private Optional<List<StepLabel>> followed(StepRevision revision) {
        String id = revision.before().id();
        return labels.newest(id).equals(id)
                ? Optional.of(RevisedLabels.follow(revision, labels.all(id)))
                : Optional.empty();
    }

    /** The open trace takes the row of whatever cut of the same answer stands in the queue. */
    void showInQueue() {
        Trace open = session.trace().get();
        if (queue.indexOf(open.id()) >= 0) {
            return;
        }
        String root = StepRevision.rootId(open);
        queue.items().stream()
                .map(TraceSummary::id)
                .filter(id -> StepRevision.isCutOf(root, id))
                .findFirst()
                .ifPresent(id -> queue.update(id, session.sheet()::summary));
    }
}
