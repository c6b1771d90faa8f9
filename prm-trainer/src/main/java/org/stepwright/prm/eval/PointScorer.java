package org.stepwright.prm.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/**
 * Points at one step of a trace, or at none, without reading it: reward 0 there and 1 elsewhere. A
 * step past the end of the trace points at none.
 *
 * @param name its name
 * @param choice the step, or -1
 */
record PointScorer(String name, ToIntFunction<Trace> choice) implements StepScorer {
    static PointScorer none(String name) {
        return new PointScorer(name, trace -> -1);
    }

    static PointScorer constant(String name, int step) {
        return new PointScorer(name, trace -> step);
    }

    /** The choice hangs on the seed and the trace's id, not on the order of the traces. */
    static PointScorer uniform(String name, long seed) {
        return new PointScorer(
                name,
                trace ->
                        new SplittableRandom(seed * 31 + trace.id().hashCode())
                                        .nextInt(trace.steps().size() + 1)
                                - 1);
    }

    @Override
    public List<List<Double>> scoreAll(List<Trace> traces, Progress progress) {
        return traces.stream().map(this::score).toList();
    }

    private List<Double> score(Trace trace) {
        int wrong = choice.applyAsInt(trace);
        List<Double> rewards = new ArrayList<>();
        for (int i = 0; i < trace.steps().size(); i++) {
            rewards.add(i == wrong ? 0.0 : 1.0);
        }
        return rewards;
    }
}
