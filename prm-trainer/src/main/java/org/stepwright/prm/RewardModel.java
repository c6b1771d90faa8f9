package org.stepwright.prm;

import java.util.List;
import org.stepwright.score.TraceScore;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/**
 * Scores the steps of answers. A step's reward depends on the problem and the steps so far, never
 * on later steps or on labels, so a streamed answer and the same answer scored whole get the same
 * numbers. Safe for use by many threads once opened.
 */
public interface RewardModel extends AutoCloseable {
    /**
     * @return what the model is
     */
    ModelInfo info();

    /**
     * Starts scoring one answer step by step.
     *
     * @param problem what was asked
     * @return a session for one thread at a time
     */
    ScoringSession begin(String problem);

    /**
     * Scores whole traces in batches.
     *
     * @param traces the traces
     * @param progress told about finished traces; asked for cancel between batches
     * @return for each trace one reward in [0, 1] a step: the same numbers as streaming gives
     * @throws org.stepwright.work.Cancelled when the user stopped the work
     * @throws org.stepwright.work.WorkFailed when the model gives no number for a step
     */
    List<List<Double>> scoreAll(List<Trace> traces, Progress progress);

    /**
     * @param trace a trace
     * @return its rewards, its reward as a whole and its first step under the threshold
     */
    default TraceScore score(Trace trace) {
        return toScore(trace, scoreAll(List.of(trace), Progress.NONE).get(0));
    }

    /**
     * @param trace a trace
     * @param rewards its rewards by this model, one a step
     * @return the score row that these rewards make under this model's threshold and aggregation
     */
    default TraceScore toScore(Trace trace, List<Double> rewards) {
        ModelInfo info = info();
        return new TraceScore(
                trace.id(),
                rewards,
                info.aggregation().aggregate(rewards),
                info.aggregation(),
                TraceScore.firstErrorUnder(rewards, info.threshold()),
                info.name(),
                info.rubricVersion());
    }

    /** Frees native memory. Sessions must not be used afterwards. */
    @Override
    void close();
}
