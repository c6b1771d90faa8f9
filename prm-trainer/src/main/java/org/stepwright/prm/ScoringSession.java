package org.stepwright.prm;

import org.stepwright.trace.Step;

/** The scoring of one answer, step by step as it arrives. For one thread at a time. */
public interface ScoringSession {
    /**
     * @param step the next step of the answer
     * @return its reward in [0, 1], given the problem and the steps so far
     * @throws org.stepwright.work.WorkFailed when the model gives no number
     */
    double next(Step step);
}
