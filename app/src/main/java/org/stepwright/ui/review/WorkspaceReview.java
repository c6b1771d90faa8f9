package org.stepwright.ui.review;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.storage.Act;
import org.stepwright.storage.FilterKey;
import org.stepwright.storage.LabelStore;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.Undone;
import org.stepwright.storage.Workspace;
import org.stepwright.work.WorkFailed;

/** Reviewing in an open workspace. */
final class WorkspaceReview implements ReviewStore {
    /** More than this are not counted; nobody could decide so many. */
    private static final int MOST_FLAGGED = 10_000;

    private final Workspace workspace;

    WorkspaceReview(Workspace workspace) {
        this.workspace = workspace;
    }

    private LabelStore labels() {
        return workspace.labels();
    }

    @Override
    public void contested(String text, Consumer<ReviewTrace> sink) {
        TraceFilter found = TraceFilter.search(text);
        each(found.with(FilterKey.DISAGREE, true), sink);
        each(found.withState(TraceState.GAVE_UP), sink);
        each(found.withState(TraceState.BAD_PROBLEM), sink);
    }

    private void each(TraceFilter filter, Consumer<ReviewTrace> sink) {
        workspace
                .traces()
                .forEach(
                        filter,
                        labelled -> {
                            sink.accept(
                                    ReviewTrace.of(
                                            labelled, labels().standings(labelled.trace().id())));
                        });
    }

    /** How many traces wait for a decision. */
    long waiting() {
        TraceFilter open = TraceFilter.ALL.with(FilterKey.DECIDED, false);
        TraceFilter same = open.with(FilterKey.DISAGREE, false);
        Set<String> flagged = new HashSet<>();
        for (TraceState state : List.of(TraceState.GAVE_UP, TraceState.BAD_PROBLEM)) {
            workspace
                    .traces()
                    .page(same.withState(state), "", 0, MOST_FLAGGED)
                    .forEach(t -> flagged.add(t.id()));
        }
        long differing = workspace.traces().count(open.with(FilterKey.DISAGREE, true), "");
        return differing + flagged.size();
    }

    @Override
    public ReviewTrace read(String traceId) {
        LabelledTrace labelled =
                workspace
                        .traces()
                        .labelled(traceId)
                        .orElseThrow(
                                () ->
                                        new WorkFailed(
                                                "The trace "
                                                        + traceId
                                                        + " is not in this workspace any more;"
                                                        + " choose another."));
        return ReviewTrace.of(labelled, labels().standings(labelled.trace().id()));
    }

    @Override
    public CompletableFuture<?> decide(List<StepLabel> group) {
        return labels().putAll(group);
    }

    @Override
    public CompletableFuture<?> clear(String traceId, int step, String reviewer) {
        return labels().clear(traceId, step, 0, reviewer, LabelPass.DECISION, Act.NONE);
    }

    @Override
    public CompletableFuture<?> finish(String traceId, String reviewer, TraceState state) {
        return labels().finish(traceId, reviewer, LabelPass.DECISION, state, "", Act.NONE);
    }

    @Override
    public CompletableFuture<Optional<Undone>> undo(String reviewer) {
        return labels().undo(reviewer);
    }

    @Override
    public CompletableFuture<Optional<Undone>> redo(String reviewer) {
        return labels().redo(reviewer);
    }

    @Override
    public int undoDepth(String reviewer) {
        return labels().undoDepth(reviewer);
    }

    @Override
    public boolean blind() {
        return workspace.project().current().blind();
    }
}
