package org.stepwright.audit;

import org.stepwright.trace.Trace;

/** Whether two answers say the same up to a step, as {@link ConflictStudy} takes it. */
public final class SamePrefix {
    private SamePrefix() {}

    /**
     * @param one an answer
     * @param other another one
     * @param step the step's index from 0; both have it
     * @return whether the problem and all steps up to and including it are the same; alternatives
     *     do not count
     */
    public static boolean upTo(Trace one, Trace other, int step) {
        return new PrefixDigests(one).upTo(step, 0) == new PrefixDigests(other).upTo(step, 0);
    }
}
