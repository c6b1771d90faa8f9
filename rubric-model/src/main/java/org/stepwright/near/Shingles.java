package org.stepwright.near;

import java.util.Arrays;

/**
 * Three words in a row, hashed to 32 bits. Two different shingles of a pair of texts share a hash
 * too seldom to change a similarity that anybody would read.
 */
public final class Shingles {
    private static final int WIDTH = 3;
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    private Shingles() {}

    /**
     * @param text normalised text, its words separated by single spaces; of a very long one the
     *     first 50,000 words count
     * @return its shingles in order; one for a text of one or two words; none for an empty text
     */
    public static int[] sequence(String text) {
        return sequence(Tokens.of(text));
    }

    static int[] sequence(Tokens tokens) {
        long[] words = tokens.hashes();
        if (words.length == 0) {
            return new int[0];
        }
        long[] hashes = runs(words, Math.min(WIDTH, words.length));
        int[] shingles = new int[hashes.length];
        for (int i = 0; i < shingles.length; i++) {
            shingles[i] = (int) (hashes[i] >>> 32);
        }
        return shingles;
    }

    /**
     * @param text as for {@link #sequence}
     * @param width words in a run, at least 1
     * @return a 64-bit hash for each run of so many words, in order; none when the text has fewer
     */
    public static long[] runs(String text, int width) {
        return runs(Tokens.of(text).hashes(), width);
    }

    private static long[] runs(long[] words, int width) {
        long[] runs = new long[Math.max(0, words.length - width + 1)];
        for (int i = 0; i < runs.length; i++) {
            long hash = width;
            for (int w = i; w < i + width; w++) {
                hash = (hash ^ words[w]) * FACTOR;
                hash ^= hash >>> 29;
            }
            runs[i] = Hashes.mix(hash);
        }
        return runs;
    }

    /**
     * @param sequence shingles in any order, maybe repeated
     * @return each once, sorted
     */
    public static int[] set(int[] sequence) {
        int[] set = sequence.clone();
        Arrays.sort(set);
        int size = 0;
        for (int i = 0; i < set.length; i++) {
            if (i == 0 || set[i] != set[i - 1]) {
                set[size++] = set[i];
            }
        }
        return size == set.length ? set : Arrays.copyOf(set, size);
    }

    /**
     * @param a a sorted set
     * @param b a sorted set
     * @return their Jaccard similarity; 0 when both are empty
     */
    public static double jaccard(int[] a, int[] b) {
        int shared = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                shared++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        int all = a.length + b.length - shared;
        return all == 0 ? 0 : (double) shared / all;
    }
}
