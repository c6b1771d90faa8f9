package org.stepwright.prm.live;

import java.util.Objects;
import java.util.function.IntFunction;

/**
 * Best of N: asks a model several times and picks the answer whose steps score best. Safe for use
 * by many threads.
 */
public final class BestOfLive {
    private static final int MOST = 64;

    private final LiveScorer scorer;
    private final int atOnce;

    /**
     * @param scorer scores each answer
     * @param atOnce how many answers may stream at the same time, at least 1
     */
    public BestOfLive(LiveScorer scorer, int atOnce) {
        this.scorer = Objects.requireNonNull(scorer, "scorer");
        if (atOnce < 1) {
            throw new IllegalArgumentException("At least one answer at a time.");
        }
        this.atOnce = atOnce;
    }

    /**
     * Starts the answers and returns at once. Where the request has a seed, each answer gets its
     * own: the seed plus its index.
     *
     * @param model who answers
     * @param r what is asked
     * @param n how many answers, 1 to 64
     * @param listeners for each answer's index who hears it
     * @return the running call; a cancel stops all answers and starts no more
     * @throws org.stepwright.work.WorkFailed when a recording does not hold the prompt
     */
    public LiveCall<LiveCandidates> run(
            LiveModel model, LiveRequest r, int n, IntFunction<LiveListener> listeners) {
        if (n < 1 || n > MOST) {
            throw new IllegalArgumentException("From 1 to " + MOST + " answers.");
        }
        CandidatesCall call =
                new CandidatesCall(
                        n, atOnce, i -> scorer.run(model, seeded(r, i), listeners.apply(i)));
        call.start();
        return call;
    }

    private static LiveRequest seeded(LiveRequest r, int i) {
        return r.seed() == null
                ? r
                : new LiveRequest(r.system(), r.prompt(), r.seed() + i, r.form());
    }
}
