package org.stepwright.prm.train;

import java.util.Arrays;
import org.stepwright.work.Progress;

/**
 * The workbench's logistic regression for whoever has rows of numbers and two classes. Standardised
 * numbers, L2 penalty, every row weighs the same. Immutable; safe for many threads.
 */
public final class LinearFit {
    private final LogisticRegression.Linear head;

    private LinearFit(LogisticRegression.Linear head) {
        this.head = head;
    }

    /**
     * @param rows finite numbers, all rows of the same length, at least one row; not copied
     * @param positives the class of each row; both occur
     * @param penalty half of it times the squared length of the weights of the first numbers of a
     *     row is added to the mean log loss
     * @param plain how many first numbers that are
     * @param restPenalty the same of the numbers after them
     * @param progress asked for cancel between rounds
     * @return the fit that is best
     * @throws org.stepwright.work.WorkFailed when the numbers leave the finite range
     */
    public static LinearFit of(
            float[][] rows,
            boolean[] positives,
            double penalty,
            int plain,
            double restPenalty,
            Progress progress) {
        double[] targets = new double[rows.length];
        double[] weights = new double[rows.length];
        Arrays.fill(weights, 1);
        for (int i = 0; i < rows.length; i++) {
            targets[i] = positives[i] ? 1 : 0;
        }
        Design design = new Design(rows, targets, weights);
        return new LinearFit(
                new LogisticRegression(penalty, plain, restPenalty).fit(design, 0, progress));
    }

    /**
     * @param row as many numbers as the rows of the fit have
     * @return the logit of the positive class
     */
    public double logit(float[] row) {
        return head.logit(row);
    }
}
