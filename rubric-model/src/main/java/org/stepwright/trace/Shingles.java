package org.stepwright.trace;

import java.util.Arrays;

/** The three-word shingles of a problem's key, hashed to 64 bits, sorted, each once. */
final class Shingles {
    private static final int WIDTH = 3;

    /** Words read of one problem; a longer text is compared by its beginning. */
    private static final int MAX_WORDS = 50_000;

    private Shingles() {}

    static long[] of(String key) {
        if (key.isEmpty()) {
            return new long[0];
        }
        String[] words = key.split(" ", MAX_WORDS + 1);
        int count = Math.min(words.length, MAX_WORDS);
        if (count < WIDTH) {
            return new long[] {hash(words, 0, count)};
        }
        long[] shingles = new long[count - WIDTH + 1];
        for (int i = 0; i < shingles.length; i++) {
            shingles[i] = hash(words, i, i + WIDTH);
        }
        return Arrays.stream(shingles).sorted().distinct().toArray();
    }

    /** The Jaccard similarity of two sorted sets; 0 when both are empty. */
    static double jaccard(long[] a, long[] b) {
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

    private static long hash(String[] words, int from, int to) {
        long h = 0xcbf29ce484222325L;
        for (int w = from; w < to; w++) {
            for (int i = 0; i < words[w].length(); i++) {
                h = (h ^ words[w].charAt(i)) * 0x100000001b3L;
            }
            h = (h ^ 0x1f) * 0x100000001b3L;
        }
        return mix(h);
    }

    /** The finalizer of SplitMix64. */
    static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }
}
