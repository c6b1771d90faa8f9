package org.stepwright.label;

import java.nio.charset.StandardCharsets;
import org.stepwright.trace.ProblemKey;

/**
 * The random part of all problems that is kept apart for unbiased evaluation, whatever the order of
 * work. Whether a problem is in it depends on its text alone, so every workspace that holds the
 * problem agrees, all answers to it are in or out together, and a larger share contains every
 * smaller one.
 */
public final class RandomSlice {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private RandomSlice() {}

    /**
     * @param problem what was asked
     * @param share the share of all problems that the slice takes, in [0, 1]
     * @return whether the problem is in the slice
     * @throws IllegalArgumentException when the share is no share
     */
    public static boolean contains(String problem, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("The share of a slice is in [0, 1].");
        }
        return place(problem) < share;
    }

    /**
     * Where a problem stands: the slice of a share holds the problems whose place is below it.
     *
     * @param problem what was asked
     * @return a number in [0, 1), spread evenly over problems; equal for problems that differ in
     *     form only
     */
    public static double place(String problem) {
        long h = FNV_OFFSET;
        for (byte b : ProblemKey.of(problem).getBytes(StandardCharsets.UTF_8)) {
            h = (h ^ (b & 0xff)) * FNV_PRIME;
        }
        // 53 bits: what a double holds without rounding up to 1.
        return (spread(h) >>> 11) * 0x1.0p-53;
    }

    /**
     * The finalizer of SplitMix64 (Steele, Lea, Flood 2014): FNV alone is uneven in its high bits.
     */
    private static long spread(long z) {
        long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }
}
