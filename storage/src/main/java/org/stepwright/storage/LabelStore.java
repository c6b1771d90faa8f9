package org.stepwright.storage;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.stepwright.label.LabelPass;
import org.stepwright.label.Preference;
import org.stepwright.label.StepLabel;
import org.stepwright.trace.Trace;

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
     * Gives a label in place of the annotator's label of that step and pass, if any.
     *
     * @param label the label
     * @return the event, once saved
     */
    public CompletableFuture<LabelEvent> put(StepLabel label) {
        return put(label, Act.NONE);
    }

    /**
     * Gives a label in place of the annotator's label of that step and pass, if any.
     *
     * @param label the label
     * @param act how it came about
     * @return the event, once saved
     */
    public CompletableFuture<LabelEvent> put(StepLabel label, Act act) {
        List<StepLabel> group = List.of(label);
        return database.submit(db -> LabelChanges.put(db, group, label.annotator(), act).get(0));
    }

    /**
     * Takes a label of the LABEL pass away.
     *
     * @param traceId the trace
     * @param step the step, from 0
     * @param candidate 0 for the step itself, k for its k-th alternative
     * @param annotator whose label
     * @return the event, once saved
     */
    public CompletableFuture<LabelEvent> clear(
            String traceId, int step, int candidate, String annotator) {
        return clear(traceId, step, candidate, annotator, LabelPass.LABEL, Act.NONE);
    }

    /**
     * Takes a label away.
     *
     * @param traceId the trace
     * @param step the step, from 0
     * @param candidate 0 for the step itself, k for its k-th alternative
     * @param annotator whose label
     * @param pass of which pass
     * @param act how it came about
     * @return the event, once saved
     */
    public CompletableFuture<LabelEvent> clear(
            String traceId, int step, int candidate, String annotator, LabelPass pass, Act act) {
        return database.submit(
                db -> LabelChanges.clear(db, traceId, step, candidate, annotator, pass, act));
    }

    /**
     * Gives several labels of one annotator as one undo step, all or none.
     *
     * @param group the labels; an empty group changes nothing
     * @return the events, once saved
     * @throws IllegalArgumentException when the labels name more than one annotator
     */
    public CompletableFuture<List<LabelEvent>> putAll(List<StepLabel> group) {
        return putAll(group, Act.NONE);
    }

    /**
     * Gives several labels of one annotator as one undo step, all or none.
     *
     * @param group the labels; an empty group changes nothing
     * @param act how they came about
     * @return the events, once saved
     * @throws IllegalArgumentException when the labels name more than one annotator
     */
    public CompletableFuture<List<LabelEvent>> putAll(List<StepLabel> group, Act act) {
        List<StepLabel> labels = List.copyOf(group);
        if (labels.stream().map(StepLabel::annotator).distinct().count() > 1) {
            throw new IllegalArgumentException("One undo step belongs to one annotator.");
        }
        return labels.isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : database.submit(
                        db -> LabelChanges.put(db, labels, labels.get(0).annotator(), act));
    }

    /**
     * Says how far the annotator is with labelling a trace. Can be undone like a label.
     *
     * @param traceId the trace
     * @param annotator who
     * @param state the state; OPEN takes it up again
     * @param reason why, maybe empty
     * @return the event, once saved
     */
    public CompletableFuture<LabelEvent> finish(
            String traceId, String annotator, TraceState state, String reason) {
        return finish(traceId, annotator, LabelPass.LABEL, state, reason, Act.NONE);
    }

    /**
     * Says how far the annotator is with a pass over a trace. Can be undone like a label.
     *
     * @param traceId the trace
     * @param annotator who
     * @param pass which pass
     * @param state the state; OPEN takes it up again
     * @param reason why, maybe empty
     * @param act how it came about
     * @return the event, once saved
     */
    public CompletableFuture<LabelEvent> finish(
            String traceId,
            String annotator,
            LabelPass pass,
            TraceState state,
            String reason,
            Act act) {
        return database.submit(
                db -> LabelChanges.finish(db, traceId, annotator, pass, state, reason, act));
    }

    /**
     * Says which of two answers is better, in place of what the annotator said of them before. Can
     * be undone like a label.
     *
     * @param preference the preference
     * @param act how it came about
     * @return the event, once saved; its trace is the first of the pair
     */
    public CompletableFuture<LabelEvent> prefer(Preference preference, Act act) {
        return database.submit(db -> LabelChanges.prefer(db, preference, act));
    }

    /**
     * Takes a preference away.
     *
     * @param first the trace of the pair whose id sorts first
     * @param second the other one
     * @param annotator whose preference
     * @param act how it came about
     * @return the event, once saved
     */
    public CompletableFuture<LabelEvent> clearPreference(
            String first, String second, String annotator, Act act) {
        return database.submit(
                db -> LabelChanges.clearPreference(db, first, second, annotator, act));
    }

    /**
     * Replaces a trace by the same answer cut into other steps, as one undo step. The old trace
     * stays in the file but in no list; undo brings it back with its labels.
     *
     * @param traceId the trace
     * @param revised the same answer in its new steps, under an id of its own
     * @param followed everybody's labels of all passes as they stand on the new steps
     * @param annotator who cuts
     * @param act how it came about
     * @return the events, once saved; fails when the trace was replaced already
     */
    public CompletableFuture<List<LabelEvent>> revise(
            String traceId, Trace revised, List<StepLabel> followed, String annotator, Act act) {
        List<StepLabel> labels = List.copyOf(followed);
        return database.submit(
                db -> Revisions.revise(db, traceId, revised, labels, annotator, act));
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
     * Takes one change back, unless the annotator changed something else since.
     *
     * @param annotator who
     * @param group the group of its events
     * @return where that was, once saved; empty when another change is the last one
     */
    public CompletableFuture<Optional<Undone>> undo(String annotator, long group) {
        return database.submit(db -> UndoSteps.turnOnly(db, annotator, false, group));
    }

    /**
     * Makes one undone change again, unless another one is next.
     *
     * @param annotator who
     * @param group the group of its events
     * @return where that was, once saved; empty when another change is next
     */
    public CompletableFuture<Optional<Undone>> redo(String annotator, long group) {
        return database.submit(db -> UndoSteps.turnOnly(db, annotator, true, group));
    }

    /**
     * @param annotator who
     * @param group the group of a change's events
     * @param undone whether it was undone
     * @return whether it can still be turned round, now or after other changes were
     */
    public boolean isWaiting(String annotator, long group, boolean undone) {
        return database.read(db -> UndoSteps.isThere(db, annotator, undone, group));
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
     * @return everybody's current labels and decisions of it, by step, candidate and annotator;
     *     without repeats
     */
    public List<StepLabel> of(String traceId) {
        return labels(traceId, LabelRows.Which.counting(""));
    }

    /**
     * @param traceId a trace
     * @param annotator who
     * @return the annotator's current labels of it in the LABEL pass, by step and candidate
     */
    public List<StepLabel> of(String traceId, String annotator) {
        return of(traceId, annotator, LabelPass.LABEL);
    }

    /**
     * @param traceId a trace
     * @param annotator who
     * @param pass in which pass
     * @return the annotator's current labels of it in that pass, by step and candidate
     */
    public List<StepLabel> of(String traceId, String annotator, LabelPass pass) {
        return annotator.isEmpty()
                ? List.of()
                : labels(traceId, new LabelRows.Which(annotator, EnumSet.of(pass)));
    }

    /**
     * @param traceId a trace
     * @return everybody's current labels of it in all passes, by step, candidate and annotator
     */
    public List<StepLabel> all(String traceId) {
        return labels(traceId, new LabelRows.Which("", EnumSet.allOf(LabelPass.class)));
    }

    /**
     * @param traceId a trace
     * @return what people said of it a second time
     */
    public List<StepLabel> repeats(String traceId) {
        return labels(traceId, new LabelRows.Which("", EnumSet.of(LabelPass.REPEAT)));
    }

    /**
     * @param traceId a trace
     * @return who is how far with it in which pass, by annotator; who never finished it is left out
     */
    public List<Standing> standings(String traceId) {
        return database.read(db -> LabelRows.standings(db, traceId));
    }

    /**
     * @param traceId a trace
     * @param annotator who
     * @return how far the annotator is with labelling it
     */
    public TraceState state(String traceId, String annotator) {
        return state(traceId, annotator, LabelPass.LABEL);
    }

    /**
     * @param traceId a trace
     * @param annotator who
     * @param pass which pass
     * @return how far the annotator is with that pass over it
     */
    public TraceState state(String traceId, String annotator, LabelPass pass) {
        return database.read(db -> LabelRows.state(db, traceId, annotator, pass));
    }

    /**
     * @param traceId a trace
     * @return the trace that stands for it now: itself, or the one that it was last cut anew into
     */
    public String newest(String traceId) {
        return database.read(db -> Revisions.head(db, traceId));
    }

    /**
     * @param traceId a trace
     * @return current preferences between it and other answers, by the other's id and annotator
     */
    public List<Preference> preferences(String traceId) {
        return database.read(db -> PreferenceRows.of(db, traceId));
    }

    /**
     * @return all current preferences, by pair and annotator
     */
    public List<Preference> preferences() {
        return database.read(PreferenceRows::all);
    }

    /**
     * @return how many current labels were made under each rubric version, by the version's key;
     *     versions without labels are left out
     */
    public Map<String, Long> countByRubric() {
        return database.read(LabelRows::countByRubric);
    }

    private List<StepLabel> labels(String traceId, LabelRows.Which which) {
        return database.read(db -> LabelRows.of(db, traceId, which));
    }
}
