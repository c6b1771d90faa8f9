package org.stepwright.agreement;

import java.util.Arrays;
import java.util.List;

/** How often two values meet in one item: the matrix that Krippendorff's α is computed from. */
final class Coincidences {
    private final double[][] matrix;
    private final double[] totals;
    private double total;

    Coincidences(double[][] ratings) {
        for (double[] row : ratings) {
            if (row.length != ratings[0].length) {
                throw new IllegalArgumentException("Every annotator has a place for every item.");
            }
        }
        double[] values =
                Arrays.stream(ratings)
                        .flatMapToDouble(Arrays::stream)
                        .filter(v -> !Double.isNaN(v))
                        .map(v -> v + 0.0)
                        .sorted()
                        .distinct()
                        .toArray();
        matrix = new double[values.length][values.length];
        totals = new double[values.length];
        int items = ratings.length == 0 ? 0 : ratings[0].length;
        for (int item = 0; item < items; item++) {
            add(countsOf(ratings, item, values));
        }
    }

    /**
     * @param counts for each item, how often each value was given; all of the same length
     */
    Coincidences(List<int[]> counts) {
        int values = counts.isEmpty() ? 0 : counts.get(0).length;
        matrix = new double[values][values];
        totals = new double[values];
        counts.forEach(this::add);
    }

    private static int[] countsOf(double[][] ratings, int item, double[] values) {
        int[] counts = new int[values.length];
        for (double[] row : ratings) {
            if (!Double.isNaN(row[item])) {
                counts[Arrays.binarySearch(values, row[item] + 0.0)]++;
            }
        }
        return counts;
    }

    private void add(int[] counts) {
        int judged = Arrays.stream(counts).sum();
        if (judged < 2) {
            return;
        }
        for (int a = 0; a < counts.length; a++) {
            for (int b = 0; b < counts.length; b++) {
                double pairs = (double) counts[a] * (counts[b] - (a == b ? 1 : 0)) / (judged - 1);
                matrix[a][b] += pairs;
                totals[a] += pairs;
                total += pairs;
            }
        }
    }

    double alpha(Agreement.Measure measure) {
        double observed = 0;
        double expected = 0;
        for (int a = 0; a < totals.length; a++) {
            for (int b = a + 1; b < totals.length; b++) {
                double distance = measure == Agreement.Measure.NOMINAL ? 1 : ordinal(a, b);
                observed += matrix[a][b] * distance;
                expected += totals[a] * totals[b] * distance;
            }
        }
        return expected == 0 ? Double.NaN : 1 - (total - 1) * observed / expected;
    }

    private double ordinal(int from, int to) {
        double between = -(totals[from] + totals[to]) / 2;
        for (int i = from; i <= to; i++) {
            between += totals[i];
        }
        return between * between;
    }
}
