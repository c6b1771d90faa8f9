package org.stepwright.near;

/**
 * How a signature is cut into bands for locality-sensitive hashing (Indyk and Motwani, 1998;
 * Leskovec et al., "Mining of massive datasets", 3.4): two texts of similarity s share all rows of
 * at least one band with a probability of {@code 1 - (1 - s^rows)^bands}.
 *
 * @param bands how many, at least 1
 * @param rows places of the signature in each, at least 1
 */
public record Bands(int bands, int rows) {
    /** How surely a pair at the threshold shall share a band. */
    private static final double RECALL = 0.99;

    /** Validates. */
    public Bands {
        if (bands < 1 || rows < 1) {
            throw new IllegalArgumentException("A signature has at least one band of one row.");
        }
    }

    /**
     * The longest bands that still let pairs at the threshold meet with a probability of at least
     * 0.99: longer bands mean fewer pairs compared in vain.
     *
     * @param threshold the similarity from which on pairs are wanted, in (0, 1]
     * @param places the length of signatures, at least 1
     * @return the bands
     */
    public static Bands forThreshold(double threshold, int places) {
        int rows = 1;
        while (rows < places
                && new Bands(places / (rows + 1), rows + 1).meeting(threshold) >= RECALL) {
            rows++;
        }
        return new Bands(places / rows, rows);
    }

    /**
     * @param similarity a Jaccard similarity in [0, 1]
     * @return the probability that two texts so similar share a band
     */
    public double meeting(double similarity) {
        return 1 - Math.pow(1 - Math.pow(similarity, rows), bands);
    }

    /**
     * @param signature a signature of at least bands times rows places
     * @param band which band, from 0
     * @return a hash of the band's rows
     */
    public long key(short[] signature, int band) {
        long key = band;
        for (int i = band * rows; i < (band + 1) * rows; i++) {
            key = Hashes.mix(key * 0x9e3779b97f4a7c15L + signature[i]);
        }
        return key;
    }
}
