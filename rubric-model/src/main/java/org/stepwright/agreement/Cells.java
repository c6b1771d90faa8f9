package org.stepwright.agreement;

import java.util.Arrays;

/**
 * Counts by trace that add up over traces: a sum over any traces, some of them more than once,
 * touches only what is not 0. Memory and time grow with that, not with traces times cells.
 */
final class Cells {
    private final int width;
    private final int traces;
    private final int size;
    private final int[] trace;
    private final int[] cell;
    private final double[] value;

    private Cells(Builder from) {
        this.width = from.width;
        this.traces = from.traces;
        this.size = from.size;
        this.trace = from.trace;
        this.cell = from.cell;
        this.value = from.value;
    }

    int width() {
        return width;
    }

    /** How many traces have a count. */
    int traces() {
        return traces;
    }

    /** How many counts are kept: what one sum costs. */
    int size() {
        return size;
    }

    /**
     * @param times how often each trace counts
     * @return the sums, of length {@link #width}
     */
    double[] sum(int[] times) {
        double[] sums = new double[width];
        for (int i = 0; i < size; i++) {
            sums[cell[i]] += times[trace[i]] * value[i];
        }
        return sums;
    }

    /** Takes counts, trace after trace. */
    static final class Builder {
        private int width;
        private int traces;
        private int size;
        private int[] trace = new int[16];
        private int[] cell = new int[16];
        private double[] value = new double[16];

        private int current = -1;
        private double[] own = new double[16];
        private boolean[] isTouched = new boolean[16];
        private int[] touched = new int[16];
        private int touchedCount;

        /**
         * @param ofTrace which trace; all counts of one trace come one after the other
         * @param ofCell which cell, from 0
         * @param more what is added to it
         */
        void add(int ofTrace, int ofCell, double more) {
            if (ofTrace != current) {
                flush();
                current = ofTrace;
            }
            if (ofCell >= own.length) {
                int length = Math.max(2 * own.length, ofCell + 1);
                own = Arrays.copyOf(own, length);
                isTouched = Arrays.copyOf(isTouched, length);
                touched = Arrays.copyOf(touched, length);
            }
            if (!isTouched[ofCell]) {
                isTouched[ofCell] = true;
                touched[touchedCount++] = ofCell;
            }
            own[ofCell] += more;
            width = Math.max(width, ofCell + 1);
        }

        private void flush() {
            traces += touchedCount > 0 ? 1 : 0;
            for (int i = 0; i < touchedCount; i++) {
                int at = touched[i];
                append(at, own[at]);
                own[at] = 0;
                isTouched[at] = false;
            }
            touchedCount = 0;
        }

        private void append(int ofCell, double count) {
            if (size == trace.length) {
                trace = Arrays.copyOf(trace, 2 * size);
                cell = Arrays.copyOf(cell, 2 * size);
                value = Arrays.copyOf(value, 2 * size);
            }
            trace[size] = current;
            cell[size] = ofCell;
            value[size] = count;
            size++;
        }

        /**
         * @param least the least width of the result
         * @return all that was added; the builder is of no use afterwards
         */
        Cells build(int least) {
            flush();
            width = Math.max(width, least);
            return new Cells(this);
        }
    }
}
