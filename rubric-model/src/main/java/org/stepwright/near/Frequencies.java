package org.stepwright.near;

/**
 * In how many texts each shingle is, counted in a table of fixed size: two that share a cell are
 * counted together, so a count may be too high by a little, never too low.
 */
final class Frequencies {
    private static final int MOST_CELLS = 1 << 23;

    private final int[] cells;

    /**
     * @param shingles how many will be counted, roughly
     */
    Frequencies(long shingles) {
        long wanted = Math.max(1 << 10, Math.min(MOST_CELLS, shingles * 4));
        cells = new int[Long.bitCount(wanted) == 1 ? (int) wanted : 1 << bits(wanted)];
    }

    private static int bits(long wanted) {
        return Math.min(23, 64 - Long.numberOfLeadingZeros(wanted));
    }

    void add(int shingle, int texts) {
        cells[cell(shingle)] += texts;
    }

    int of(int shingle) {
        return cells[cell(shingle)];
    }

    private int cell(int shingle) {
        return (int) Hashes.mix(shingle + 0x9e3779b9L) & (cells.length - 1);
    }
}
