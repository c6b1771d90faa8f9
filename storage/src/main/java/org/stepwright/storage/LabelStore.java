package org.stepwright.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.stepwright.label.StepLabel;

/**
 * Labels of people. Every change is appended as an event; current labels are a projection, kept in
 * the same transaction. Undo and redo append the inverse, so they have no limit and outlive a
 * restart.
 *
 * <p>Safe for many threads; never blocks the caller. A future completes only after the change is on
 * the disk. It fails with a {@link org.stepwright.work.WorkFailed} when nothing was changed, and
 * the same call may be tried again. Futures complete one after the other on a thread of the
 * workspace: a callback may use the workspace, but is short and never waits for another label's
 * future.
 */
public final class LabelStore {
    private final Database database;

    LabelStore(Database database) {
        this.database = database;
    }

    /**
     * Gives a label in place of the annotator's label of that step, if any.
     *
     * @param label the label
     * @return the event, once saved
     */
    public CompletableFuture<LabelEvent> put(StepLabel label) {
        List<StepLabel> group = List.of(label);
        return database.submit(db -> LabelChanges.put(db, group).get(0));
    }

    /**
     * Takes a label away.
     *
     * @param traceId the trace
     * @param step the step, from 0
     * @param candidate 0 for the step itself, k for its k-th alternative
     * @param annotator whose label
     * @return the event, once saved
     */
    public CompletableFuture<LabelEvent> clear(
            String traceId, int step, int candidate, String annotator) {
        return database.submit(db -> LabelChanges.clear(db, traceId, step, candidate, annotator));
    }

    /**
     * Gives several labels of one annotator as one undo step, all or none.
     *
     * @param group the labels; an empty group changes nothing
     * @return the events, once saved
     * @throws IllegalArgumentException when the labels name more than one annotator
     */
    public CompletableFuture<List<LabelEvent>> putAll(List<StepLabel> group) {
        List<StepLabel> labels = List.copyOf(group);
        if (labels.stream().map(StepLabel::annotator).distinct().count() > 1) {
            throw new IllegalArgumentException("One undo step belongs to one annotator.");
        }
        return labels.isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : database.submit(db -> LabelChanges.put(db, labels));
    }

    /**
     * Says how far the annotator is with a trace. Can be undone like a label.
     *
     * @param traceId the trace
     * @param annotator who
     * @param state the state; OPEN takes it up again
     * @param reason why, maybe empty
     * @return the event, once saved
     */
    public CompletableFuture<LabelEvent> finish(
            String traceId, String annotator, TraceState state, String reason) {
        return database.submit(db -> LabelChanges.finish(db, traceId, annotator, state, reason));
    }

    /**
     * Takes back the annotator's last change that is not undone.
     *
     * @param annotator who
     * @return where that was, once saved; empty when there is nothing to undo
     */
    public CompletableFuture<Optional<Undone>> undo(String annotator) {
        return database.submit(db -> UndoSteps.undo(db, annotator));
    }

    /**
     * Makes the annotator's last undone change again. A new change forgets what was undone.
     *
     * @param annotator who
     * @return where that was, once saved; empty when there is nothing to redo
     */
    public CompletableFuture<Optional<Undone>> redo(String annotator) {
        return database.submit(db -> UndoSteps.redo(db, annotator));
    }

    /**
     * @param annotator who
     * @return how many changes can be undone
     */
    public int undoDepth(String annotator) {
        return database.read(db -> UndoSteps.depth(db, annotator, false));
    }

    /**
     * @param traceId a trace
     * @return everybody's current labels of it, by step, candidate and annotator
     */
    public List<StepLabel> of(String traceId) {
        return labels(traceId, "");
    }

    /**
     * @param traceId a trace
     * @param annotator who
     * @return the annotator's current labels of it, by step and candidate
     */
    public List<StepLabel> of(String traceId, String annotator) {
        if (annotator.isEmpty()) {
            return List.of();
        }
        return labels(traceId, annotator);
    }

    /**
     * @param traceId a trace
     * @param annotator who
     * @return how far the annotator is with it
     */
    public TraceState state(String traceId, String annotator) {
        return database.read(db -> LabelRows.state(db, traceId, annotator));
    }

    /**
     * @return how many current labels were made under each rubric version, by the version's key;
     *     versions without labels are left out
     */
    public Map<String, Long> countByRubric() {
        return database.read(LabelRows::countByRubric);
    }

    private List<StepLabel> labels(String traceId, String annotator) {
        return database.read(db -> LabelRows.of(db, traceId, annotator));
    }
}
