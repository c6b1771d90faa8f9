package org.stepwright.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.stepwright.score.TraceScore;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;

/** One model's latest scores of many traces, as small as can be. For one thread at a time. */
final class KnownScores {
    private final Map<String, Rewards> byTrace = new HashMap<>();

    /** No scores, for an order that goes by none. */
    static KnownScores none() {
        return new KnownScores();
    }

    /**
     * Rewards of a trace.
     *
     * @param steps one a step
     * @param whole that of the trace
     */
    record Rewards(float[] steps, float whole) {
        /** As a model gives them, but for the digits that a float does not hold. */
        List<Double> list() {
            return IntStream.range(0, steps.length).mapToObj(i -> (double) steps[i]).toList();
        }
    }

    /**
     * @param workspace where they are
     * @param model the model's name
     * @param runId only those of this run; empty for all
     * @return its scores
     */
    static KnownScores of(Workspace workspace, String model, String runId) {
        KnownScores known = new KnownScores();
        workspace.scores().forEach(model, runId, known::put);
        return known;
    }

    void put(TraceScore score) {
        float[] steps = new float[score.stepRewards().size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = score.stepRewards().get(i).floatValue();
        }
        byTrace.put(score.traceId(), new Rewards(steps, (float) score.traceReward()));
    }

    /**
     * @param trace a trace
     * @return its rewards; null when it has none, or none of these steps
     */
    Rewards of(Trace trace) {
        Rewards rewards = byTrace.get(trace.id());
        return rewards == null || rewards.steps().length != trace.steps().size() ? null : rewards;
    }

    /**
     * @param traceId a trace
     * @return its steps' rewards; empty when it has none
     */
    List<Double> steps(String traceId) {
        Rewards rewards = byTrace.get(traceId);
        return rewards == null ? List.of() : rewards.list();
    }
}
