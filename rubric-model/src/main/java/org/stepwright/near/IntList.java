package org.stepwright.near;

import java.util.Arrays;

/** A growing list of numbers without a box for each. Not safe for several threads. */
public final class IntList {
    private int[] values = new int[16];
    private int size;

    /**
     * @param value the next value
     */
    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1) + 16);
        }
        values[size++] = value;
    }

    /**
     * @param i an index
     * @return the value there
     */
    public int get(int i) {
        return values[i];
    }

    /**
     * @param i an index
     * @param value takes its place
     */
    public void set(int i, int value) {
        values[i] = value;
    }

    /**
     * @return how many values there are
     */
    public int size() {
        return size;
    }

    /**
     * @param newSize at most {@link #size()}; what is behind it is forgotten
     */
    public void shrink(int newSize) {
        size = newSize;
    }

    /**
     * @param from the first index
     * @param to behind the last
     * @return these values
     */
    public int[] range(int from, int to) {
        return Arrays.copyOfRange(values, from, to);
    }
}
