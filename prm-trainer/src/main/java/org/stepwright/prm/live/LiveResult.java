package org.stepwright.prm.live;

import java.util.Objects;
import org.stepwright.score.TraceScore;
import org.stepwright.trace.Trace;

/**
 * An answer, its steps and their scores.
 *
 * @param trace the answer as a trace; its metadata names connection, model and whether it was
 *     recorded
 * @param score the scores of its steps; null when the scorer failed, which leaves the answer whole
 * @param answer the answer as it came
 * @param scoringTrouble one plain sentence when the scorer failed, empty otherwise
 */
public record LiveResult(Trace trace, TraceScore score, LiveAnswer answer, String scoringTrouble) {
    /** Validates. */
    public LiveResult {
        Objects.requireNonNull(trace, "trace");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(scoringTrouble, "scoringTrouble");
        if ((score == null) == scoringTrouble.isEmpty()) {
            throw new IllegalArgumentException("Without a score there is a reason, and only then.");
        }
    }
}
