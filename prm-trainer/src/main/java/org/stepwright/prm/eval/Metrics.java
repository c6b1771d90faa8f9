package org.stepwright.prm.eval;

import java.util.List;
import java.util.Objects;
import org.stepwright.score.TraceScore;

/**
 * Metrics of scored steps and traces. All are shares in [0, 1], never percent, and NaN where the
 * data cannot say: an AUROC of one class, an accuracy over no trace.
 */
public final class Metrics {
    /** How many bins the calibration error uses. */
    public static final int BINS = 15;

    private Metrics() {}

    /**
     * Area under the ROC curve: the chance that a positive scores higher than a negative, a tie
     * counting one half (Mann-Whitney).
     *
     * @param scores finite scores in any order
     * @param positives whether each item is positive
     * @return the area in [0, 1]; NaN when there is only one class
     * @throws IllegalArgumentException when the sizes differ or a score is not finite
     */
    public static double auroc(double[] scores, boolean[] positives) {
        return new SortedScores(scores, positives).auroc();
    }

    /**
     * Expected calibration error over {@value #BINS} bins of equal mass: the mean distance of a
     * bin's mean reward from its share of correct steps, weighted by size.
     *
     * @param rewards probabilities in [0, 1] that an item is positive
     * @param positives whether each item is positive
     * @return the error in [0, 1]; NaN without items
     * @throws IllegalArgumentException when the sizes differ or a reward is not finite
     */
    public static double ece(double[] rewards, boolean[] positives) {
        List<ReliabilityBin> bins = reliability(rewards, positives);
        double total = 0;
        for (ReliabilityBin bin : bins) {
            total += bin.count() * Math.abs(bin.meanReward() - bin.shareCorrect());
        }
        return rewards.length == 0 ? Double.NaN : total / rewards.length;
    }

    /**
     * @param rewards probabilities in [0, 1] that an item is positive
     * @param positives whether each item is positive
     * @return at most {@value #BINS} bins of equal mass by rising reward, none of them empty. The
     *     first bins hold one item more where the sizes do not divide. Items of the same reward
     *     share their labels evenly, so the order of the items does not matter
     */
    public static List<ReliabilityBin> reliability(double[] rewards, boolean[] positives) {
        return new SortedScores(rewards, positives).bins(BINS);
    }

    /**
     * @param rewards probabilities in [0, 1] that an item is positive
     * @param positives whether each item is positive
     * @return the mean squared distance from 1 (positive) or 0 (negative); NaN without items
     * @throws IllegalArgumentException when the sizes differ
     */
    public static double brier(double[] rewards, boolean[] positives) {
        requireSameSize(rewards.length, positives.length);
        double total = 0;
        for (int i = 0; i < rewards.length; i++) {
            double distance = rewards[i] - (positives[i] ? 1 : 0);
            total += distance * distance;
        }
        return rewards.length == 0 ? Double.NaN : total / rewards.length;
    }

    /**
     * The harmonic mean of two accuracies, as ProcessBench names F1.
     *
     * @param errorAccuracy share of wrong traces whose first error is found exactly
     * @param correctAccuracy share of right traces that are called right
     * @return their harmonic mean; 0 when both are 0; NaN when one of them is NaN
     */
    public static double harmonicMean(double errorAccuracy, double correctAccuracy) {
        double sum = errorAccuracy + correctAccuracy;
        return sum == 0 ? 0 : 2 * errorAccuracy * correctAccuracy / sum;
    }

    /**
     * ProcessBench's accuracies.
     *
     * @param predicted predicted first error of each trace, -1 for none
     * @param golds the true first error of each trace, -1 for none
     * @return accuracies and F1
     * @throws IllegalArgumentException when the sizes differ
     */
    public static FirstErrorAccuracy firstErrors(List<Integer> predicted, List<Integer> golds) {
        requireSameSize(predicted.size(), golds.size());
        int wrong = 0;
        int found = 0;
        int right = 0;
        int passed = 0;
        for (int i = 0; i < golds.size(); i++) {
            boolean hit = Objects.equals(predicted.get(i), golds.get(i));
            if (golds.get(i) >= 0) {
                wrong++;
                found += hit ? 1 : 0;
            } else {
                right++;
                passed += hit ? 1 : 0;
            }
        }
        return new FirstErrorAccuracy(found, wrong, passed, right);
    }

    /**
     * ProcessBench's accuracies of a scalar model: its first error is the first step whose reward
     * is under the threshold.
     *
     * @param rewards rewards of each trace's steps
     * @param golds the true first error of each trace, -1 for none
     * @param threshold a reward
     * @return accuracies and F1
     */
    public static FirstErrorAccuracy firstErrors(
            List<List<Double>> rewards, List<Integer> golds, double threshold) {
        return firstErrors(
                rewards.stream().map(r -> TraceScore.firstErrorUnder(r, threshold)).toList(),
                golds);
    }

    /**
     * The threshold with the highest ProcessBench F1: exact, no threshold at all does better. Among
     * equally good ones it is the middle of the widest range of scores. Without right traces, or
     * without wrong ones, the accuracy that is defined is made highest instead.
     *
     * @param rewards rewards in [0, 1] of each trace's steps
     * @param golds the true first error of each trace, -1 for none
     * @return a threshold in [0, 1]; 0.5 without traces
     * @throws IllegalArgumentException when the sizes differ, a reward is not finite or a first
     *     error is not a step
     */
    public static double bestF1Threshold(List<List<Double>> rewards, List<Integer> golds) {
        requireSameSize(rewards.size(), golds.size());
        return ThresholdSweep.of(rewards, golds).best();
    }

    /**
     * PRMBench's F1 over steps: a step is called correct when its reward reaches the threshold.
     *
     * @param rewards rewards of steps
     * @param positives whether each step is correct
     * @param threshold a reward
     * @return F1 of the positive (correct) and of the negative (wrong) class
     * @throws IllegalArgumentException when the sizes differ
     */
    public static StepF1 stepF1(double[] rewards, boolean[] positives, double threshold) {
        requireSameSize(rewards.length, positives.length);
        int bothCorrect = 0;
        int bothWrong = 0;
        int calledCorrect = 0;
        int isCorrect = 0;
        for (int i = 0; i < rewards.length; i++) {
            boolean called = !(rewards[i] < threshold);
            calledCorrect += called ? 1 : 0;
            isCorrect += positives[i] ? 1 : 0;
            bothCorrect += called && positives[i] ? 1 : 0;
            bothWrong += !called && !positives[i] ? 1 : 0;
        }
        int n = rewards.length;
        return new StepF1(
                f1(bothCorrect, calledCorrect, isCorrect),
                f1(bothWrong, n - calledCorrect, n - isCorrect),
                n == 0 ? Double.NaN : (double) (bothCorrect + bothWrong) / n);
    }

    private static double f1(int hits, int called, int real) {
        return called + real == 0 ? Double.NaN : 2.0 * hits / (called + real);
    }

    static void requireSameSize(int a, int b) {
        if (a != b) {
            throw new IllegalArgumentException("One label a score: " + a + " and " + b + ".");
        }
    }
}
