package org.stepwright.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The first errors of one trace.
 *
 * @param trace the trace's index
 * @param who indexes of annotators, rising; at least two
 * @param errors what each of them gave: a step, or -1 for none
 */
record FirstErrorRow(int trace, int[] who, int[] errors) {
    private static final List<ToDoubleFunction<double[]>> SHARE =
            List.of(sums -> sums[0] == 0 ? Double.NaN : sums[1] / sums[0]);

    /** The share of traces on which all agree. */
    static Tally all(List<FirstErrorRow> rows) {
        Cells.Builder cells = new Cells.Builder();
        for (FirstErrorRow row : rows) {
            cells.add(row.trace, 0, 1);
            cells.add(row.trace, 1, Arrays.stream(row.errors).distinct().count() == 1 ? 1 : 0);
        }
        return new Tally(cells.build(2), SHARE);
    }

    /** The share of traces on which two annotators agree. */
    static Tally pair(List<FirstErrorRow> rows, int first, int second) {
        Cells.Builder cells = new Cells.Builder();
        for (FirstErrorRow row : rows) {
            int a = Arrays.binarySearch(row.who, first);
            int b = Arrays.binarySearch(row.who, second);
            if (a >= 0 && b >= 0) {
                cells.add(row.trace, 0, 1);
                cells.add(row.trace, 1, row.errors[a] == row.errors[b] ? 1 : 0);
            }
        }
        return new Tally(cells.build(2), SHARE);
    }
}
