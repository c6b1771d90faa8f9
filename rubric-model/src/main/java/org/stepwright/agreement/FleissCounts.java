package org.stepwright.agreement;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Fleiss' κ is computed from, by trace. It wants equally many judgements of each item, so only
 * the items with the most usual number of them count (the smaller number where two are equally
 * usual).
 */
final class FleissCounts {
    private static final int ITEMS = 0;
    private static final int AGREED = 1;
    private static final int SHARES = 2;

    private final int values;
    private final Map<Integer, Cells.Builder> byJudgements = new TreeMap<>();
    private final Map<Integer, Integer> items = new TreeMap<>();

    FleissCounts(int values) {
        this.values = values;
    }

    void add(int trace, int... said) {
        int n = said.length;
        if (n < 2) {
            return;
        }
        Cells.Builder cells = byJudgements.computeIfAbsent(n, k -> new Cells.Builder());
        items.merge(n, 1, Integer::sum);
        int[] counts = new int[values];
        for (int value : said) {
            counts[value]++;
        }
        double pairs = 0;
        cells.add(trace, ITEMS, 1);
        for (int v = 0; v < values; v++) {
            pairs += (double) counts[v] * (counts[v] - 1);
            if (counts[v] > 0) {
                cells.add(trace, SHARES + v, (double) counts[v] / n);
            }
        }
        cells.add(trace, AGREED, pairs / ((double) n * (n - 1)));
    }

    Tally build() {
        int most = 0;
        Cells.Builder cells = new Cells.Builder();
        for (Map.Entry<Integer, Integer> entry : items.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                cells = byJudgements.get(entry.getKey());
            }
        }
        return new Tally(cells.build(SHARES + values), List.of(this::kappa));
    }

    private double kappa(double[] sums) {
        double expected = 0;
        for (int v = 0; v < values; v++) {
            double share = sums[SHARES + v] / sums[ITEMS];
            expected += share * share;
        }
        return sums[ITEMS] == 0
                ? Double.NaN
                : Agreement.beyondChance(sums[AGREED] / sums[ITEMS], expected);
    }
}
