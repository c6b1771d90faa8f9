package org.stepwright.ui.label;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import org.stepwright.label.LabelMode;
import org.stepwright.storage.LabelStore;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.Undone;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.StepRevision;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.RubricChoice;
import org.stepwright.ui.label.compare.CompareViewModel;

/**
 * Labelling, without a view: what each key does to the open trace and to the workspace. Confined to
 * the UI thread; reads and saves run in the background.
 */
final class LabelViewModel {
    private final FxTasks tasks;
    private final LabelStore labels;
    private final WorkPlan plan;
    private final RubricInUse rubric;
    private final String annotator;
    private final QueueViewModel queue;
    private final TraceSession session;
    private final SaveQueue saves;
    private final LabelActions actions;
    private final UndoHistory history;
    private final MachineSaid said;
    private final CompareViewModel compare;
    private final AfterSubmit after;
    private final Finishing finishing;
    private final Recutting recutting;
    private final Speed speed;
    private final ObjectProperty<Hint> hint = new SimpleObjectProperty<>(Hint.NONE);

    /**
     * @param tasks background work
     * @param workspace where labels go
     * @param plan how this annotator labels here
     * @param reader reads traces
     * @param rubricChoice which rubric is in use
     * @param queue the queue
     * @param saves changes on their way to the disk, of whoever labelled here
     * @param annotator who labels
     * @param clock gives the time of labels
     * @param nanos a clock that only rises, for the pace
     */
    LabelViewModel(
            FxTasks tasks,
            Workspace workspace,
            WorkPlan plan,
            TraceReader reader,
            RubricChoice rubricChoice,
            QueueViewModel queue,
            SaveQueue saves,
            String annotator,
            Clock clock,
            LongSupplier nanos) {
        this.tasks = tasks;
        this.labels = workspace.labels();
        this.plan = plan;
        this.rubric = new RubricInUse(tasks, rubricChoice);
        this.queue = queue;
        this.annotator = annotator;
        this.speed = new Speed(queue);
        this.saves = saves;
        this.session =
                new TraceSession(
                        tasks,
                        reader,
                        queue,
                        new NextUp(
                                tasks, workspace.gold(), plan.project(), queue, saves, annotator),
                        rubric.version()::get,
                        plan.mode()::flow,
                        plan::showing,
                        annotator);
        this.history =
                new UndoHistory(
                        saves,
                        labels,
                        annotator,
                        this::undone,
                        undo -> hint.set(undo ? Hint.NOTHING_TO_UNDO : Hint.NOTHING_TO_REDO));
        LabelWriter writer = new LabelWriter(session, saves, labels, plan.sitting(), history::grew);
        this.recutting =
                new Recutting(tasks, session, queue, saves, labels, plan.sitting(), history::grew);
        this.after = new AfterSubmit(tasks, workspace, plan.project(), saves, annotator);
        this.finishing =
                new Finishing(session, writer, plan.mode()::flow, annotator, hint::set, after);
        this.actions =
                new LabelActions(
                        session,
                        writer,
                        plan.mode()::flow,
                        () -> new LabelEdit(annotator, clock.instant(), rubric.key()),
                        this::whenOpen,
                        new LabelActions.Listener(
                                steps -> speed.judged(nanos.getAsLong(), steps),
                                finishing::askAgain,
                                hint::set,
                                this::complete));
        this.said = new MachineSaid(tasks, reader.scores(), session, plan::showing);
        this.compare =
                new CompareViewModel(
                        tasks,
                        workspace,
                        save -> saves.add(save::get, done -> history.grew()),
                        () -> plan.sitting().act(""),
                        annotator,
                        clock);
        compare.sides().addListener((o, was, is) -> plan.sitting().opened());
        session.trace().addListener((o, was, is) -> plan.sitting().opened());
        rubric.version().addListener((o, was, is) -> rubricChanged());
        plan.onReorder(this::filter);
        plan.project().settings().addListener((o, was, is) -> policyChanged());
    }

    // --- loading

    /** Loads the project's rules, the rubric, the queue and, if none is open, the first trace. */
    void load() {
        plan.views().load();
        plan.project().load(() -> rubric.load(() -> queue.reload(this::openFirst), trouble()::set));
        if (comparing()) {
            compare.load();
        }
        tasks.query(() -> labels.undoDepth(annotator), undoDepth()::set, trouble()::set);
    }

    private void policyChanged() {
        session.showAnew();
        said.look();
    }

    private void rubricChanged() {
        session.forgetReadAhead();
        session.check();
    }

    /** Applies the queue's filter anew. */
    void filter() {
        queue.reload(this::openFirst);
    }

    private void openFirst() {
        if (!comparing()) {
            session.openFirst();
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
    private void whenOpen(Runnable action) {
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

    private String traceId() {
        return session.trace().get().id();
    }

    // --- moving

    /** Moves by some steps. */
    void move(int by) {
        whenOpen(
                () ->
                        session.stand(
                                plan.mode()
                                        .flow()
                                        .move(session.sheet(), session.cursor().spot(), by)));
    }

    /** Moves to a step. */
    void moveTo(int step) {
        moveTo(Spot.of(step));
    }

    /** Moves to a step or to one of its alternatives. */
    void moveTo(Spot spot) {
        whenOpen(() -> session.stand(plan.mode().flow().limit(session.sheet(), spot)));
    }

    /** Goes to the next alternative of the current step, after the last one to the step itself. */
    void nextAlternative() {
        whenOpen(
                () -> {
                    Spot at = session.cursor().spot();
                    if (at.step() >= 0 && plan.mode().mode().get() == LabelMode.ALTERNATIVES) {
                        int count = session.sheet().candidates(at.step());
                        session.stand(new Spot(at.step(), (at.candidate() + 1) % count));
                    }
                });
    }

    /** Opens the next or previous trace of the queue as it stands. */
    void moveTrace(int by) {
        whenOpen(
                () -> {
                    String next = queue.neighbour(traceId(), by);
                    if (next != null) {
                        finishing.askAgain();
                        session.open(next, -1);
                    }
                });
    }

    // --- undo

    /** Takes the last change back, in whatever trace it was, and shows it. */
    void undo() {
        hint.set(Hint.NONE);
        history.undo();
    }

    /** Does the last undone change again and shows it. */
    void redo() {
        hint.set(Hint.NONE);
        history.redo();
    }

    private void undone(Undone there) {
        finishing.askAgain();
        after.dismiss();
        if (comparing()) {
            compare.undone(there);
        } else if (there.pair()) {
            hint.set(Hint.PAIR_CHANGED);
        } else {
            session.undone(there);
            session.whenOpen(recutting::showInQueue);
        }
    }

    // --- finishing a trace

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

    private void complete() {
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
                compare.load();
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
        recutting.revise(revision, annotator, step, refused);
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
        rubric.choose(rubricId, trouble()::set);
    }

    // --- what the view shows

    QueueViewModel queue() {
        return queue;
    }

    SaveQueue saves() {
        return saves;
    }

    String annotator() {
        return annotator;
    }

    /** The open trace. */
    TraceSession session() {
        return session;
    }

    /** What can be said about its steps. */
    LabelActions actions() {
        return actions;
    }

    CompareViewModel compare() {
        return compare;
    }

    /** What models said about the open trace, where that may be seen. */
    MachineSaid said() {
        return said;
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
        return rubric;
    }

    IntegerProperty undoDepth() {
        return history.depth();
    }

    Speed speed() {
        return speed;
    }

    ObjectProperty<Hint> hint() {
        return hint;
    }

    /** Why something could not be read; empty while all is well. */
    StringProperty trouble() {
        return session.trouble();
    }
}
