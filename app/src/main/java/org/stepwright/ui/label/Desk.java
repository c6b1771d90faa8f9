package org.stepwright.ui.label;

import java.time.Clock;
import java.util.function.LongSupplier;
import org.stepwright.storage.LabelStore;
import org.stepwright.storage.Undone;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.RubricChoice;
import org.stepwright.ui.label.compare.CompareViewModel;

/**
 * What one annotator labels with, wired: the open trace, what can be said of it, where it goes.
 * Confined to the UI thread.
 */
final class Desk {
    /** What the parts ask of who uses them. */
    interface Owner {
        /** Tells something. */
        void tell(Hint hint);

        /** Something was undone or done again on disk. */
        void undone(Undone there);

        /** Runs an action on the open trace, or on the one that is loading. */
        void whenOpen(Runnable action);

        /** A verdict was the last that the trace needed. */
        void complete();
    }

    final FxTasks tasks;
    final String annotator;
    final WorkPlan plan;
    final QueueViewModel queue;
    final SaveQueue saves;
    final RubricInUse rubric;
    final Speed speed;
    final TraceSession session;
    final Going going;
    final UndoHistory history;
    final Recutting recutting;
    final AfterSubmit after;
    final Finishing finishing;
    final LabelActions actions;
    final MachineSaid said;
    final CompareViewModel compare;

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
     * @param owner hears what the parts ask for
     */
    Desk(
            FxTasks tasks,
            Workspace workspace,
            WorkPlan plan,
            TraceReader reader,
            RubricChoice rubricChoice,
            QueueViewModel queue,
            SaveQueue saves,
            String annotator,
            Clock clock,
            LongSupplier nanos,
            Owner owner) {
        this.tasks = tasks;
        this.annotator = annotator;
        this.plan = plan;
        this.queue = queue;
        this.saves = saves;
        LabelStore labels = workspace.labels();
        rubric = new RubricInUse(tasks, rubricChoice);
        speed = new Speed(queue);
        session =
                new TraceSession(
                        tasks,
                        reader,
                        queue,
                        rubric.version()::get,
                        plan.mode()::flow,
                        plan::showing,
                        annotator);
        going =
                new Going(
                        session,
                        queue,
                        new NextUp(
                                tasks, workspace.gold(), plan.project(), queue, saves, annotator));
        history =
                new UndoHistory(
                        saves,
                        labels,
                        annotator,
                        owner::undone,
                        undo -> owner.tell(undo ? Hint.NOTHING_TO_UNDO : Hint.NOTHING_TO_REDO));
        LabelWriter writer = new LabelWriter(session, saves, labels, plan.sitting(), history::grew);
        recutting =
                new Recutting(tasks, session, queue, saves, labels, plan.sitting(), history::grew);
        after = new AfterSubmit(tasks, workspace, plan.project(), saves, annotator);
        finishing =
                new Finishing(
                        session, going, writer, plan.mode()::flow, annotator, owner::tell, after);
        actions =
                new LabelActions(
                        session,
                        writer,
                        plan.mode()::flow,
                        () -> new LabelEdit(annotator, clock.instant(), rubric.key()),
                        owner::whenOpen,
                        new LabelActions.Listener(
                                steps -> speed.judged(nanos.getAsLong(), steps),
                                finishing::askAgain,
                                owner::tell,
                                owner::complete));
        said = new MachineSaid(tasks, reader.scores(), session, plan::showing);
        compare =
                new CompareViewModel(
                        tasks,
                        workspace,
                        save -> saves.add(save::get, done -> history.grew()),
                        () -> plan.sitting().act(""),
                        annotator,
                        clock);
        listen();
    }

    private void listen() {
        compare.sides().addListener((o, was, is) -> plan.sitting().opened());
        session.trace().addListener((o, was, is) -> plan.sitting().opened());
        rubric.version()
                .addListener(
                        (o, was, is) -> {
                            session.forgetReadAhead();
                            session.check();
                        });
        plan.project()
                .settings()
                .addListener(
                        (o, was, is) -> {
                            session.showAnew();
                            said.look();
                        });
    }
}
