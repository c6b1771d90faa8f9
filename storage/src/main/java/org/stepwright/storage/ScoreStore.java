package org.stepwright.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stepwright.score.TraceScore;

/** Scores that models gave, by run. Safe for many threads. */
public final class ScoreStore {
    ScoreStore() {}

    /**
     * Saves a score in place of the same run's score of the same trace, if any.
     *
     * @param runId the run
     * @param score the score; its trace need not be in the workspace
     * @param at when it was made
     */
    public void save(String runId, TraceScore score, Instant at) {
        saveAll(runId, List.of(score), at);
    }

    /**
     * Saves several scores in one transaction.
     *
     * @param runId the run
     * @param scores the scores
     * @param at when they were made
     */
    public void saveAll(String runId, List<TraceScore> scores, Instant at) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param traceId a trace
     * @param model a model's name
     * @return the model's latest score of it, if any
     */
    public Optional<TraceScore> latest(String traceId, String model) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param runId a run
     * @return its scores in the order in which they were first saved
     */
    public List<TraceScore> of(String runId) {
        throw new UnsupportedOperationException();
    }
}
