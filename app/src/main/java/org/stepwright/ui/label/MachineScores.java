package org.stepwright.ui.label;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.score.TraceScore;
import org.stepwright.storage.Workspace;

/** What models and judges said about a trace before. Blocks: call it off the UI thread. */
final class MachineScores {
    private final Workspace workspace;

    MachineScores(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Each model's latest score of a trace. */
    List<TraceScore> of(String traceId) {
        return workspace.scores().latest(traceId);
    }

    /**
     * What is suggested step by step.
     *
     * @param steps how many steps the trace has
     * @return one list a step, maybe empty
     */
    List<List<StepSuggestion>> bySteps(String traceId, int steps) {
        List<List<StepSuggestion>> found = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            found.add(new ArrayList<>());
        }
        for (Suggestion said : workspace.suggestions().of(traceId)) {
            String kind = StepSuggestion.kind(said.source());
            if (said.step() < steps && (kind.equals("judge") || kind.equals("model"))) {
                found.get(said.step()).add(StepSuggestion.of(said));
            }
        }
        for (TraceScore score : of(traceId)) {
            for (int i = 0; i < Math.min(steps, score.stepRewards().size()); i++) {
                found.get(i)
                        .add(
                                new StepSuggestion(
                                        "model:" + score.model(),
                                        verdict(score.firstError(), i),
                                        score.stepRewards().get(i)));
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** By the model's own threshold; what comes after its first error it does not judge. */
    private static Verdict verdict(int firstError, int step) {
        if (step == firstError) {
            return Verdict.WRONG;
        }
        return firstError < 0 || step < firstError ? Verdict.CORRECT : null;
    }
}
