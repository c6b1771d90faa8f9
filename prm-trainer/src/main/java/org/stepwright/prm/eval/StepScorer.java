package org.stepwright.prm.eval;

import java.util.List;
import java.util.function.BiFunction;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/** Whatever gives each step of a trace a reward: a model or a baseline. */
public interface StepScorer {
    /**
     * @return its name, for people
     */
    String name();

    /**
     * @param traces traces
     * @param progress told about finished traces; asked for cancel
     * @return for each trace one reward in [0, 1] a step
     */
    List<List<Double>> scoreAll(List<Trace> traces, Progress progress);

    /**
     * @param name its name
     * @param scoring how it scores, such as {@code model::scoreAll}
     * @return a scorer
     */
    static StepScorer of(
            String name, BiFunction<List<Trace>, Progress, List<List<Double>>> scoring) {
        return new StepScorer() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<List<Double>> scoreAll(List<Trace> traces, Progress progress) {
                return scoring.apply(traces, progress);
            }
        };
    }
}
