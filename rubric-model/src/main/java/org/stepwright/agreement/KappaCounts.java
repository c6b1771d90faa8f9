package org.stepwright.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Cohen's κ is computed from, by trace, for every pair of annotators that share a step. */
final class KappaCounts {
    private final int values;
    private final Cells.Builder cells = new Cells.Builder();
    private final Map<Long, Integer> pairs = new HashMap<>();

    KappaCounts(int values) {
        this.values = values;
    }

    /**
     * @param trace the item's trace
     * @param who indexes of annotators, each once
     * @param said the rank of the value that each of them gave
     */
    void add(int trace, int[] who, int[] said) {
        for (int a = 0; a < who.length; a++) {
            for (int b = 0; b < a; b++) {
                add(trace, who[a], said[a], who[b], said[b]);
            }
        }
    }

    private void add(int trace, int a, int saidA, int b, int saidB) {
        long key = (long) Math.min(a, b) << 32 | Math.max(a, b);
        int pair = pairs.computeIfAbsent(key, k -> pairs.size());
        int table = pair * values * values;
        cells.add(trace, table + (a < b ? saidA * values + saidB : saidB * values + saidA), 1);
    }

    /** The figure: κ, averaged over the pairs that have one. */
    Tally build() {
        return new Tally(cells.build(pairs.size() * values * values), List.of(this::meanKappa));
    }

    private double meanKappa(double[] sums) {
        double sum = 0;
        int known = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            double kappa = kappa(sums, pair * values * values);
            if (!Double.isNaN(kappa)) {
                sum += kappa;
                known++;
            }
        }
        return known == 0 ? Double.NaN : sum / known;
    }

    private double kappa(double[] sums, int table) {
        double n = 0;
        double same = 0;
        double[] first = new double[values];
        double[] second = new double[values];
        for (int a = 0; a < values; a++) {
            for (int b = 0; b < values; b++) {
                double count = sums[table + a * values + b];
                n += count;
                same += a == b ? count : 0;
                first[a] += count;
                second[b] += count;
            }
        }
        double expected = 0;
        for (int v = 0; v < values; v++) {
            expected += first[v] / n * (second[v] / n);
        }
        return n == 0 ? Double.NaN : Agreement.beyondChance(same / n, expected);
    }
}
