package org.stepwright.ui.label;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import org.stepwright.label.LabelMode;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.Undone;
import org.stepwright.trace.StepRevision;
import org.stepwright.ui.label.compare.CompareViewModel;

/**
 * Labelling, without a view: what each key does to the open trace and to the workspace. Confined to
 * the UI thread; reads and saves run in the background.
 */
final class LabelViewModel implements Desk.Owner {
    private final Desk desk;
    private final WorkPlan plan;
    private final QueueViewModel queue;
    private final Walk walk;
    private final TraceSession session;
    private final AfterSubmit after;
    private final Finishing finishing;
    private final ObjectProperty<Hint> hint = new SimpleObjectProperty<>(Hint.NONE);

    /**
     * @param maker wires the parts, which ask this model for what they need
     */
    LabelViewModel(Function<Desk.Owner, Desk> maker) {
        desk = maker.apply(this);
        plan = desk.plan;
        queue = desk.queue;
        session = desk.session;
        after = desk.after;
        finishing = desk.finishing;
        walk = new Walk(session, plan.mode(), queue);
        plan.onReorder(this::filter);
    }

    /** Loads the project's rules, the rubric, the queue and, if none is open, the first trace. */
    void load() {
        plan.views().load();
        plan.project()
                .load(() -> desk.rubric.load(() -> queue.reload(this::openFirst), trouble()::set));
        if (comparing()) {
            desk.compare.load();
        }
        desk.history.load(desk.tasks, trouble()::set);
    }

    /** Applies the queue's filter anew. */
    void filter() {
        queue.reload(this::openFirst);
    }

    private void openFirst() {
        if (!comparing()) {
            desk.going.openFirst();
        }
    }

    /**
     * Opens the trace that someone pointed at.
     *
     * @param id the trace
     * @param step where to stand; -1 for its first step that needs a verdict
     */
    void open(String id, int step) {
        finishing.askAgain();
        after.dismiss();
        session.choose(id, step);
    }

    /** Opens a trace at its first step that needs a verdict. */
    void open(String id) {
        open(id, -1);
    }

    /** While something else stands in place of the trace, no key is for the trace. */
    @Override
    public void whenOpen(Runnable action) {
        if (comparing()) {
            return;
        }
        session.whenOpen(
                () -> {
                    if (!after.telling()) {
                        hint.set(Hint.NONE);
                        action.run();
                    }
                });
    }

    /** Moves by some steps. */
    void move(int by) {
        whenOpen(() -> walk.by(by));
    }

    /** Moves to a step. */
    void moveTo(int step) {
        moveTo(Spot.of(step));
    }

    /** Moves to a step or to one of its alternatives. */
    void moveTo(Spot spot) {
        whenOpen(() -> walk.to(spot));
    }

    /** Goes to the next alternative of the current step, after the last one to the step itself. */
    void nextAlternative() {
        whenOpen(walk::nextAlternative);
    }

    /** Opens the next or previous trace of the queue as it stands. */
    void moveTrace(int by) {
        whenOpen(
                () -> {
                    finishing.askAgain();
                    walk.trace(by);
                });
    }

    /** Takes the last change back, in whatever trace it was, and shows it. */
    void undo() {
        hint.set(Hint.NONE);
        desk.history.undo();
    }

    /** Does the last undone change again and shows it. */
    void redo() {
        hint.set(Hint.NONE);
        desk.history.redo();
    }

    @Override
    public void tell(Hint what) {
        hint.set(what);
    }

    @Override
    public void undone(Undone there) {
        finishing.askAgain();
        after.dismiss();
        if (comparing()) {
            desk.compare.undone(there);
        } else if (there.pair()) {
            hint.set(Hint.PAIR_CHANGED);
        } else {
            session.undone(there);
            session.whenOpen(desk.recutting::showInQueue);
            if (there.kept()) {
                session.whenOpen(() -> hint.set(Hint.KEPT));
            }
        }
    }

    /**
     * Submits the open trace and opens the next; with a verdict missing only when asked twice.
     * Where something is told after a trace, goes on from there.
     */
    void submit() {
        if (after.telling()) {
            after.goOn();
        } else {
            whenOpen(finishing::submit);
        }
    }

    @Override
    public void complete() {
        if (plan.mode().submits().get()) {
            finishing.submit();
        } else {
            hint.set(Hint.COMPLETE);
        }
    }

    /** Whether answers are compared, so that no trace is open to be labelled. */
    boolean comparing() {
        return plan.mode().mode().get() == LabelMode.COMPARE;
    }

    /** The annotator leaves: the sitting ends, and coming back begins another. */
    void leave() {
        plan.sitting().end();
    }

    /** Labels in another mode from now on; the open trace stays open. */
    void chooseMode(LabelMode next) {
        if (next != plan.mode().mode().get()) {
            hint.set(Hint.NONE);
            finishing.askAgain();
            plan.mode().choose(next);
            after.dismiss();
            session.reflow();
            if (comparing()) {
                desk.compare.load();
            } else {
                openFirst();
            }
        }
    }

    /**
     * Puts the open trace with its steps cut anew in its place.
     *
     * @param step where to stand then
     * @param refused gets the sentence when somebody else was quicker
     */
    void revise(StepRevision revision, int step, Consumer<String> refused) {
        finishing.askAgain();
        desk.recutting.revise(revision, desk.annotator, step, refused);
    }

    /** Gives the open trace up and opens the next. */
    void giveUp(String reason) {
        whenOpen(() -> finishing.finish(TraceState.GAVE_UP, reason));
    }

    /** Says that the problem itself is bad and opens the next trace. */
    void badProblem(String reason) {
        whenOpen(() -> finishing.finish(TraceState.BAD_PROBLEM, reason));
    }

    /**
     * Labels under another rubric from now on.
     *
     * @param rubricId a rubric with a published version; empty for none
     */
    void chooseRubric(String rubricId) {
        desk.rubric.choose(rubricId, trouble()::set);
    }

    QueueViewModel queue() {
        return queue;
    }

    SaveQueue saves() {
        return desk.saves;
    }

    String annotator() {
        return desk.annotator;
    }

    /** The open trace. */
    TraceSession session() {
        return session;
    }

    /** What can be said about its steps. */
    LabelActions actions() {
        return desk.actions;
    }

    CompareViewModel compare() {
        return desk.compare;
    }

    /** What models said about the open trace, where that may be seen. */
    MachineSaid said() {
        return desk.said;
    }

    ModeInUse mode() {
        return plan.mode();
    }

    /** How the work is gone about. */
    WorkPlan plan() {
        return plan;
    }

    /** What is told after a trace. */
    AfterSubmit after() {
        return after;
    }

    RubricInUse rubric() {
        return desk.rubric;
    }

    IntegerProperty undoDepth() {
        return desk.history.depth();
    }

    Speed speed() {
        return desk.speed;
    }

    ObjectProperty<Hint> hint() {
        return hint;
    }

    /** Why something could not be read; empty while all is well. */
    StringProperty trouble() {
        return session.trouble();
    }
}
