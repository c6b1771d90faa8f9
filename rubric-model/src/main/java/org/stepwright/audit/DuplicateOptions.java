package org.stepwright.audit;

import org.stepwright.near.Bands;
import org.stepwright.near.MinHash;

/**
 * How duplicates are looked for.
 *
 * @param threshold the Jaccard similarity of the steps' three-word shingles from which on two
 *     answers to one problem are nearly the same, in (0, 1]
 * @param places length of the MinHash signatures, at least 1
 * @param compared with how many answers of one bucket an answer is compared at most, at least 1
 * @param seed any number; the same seed finds the same
 */
public record DuplicateOptions(double threshold, int places, int compared, long seed) {
    /**
     * Similarity 0.8, 256 places: a pair at the threshold meets with 0.997 (32 bands of 8 rows),
     * and its similarity, where it is estimated, has a standard error of 0.025.
     */
    public static final DuplicateOptions DEFAULT = new DuplicateOptions(0.8, 256, 64, 1);

    /** Validates. */
    public DuplicateOptions {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("A similarity threshold lies above 0 and up to 1.");
        }
        if (places < 1 || compared < 1) {
            throw new IllegalArgumentException("Signatures and buckets have at least one place.");
        }
    }

    Bands bands() {
        return Bands.forThreshold(threshold, places);
    }

    MinHash minHash() {
        return new MinHash(places, seed);
    }
}
