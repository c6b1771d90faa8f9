package org.stepwright.ui.label;

import java.time.Clock;
import java.util.function.LongSupplier;
import org.stepwright.label.LabelMode;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.kit.FxTasks;

/**
 * How one annotator goes about the work: by which rules of the project, in which mode and order,
 * with which saved views; and the sitting that it happens in. Confined to the UI thread.
 */
final class WorkPlan {
    private final QueueViewModel queue;
    private final ProjectInUse project;
    private final ModeInUse mode;
    private final OrderInUse order;
    private final ViewsInUse views;
    private final SittingLog sitting;
    private Runnable reordered = () -> {};

    /**
     * @param tasks background work
     * @param workspace what is worked on
     * @param memory how this annotator labels here
     * @param ranker makes orders anew
     * @param queue the queue
     * @param saves changes on their way to the disk
     * @param annotator who labels
     * @param clock gives the time of sittings
     * @param nanos a clock that only rises
     */
    WorkPlan(
            FxTasks tasks,
            Workspace workspace,
            LabelMemory memory,
            OrderInUse.Ranker ranker,
            QueueViewModel queue,
            SaveQueue saves,
            String annotator,
            Clock clock,
            LongSupplier nanos) {
        this.queue = queue;
        project = new ProjectInUse(tasks, workspace);
        mode = new ModeInUse(tasks, memory);
        order = new OrderInUse(tasks, workspace.ranks(), ranker, memory, this::renewed);
        views = new ViewsInUse(tasks, workspace.views(), queue, order, () -> reordered.run());
        sitting = new SittingLog(saves, workspace.sessions(), annotator, this::terms, clock, nanos);
        queue.order(order.order().get());
        order.order()
                .addListener(
                        (o, was, is) -> {
                            queue.order(is);
                            reordered.run();
                        });
        project.settings().addListener((o, was, is) -> queue.overlap(is.overlap()));
    }

    /**
     * @param action called when the queue is in another order or shows others
     */
    void onReorder(Runnable action) {
        reordered = action;
    }

    /** The present trace stays; what was read ahead is not what comes next any more. */
    private void renewed() {
        queue.renew();
    }

    /** What machines say that may be seen. */
    Showing showing() {
        return project.showing().suggesting(mode.mode().get() == LabelMode.SUGGESTIONS);
    }

    private SittingLog.Terms terms() {
        return new SittingLog.Terms(
                mode.mode().get(),
                order.order().get(),
                showing().sources().stream().sorted().toList());
    }

    ProjectInUse project() {
        return project;
    }

    ModeInUse mode() {
        return mode;
    }

    OrderInUse order() {
        return order;
    }

    ViewsInUse views() {
        return views;
    }

    SittingLog sitting() {
        return sitting;
    }
}
