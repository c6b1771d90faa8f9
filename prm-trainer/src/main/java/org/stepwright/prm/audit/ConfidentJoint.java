package org.stepwright.prm.audit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Confident learning (C. Northcutt, L. Jiang, I. Chuang, "Confident Learning: Estimating
 * Uncertainty in Dataset Labels", JAIR 70, 2021), as cleanlab 2.9 computes it: an item counts as of
 * class j when its probability of j reaches the mean probability of j among items labelled j. The
 * table of given against such guessed classes, scaled to the given classes' counts, estimates how
 * many labels of each kind are wrong.
 */
public final class ConfidentJoint {
    private static final double EQUAL = 1e-6;

    private final int[] labels;
    private final double[][] probabilities;
    private final int classes;
    private final double[] thresholds;
    private final int[] guessed;
    private final int[][] counts;

    /**
     * @param labels the given class of each item, from 0; not copied
     * @param probabilities of each item and class, by a model that did not see the item; not copied
     * @throws IllegalArgumentException when there is no item, a size differs or a label is no class
     */
    public ConfidentJoint(int[] labels, double[][] probabilities) {
        if (labels.length == 0 || labels.length != probabilities.length) {
            throw new IllegalArgumentException("One row of probabilities a label, at least one.");
        }
        this.labels = labels;
        this.probabilities = probabilities;
        classes = probabilities[0].length;
        for (int i = 0; i < labels.length; i++) {
            if (probabilities[i].length != classes || labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException("A label is one of the classes.");
            }
        }
        thresholds = findThresholds();
        guessed = IntStream.range(0, labels.length).map(this::guess).toArray();
        counts = count();
    }

    private double[] findThresholds() {
        double[] sums = new double[classes];
        int[] sizes = new int[classes];
        for (int i = 0; i < labels.length; i++) {
            sums[labels[i]] += probabilities[i][labels[i]];
            sizes[labels[i]]++;
        }
        for (int k = 0; k < classes; k++) {
            // no probability reaches 2, so nothing is guessed to be of a class that nobody gave
            sums[k] = sizes[k] == 0 ? 2 : Math.max(2 * EQUAL, sums[k] / sizes[k]);
        }
        return sums;
    }

    /** The class that an item is confidently of; -1 when there is none. */
    private int guess(int item) {
        int confident = 0;
        int first = -1;
        for (int k = 0; k < classes; k++) {
            if (probabilities[item][k] >= thresholds[k] - EQUAL) {
                confident++;
                first = first < 0 ? k : first;
            }
        }
        return confident > 1 ? largest(probabilities[item]) : first;
    }

    private static int largest(double[] values) {
        int best = 0;
        for (int k = 1; k < values.length; k++) {
            best = values[k] > values[best] ? k : best;
        }
        return best;
    }

    private int[][] count() {
        int[][] joint = new int[classes][classes];
        for (int i = 0; i < labels.length; i++) {
            if (guessed[i] >= 0) {
                joint[labels[i]][guessed[i]]++;
            }
        }
        for (int k = 0; k < classes; k++) {
            joint[k][k] = Math.max(1, joint[k][k]);
        }
        return joint;
    }

    /**
     * @return the mean probability of each class among the items labelled so; 2 for a class that
     *     nobody gave
     */
    public double[] thresholds() {
        return thresholds.clone();
    }

    /**
     * @return items by given class (row) and confidently guessed class (column), at least 1 on the
     *     diagonal
     */
    public int[][] counts() {
        return copy(counts);
    }

    private static int[][] copy(int[][] matrix) {
        return Arrays.stream(matrix).map(int[]::clone).toArray(int[][]::new);
    }

    /**
     * @return the same scaled so that each row sums to the number of items labelled so
     */
    public int[][] calibrated() {
        int[] sizes = new int[classes];
        for (int label : labels) {
            sizes[label]++;
        }
        double[][] scaled = new double[classes][classes];
        double total = 0;
        for (int k = 0; k < classes; k++) {
            double sum = Math.max(1e-100, Arrays.stream(counts[k]).sum());
            for (int j = 0; j < classes; j++) {
                scaled[k][j] = counts[k][j] / sum * sizes[k];
                total += scaled[k][j];
            }
        }
        int[][] rounded = new int[classes][];
        for (int k = 0; k < classes; k++) {
            for (int j = 0; j < classes; j++) {
                scaled[k][j] = scaled[k][j] / total * labels.length;
            }
            rounded[k] = roundKeepingSum(scaled[k]);
        }
        return rounded;
    }

    /** Rounds half to even; what is then missing in the sum goes where rounding took most. */
    private static int[] roundKeepingSum(double[] values) {
        int[] rounded = new int[values.length];
        double sum = 0;
        int whole = 0;
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (int) Math.rint(values[i]);
            sum += values[i];
            whole += rounded[i];
        }
        int missing = (int) Math.rint(sum) - whole;
        int sign = Integer.signum(missing);
        int[] order =
                IntStream.range(0, values.length)
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble(
                                        (Integer i) -> -sign * nine(values[i] - rounded[i])))
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int i = 0; i < Math.abs(missing); i++) {
            rounded[order[i % order.length]] += sign;
        }
        return rounded;
    }

    /** To nine decimals, so that equal parts are equal and the first of them is taken. */
    private static double nine(double value) {
        return Math.rint(value * 1e9) / 1e9;
    }

    /**
     * @return the items off the diagonal of {@link #counts()} whose given class is not the
     *     likeliest (cleanlab's {@code confident_learning}), the least believed label first
     */
    public List<Integer> confidentIssues() {
        boolean[] issues = new boolean[labels.length];
        for (int i = 0; i < issues.length; i++) {
            issues[i] = guessed[i] >= 0 && guessed[i] != labels[i];
        }
        return ranked(issues);
    }

    /**
     * @return of each given and other class as many items as {@link #calibrated()} counts, those
     *     with the largest margin of the other class (cleanlab's {@code prune_by_noise_rate}), and
     *     only where the given class is not the likeliest; the least believed label first
     */
    public List<Integer> issues() {
        boolean[] issues = new boolean[labels.length];
        int[][] joint = calibrated();
        for (int k = 0; k < classes; k++) {
            int given = k;
            int[] items =
                    IntStream.range(0, labels.length).filter(i -> labels[i] == given).toArray();
            // a class keeps at least one of its items
            if (items.length > 1) {
                for (int j = 0; j < classes; j++) {
                    if (j != k) {
                        prune(items, j, kept(joint[k], k, j), issues);
                    }
                }
            }
        }
        return ranked(issues);
    }

    /** How many of a row's items to take for another class, one item at least staying. */
    private static int kept(int[] row, int given, int other) {
        int lacking = Math.max(0, 1 - row[given]);
        int others = -1;
        for (int n : row) {
            others += n > 0 ? 1 : 0;
        }
        return (int) Math.max(0, row[other] - (double) lacking / Math.max(1, others));
    }

    private void prune(int[] items, int other, int most, boolean[] issues) {
        IntStream.of(items)
                .boxed()
                .sorted(
                        Comparator.comparingDouble(
                                (Integer i) ->
                                        probabilities[i][labels[i]] - probabilities[i][other]))
                .limit(most)
                .forEach(i -> issues[i] = true);
    }

    private List<Integer> ranked(boolean[] issues) {
        return IntStream.range(0, labels.length)
                .filter(i -> issues[i] && suggested(i) != labels[i])
                .boxed()
                .sorted(Comparator.comparingDouble(this::selfConfidence).thenComparing(i -> i))
                .toList();
    }

    /**
     * @param item an item
     * @return the likeliest class; the given one when it is as likely
     */
    public int suggested(int item) {
        double[] row = probabilities[item];
        int best = labels[item];
        for (int k = 0; k < classes; k++) {
            best = row[k] > row[best] + (best == labels[item] ? EQUAL : 0) ? k : best;
        }
        return best;
    }

    /**
     * @param item an item
     * @return the probability of its given class
     */
    public double selfConfidence(int item) {
        return probabilities[item][labels[item]];
    }

    /**
     * @param item an item
     * @return how far the given class is before the likeliest other one, scaled from [-1, 1] to [0,
     *     1]
     */
    public double normalisedMargin(int item) {
        double other = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < classes; k++) {
            other = k == labels[item] ? other : Math.max(other, probabilities[item][k]);
        }
        return (selfConfidence(item) - other + 1) / 2;
    }
}
