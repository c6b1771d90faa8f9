package org.stepwright.near;

import java.util.Arrays;

/**
 * MinHash signatures (Broder, "On the resemblance and containment of documents", 1997): of each of
 * k random orders of all shingles the first one in a set. Two sets agree in a place with a
 * probability that is their Jaccard similarity J, so the share of places that agree estimates J
 * with a standard error of sqrt(J (1 - J) / k). Of each place 16 bits are kept (Li and König,
 * "b-bit minwise hashing", 2010), by which places agree by chance once in 65,536. Immutable.
 */
public final class MinHash {
    private final int[] factors;
    private final int[] terms;

    /**
     * @param places k, at least 1
     * @param seed any number; signatures of one seed can be compared
     */
    public MinHash(int places, long seed) {
        factors = new int[places];
        terms = new int[places];
        for (int i = 0; i < places; i++) {
            long random = Hashes.mix(Hashes.mix(seed) + (i + 1) * 0x9e3779b97f4a7c15L);
            factors[i] = (int) random | 1;
            terms[i] = (int) (random >>> 32);
        }
    }

    /**
     * @param shingles a set of shingles, not empty
     * @return its signature
     */
    public short[] signature(int[] shingles) {
        int[] least = new int[factors.length];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (int shingle : shingles) {
            lower(least, mix(shingle));
        }
        short[] signature = new short[least.length];
        for (int i = 0; i < least.length; i++) {
            signature[i] = (short) mix(least[i]);
        }
        return signature;
    }

    /** Short and without branches, so that the compiler makes vector instructions of it. */
    private void lower(int[] least, int shingle) {
        for (int i = 0; i < least.length; i++) {
            int value = factors[i] * shingle + terms[i];
            value ^= value >>> 15;
            least[i] = Math.min(least[i], value * 0x2c1b3c6d);
        }
    }

    private static int mix(int x) {
        int h = (x ^ (x >>> 16)) * 0x85ebca6b;
        h = (h ^ (h >>> 13)) * 0xc2b2ae35;
        return h ^ (h >>> 16);
    }

    /**
     * @param a a signature
     * @param b another of the same seed and length
     * @return the estimated Jaccard similarity in [0, 1]
     */
    public static double similarity(short[] a, short[] b) {
        int same = 0;
        for (int i = 0; i < a.length; i++) {
            same += a[i] == b[i] ? 1 : 0;
        }
        return (double) same / a.length;
    }
}
