package org.stepwright.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Krippendorff's α (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability") is
 * computed from, by trace: how often each value occurs in items with two values or more, and how
 * often two different values meet. α on ordered values takes the distance of two values as the
 * squared difference of their mean ranks, which is Krippendorff's ordinal metric and lets what is
 * expected by chance be computed without looking at all pairs of values.
 */
final class AlphaCounts {
    private final int values;
    private final Cells.Builder cells = new Cells.Builder();
    private final Map<Long, Integer> pairs = new HashMap<>();
    private final List<int[]> pairValues = new ArrayList<>();

    /**
     * @param values how many values there are, in rank order
     */
    AlphaCounts(int values) {
        this.values = values;
    }

    /**
     * @param trace the item's trace
     * @param said what the annotators said of the item: ranks of values
     */
    void add(int trace, int... said) {
        if (said.length < 2) {
            return;
        }
        double share = 1.0 / (said.length - 1);
        for (int a = 0; a < said.length; a++) {
            cells.add(trace, said[a], 1);
            for (int b = 0; b < a; b++) {
                if (said[a] != said[b]) {
                    int low = Math.min(said[a], said[b]);
                    int high = Math.max(said[a], said[b]);
                    cells.add(trace, values + pair(low, high), share);
                }
            }
        }
    }

    private int pair(int low, int high) {
        return pairs.computeIfAbsent(
                (long) low * values + high,
                k -> {
                    pairValues.add(new int[] {low, high});
                    return pairValues.size() - 1;
                });
    }

    /** The figures: α nominal, α ordinal, the share of pairs of values that are the same. */
    Tally build() {
        return new Tally(
                cells.build(values + pairValues.size()),
                List.of(this::nominal, this::ordinal, this::same));
    }

    private double nominal(double[] sums) {
        double total = 0;
        double squares = 0;
        for (int v = 0; v < values; v++) {
            total += sums[v];
            squares += sums[v] * sums[v];
        }
        return alpha(different(sums), (total * total - squares) / 2, total);
    }

    private double different(double[] sums) {
        double different = 0;
        for (int p = 0; p < pairValues.size(); p++) {
            different += sums[values + p];
        }
        return different;
    }

    private double ordinal(double[] sums) {
        double[] ranks = new double[values];
        double total = 0;
        for (int v = 0; v < values; v++) {
            ranks[v] = total + sums[v] / 2;
            total += sums[v];
        }
        // Around the middle rank, where less is lost to rounding.
        double spread = 0;
        for (int v = 0; v < values; v++) {
            double off = ranks[v] - total / 2;
            spread += sums[v] * off * off;
        }
        double observed = 0;
        for (int p = 0; p < pairValues.size(); p++) {
            double apart = ranks[pairValues.get(p)[1]] - ranks[pairValues.get(p)[0]];
            observed += sums[values + p] * apart * apart;
        }
        // The mean of all ranks is the middle one: sum of n_a n_b (r_a - r_b)^2 = total * spread.
        return alpha(observed, total * spread, total);
    }

    private static double alpha(double observed, double expected, double total) {
        return expected <= 1e-9 ? Double.NaN : 1 - (total - 1) * observed / expected;
    }

    private double same(double[] sums) {
        double total = 0;
        for (int v = 0; v < values; v++) {
            total += sums[v];
        }
        return total == 0 ? Double.NaN : 1 - 2 * different(sums) / total;
    }
}
