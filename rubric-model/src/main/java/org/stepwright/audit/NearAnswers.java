package org.stepwright.audit;

import java.util.ArrayList;
import java.util.List;
import org.stepwright.near.Bands;
import org.stepwright.near.IntList;
import org.stepwright.near.LongIndex;
import org.stepwright.near.MinHash;
import org.stepwright.near.Shingles;

/**
 * Goes through the answers to one group of problems, the one to keep first, and finds for each
 * whether it is nearly the same as one that is kept already. An answer is compared with kept ones
 * only, so ten thousand copies of one text cost ten thousand comparisons, and what is reported is
 * always held against a trace that stays.
 */
final class NearAnswers {
    private final DuplicateOptions options;
    private final MinHash minHash;
    private final Bands bands;

    /** The kept answers of each bucket: of each band and what the signature has there. */
    private final LongIndex buckets = new LongIndex();

    private final IntList sizes = new IntList();
    private final IntList lastOf = new IntList();

    /** The entries of buckets: an answer, and the entry before in the same bucket or -1. */
    private final IntList answers = new IntList();

    private final IntList before = new IntList();

    private final List<Sketch> kept = new ArrayList<>();
    private final boolean few;
    private long leftOut;

    /**
     * @param minHash what long sketches were made with
     * @param answers how many will be added; a few are all compared with each other
     */
    NearAnswers(DuplicateOptions options, MinHash minHash, int answers) {
        this.options = options;
        few = answers <= options.compared();
        this.minHash = minHash;
        bands = options.bands();
    }

    /** An answer that is kept, and how similar it is. */
    record Match(int kept, double similarity) {}

    /**
     * @param sketch the next answer
     * @return the most similar kept answer at or above the threshold, or null; then this one is
     *     kept, under the next number from 0
     */
    Match add(Sketch sketch) {
        short[] signature = few ? null : sketch.signature(minHash);
        long[] keys = signature == null ? new long[0] : keys(signature);
        Match best = best(sketch, keys);
        if (best == null) {
            for (long key : keys) {
                put(key, kept.size());
            }
            kept.add(sketch);
        }
        return best;
    }

    private void put(long key, int answer) {
        int known = buckets.size();
        int bucket = buckets.add(key);
        if (bucket == known) {
            sizes.add(0);
            lastOf.add(-1);
        }
        if (sizes.get(bucket) >= options.compared()) {
            leftOut++;
            return;
        }
        before.add(lastOf.get(bucket));
        lastOf.set(bucket, answers.size());
        answers.add(answer);
        sizes.set(bucket, sizes.get(bucket) + 1);
    }

    /** How often a bucket was full, so that later answers are not compared with this one there. */
    long leftOut() {
        return leftOut;
    }

    private long[] keys(short[] signature) {
        long[] keys = new long[bands.bands()];
        for (int band = 0; band < keys.length; band++) {
            keys[band] = bands.key(signature, band);
        }
        return keys;
    }

    private Match best(Sketch sketch, long[] keys) {
        Match best = null;
        for (int other : candidates(keys)) {
            if (!sketch.tooUnlike(kept.get(other), options.threshold())) {
                double similarity = sketch.similarity(kept.get(other), minHash);
                if (similarity >= options.threshold()
                        && (best == null || similarity > best.similarity())) {
                    best = new Match(other, similarity);
                }
            }
        }
        return best;
    }

    private int[] candidates(long[] keys) {
        IntList candidates = new IntList();
        for (int other = 0; few && other < kept.size(); other++) {
            candidates.add(other);
        }
        for (long key : keys) {
            int bucket = buckets.find(key);
            int entry = bucket < 0 ? -1 : lastOf.get(bucket);
            for (; entry >= 0; entry = before.get(entry)) {
                candidates.add(answers.get(entry));
            }
        }
        return Shingles.set(candidates.range(0, candidates.size()));
    }
}
