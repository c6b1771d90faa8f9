package org.stepwright.agreement;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Counts by trace and the figures that are computed from their sums.
 *
 * @param cells the counts
 * @param figures each takes the sums of the cells and gives a figure, NaN when it cannot
 */
record Tally(Cells cells, List<ToDoubleFunction<double[]>> figures) {
    Tally {
        figures = List.copyOf(figures);
    }

    double[] figuresOf(int[] times) {
        double[] sums = cells.sum(times);
        double[] values = new double[figures.size()];
        for (int f = 0; f < values.length; f++) {
            values[f] = figures.get(f).applyAsDouble(sums);
        }
        return values;
    }
}
