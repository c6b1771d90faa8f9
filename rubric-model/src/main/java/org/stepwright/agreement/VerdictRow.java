package org.stepwright.agreement;

import java.util.Arrays;

/**
 * The verdicts of one step.
 *
 * @param trace the trace's index
 * @param step the step, from 0
 * @param stage the stage's id; null for none
 * @param who indexes of annotators, rising
 * @param said the ordinal of the verdict that each of them gave
 */
record VerdictRow(int trace, int step, String stage, int[] who, int[] said) {
    /** What two annotators said; both have to be here. */
    VerdictRow only(int first, int second) {
        int a = Arrays.binarySearch(who, first);
        int b = Arrays.binarySearch(who, second);
        return new VerdictRow(
                trace, step, stage, new int[] {first, second}, new int[] {said[a], said[b]});
    }
}
