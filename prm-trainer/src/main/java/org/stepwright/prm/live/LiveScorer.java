package org.stepwright.prm.live;

import java.time.Clock;
import java.util.Objects;
import org.stepwright.prm.RewardModel;
import org.stepwright.trace.SplitRule;

/**
 * Scores the steps of answers while they stream. Each call has its own scoring thread, so that
 * scoring never holds up the stream. The scores equal those of the whole trace, because a score
 * depends only on the problem and the steps so far. Safe for use by many threads.
 */
public final class LiveScorer {
    private final RewardModel model;
    private final SplitRule rule;
    private final LiveTraces traces;

    /**
     * @param m scores the steps; stays open and is closed by its owner
     * @param rule how answers are cut into steps
     */
    public LiveScorer(RewardModel m, SplitRule rule) {
        this(m, rule, Clock.systemUTC());
    }

    /**
     * @param m scores the steps; stays open and is closed by its owner
     * @param rule how answers are cut into steps
     * @param clock gives the time in the ids of traces
     */
    public LiveScorer(RewardModel m, SplitRule rule, Clock clock) {
        this.model = Objects.requireNonNull(m, "model");
        this.rule = Objects.requireNonNull(rule, "rule");
        this.traces = new LiveTraces(clock);
    }

    /**
     * Starts one answer and its scoring, and returns at once. After a cancel, the steps that had
     * arrived are still scored.
     *
     * @param live who answers
     * @param r what is asked
     * @param l hears text, steps and scores
     * @return the running call; its result comes when all steps that arrived are scored
     * @throws org.stepwright.work.WorkFailed when a recording does not hold the prompt
     */
    public LiveCall<LiveResult> run(LiveModel live, LiveRequest r, LiveListener l) {
        Objects.requireNonNull(l, "listener");
        LiveScoring scoring =
                new LiveScoring(
                        model,
                        rule,
                        r.prompt(),
                        l,
                        (steps, answer) -> traces.trace(live.connection(), r, steps, answer));
        scoring.start(live, r);
        return scoring;
    }

    /**
     * @return the model that scores
     */
    public RewardModel model() {
        return model;
    }
}
