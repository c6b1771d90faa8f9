package org.stepwright.ui.label;

import java.time.Clock;
import org.stepwright.app.RankRequest;
import org.stepwright.app.Ranking;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.kit.RubricChoice;
import org.stepwright.ui.kit.ScreenContext;

/** Makes the models of labelling by whoever's name is set. */
final class LabelModels {
    private LabelModels() {}

    static LabelViewModel of(ScreenContext context, SaveQueue saves, Clock clock) {
        Workspace workspace = context.workspace();
        String annotator = context.annotator();
        QueueViewModel queue = new QueueViewModel(context.tasks(), workspace.traces(), annotator);
        WorkPlan plan =
                new WorkPlan(
                        context.tasks(),
                        workspace,
                        new LabelMemory(context.app().settings(), workspace.file(), annotator),
                        (order, progress) ->
                                new Ranking(workspace, clock).rank(RankRequest.of(order), progress),
                        queue,
                        saves,
                        annotator,
                        clock,
                        System::nanoTime);
        return new LabelViewModel(
                owner ->
                        new Desk(
                                context.tasks(),
                                workspace,
                                plan,
                                new TraceReader(workspace, context.verifiers(), clock),
                                new RubricChoice(workspace, context.app().settings()),
                                queue,
                                saves,
                                annotator,
                                clock,
                                System::nanoTime,
                                owner));
    }
}
