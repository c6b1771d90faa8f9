package org.stepwright.prm.eval;

import java.util.List;

/** The baseline that always names the same step as the first error. */
final class ConstantIndex {
    private static final int NO_ERROR = -1;
    private static final int UNKNOWN = -2;

    private ConstantIndex() {}

    /**
     * The single index with the highest ProcessBench F1. An index past the end of a trace says that
     * it has no error, so a late index also passes the short right traces. Where no index has an F1
     * above 0 (as without right traces), the most frequent first error; the earlier index wins a
     * tie, so that the order of the rows does not matter.
     *
     * @param golds what the traces should be judged by
     * @return the index, from 0
     */
    static int best(List<Gold> golds) {
        int longest = golds.stream().mapToInt(Gold::steps).max().orElse(0);
        int[] errorsAt = new int[longest + 1];
        int[] rightOf = new int[longest + 1];
        int wrong = 0;
        int right = 0;
        for (Gold gold : golds) {
            int error = gold.firstError().orElse(UNKNOWN);
            if (error >= 0) {
                errorsAt[error]++;
                wrong++;
            } else if (error == NO_ERROR) {
                rightOf[gold.steps()]++;
                right++;
            }
        }
        int best = 0;
        double bestF1 = 0;
        int shorter = 0;
        for (int i = 0; i < longest; i++) {
            shorter += rightOf[i];
            double f1 =
                    Metrics.harmonicMean((double) errorsAt[i] / wrong, (double) shorter / right);
            if (f1 > bestF1) {
                best = i;
                bestF1 = f1;
            } else if (bestF1 == 0 && errorsAt[i] > errorsAt[best]) {
                best = i;
            }
        }
        return best;
    }
}
