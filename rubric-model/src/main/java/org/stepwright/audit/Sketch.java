package org.stepwright.audit;

import org.stepwright.near.MinHash;
import org.stepwright.near.Shingles;

/**
 * What is kept of an answer's text to compare it: all shingles of a short one, the MinHash
 * signature of a long one. Two kilobytes at most.
 *
 * @param size how many different shingles the text has
 * @param shingles all of them, sorted; null for a long text
 * @param signature their signature; null for a short text
 */
record Sketch(int size, int[] shingles, short[] signature) {
    private static final int SHORT = 512;

    static Sketch of(String text, MinHash minHash) {
        int[] set = Shingles.set(Shingles.sequence(text));
        return set.length <= SHORT
                ? new Sketch(set.length, set, null)
                : new Sketch(set.length, null, minHash.signature(set));
    }

    /** The signature, worked out where it is not kept; null for an empty text. */
    short[] signature(MinHash minHash) {
        if (signature != null || size == 0) {
            return signature;
        }
        return minHash.signature(shingles);
    }

    /** Whether the sizes of two texts alone rule out a similarity. */
    boolean tooUnlike(Sketch other, double threshold) {
        return Math.min(size, other.size) < threshold * Math.max(size, other.size);
    }

    /** The Jaccard similarity: exact between two short texts, else estimated. */
    double similarity(Sketch other, MinHash minHash) {
        if (shingles != null && other.shingles != null) {
            return Shingles.jaccard(shingles, other.shingles);
        }
        if (size == 0 || other.size == 0) {
            return 0;
        }
        return MinHash.similarity(signature(minHash), other.signature(minHash));
    }
}
