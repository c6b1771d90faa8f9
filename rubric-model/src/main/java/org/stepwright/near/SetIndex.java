package org.stepwright.near;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Finds near-equal sets exactly by prefix filtering: two sets whose Jaccard similarity is at least
 * t share one of their first {@code n - ceil(t n) + 1} members when both are sorted by a common
 * order; rarest first keeps the posting lists short (Chaudhuri et al., "A primitive operator for
 * similarity joins in data cleaning", 2006). Members that very many sets share say nothing and are
 * left out: those in more than 50 sets and more than one in a thousand, but never those in fewer
 * than 20. Safe for many threads.
 */
final class SetIndex {
    private static final double THRESHOLD = NearIndex.THRESHOLD;

    /**
     * A member of fewer sets than this is never left out: in few texts the variants of one text are
     * a large share of all, and would be taken apart by leaving out what they share.
     */
    private static final int COMMON_AT_LEAST = 20;

    private final Frequencies frequencies;
    private final int commonAbove;
    private final int[][] sets;
    private final ShingleStore store;

    /** Shingle in the upper half, the number of a text in the lower, sorted. */
    private final long[] postings;

    SetIndex(ShingleStore store) {
        this.store = store;
        commonAbove = commonAbove(store.texts());
        frequencies = new Frequencies((long) store.texts() * 64);
        boolean[] common = countBlocks();
        countRest(common);
        sets = new int[store.texts()][];
        for (int text = 0; text < sets.length; text++) {
            sets[text] = distinctive(shingles(text, common));
        }
        postings = postings();
    }

    private static int commonAbove(int texts) {
        double share = Math.min(0.3 * texts, Math.max(50, 0.001 * texts));
        return Math.max(COMMON_AT_LEAST - 1, (int) share);
    }

    /** Counts the blocks that are too common as a whole, and tells which they are. */
    private boolean[] countBlocks() {
        int[] texts = new int[store.blocks()];
        for (int text = 0; text < store.texts(); text++) {
            for (int block : store.blocksOf(text)) {
                texts[block]++;
            }
        }
        boolean[] common = new boolean[texts.length];
        for (int block = 0; block < texts.length; block++) {
            common[block] = texts[block] > commonAbove;
            if (common[block]) {
                for (int shingle : store.shinglesOf(block)) {
                    frequencies.add(shingle, texts[block]);
                }
            }
        }
        return common;
    }

    private void countRest(boolean[] common) {
        for (int text = 0; text < store.texts(); text++) {
            for (int shingle : shingles(text, common)) {
                frequencies.add(shingle, 1);
            }
        }
    }

    /** A text's shingles, sorted, each once, without the blocks that are too common. */
    private int[] shingles(int text, boolean[] common) {
        IntList all = new IntList();
        for (int block : store.blocksOf(text)) {
            if (!common[block]) {
                for (int shingle : store.shinglesOf(block)) {
                    all.add(shingle);
                }
            }
        }
        return Shingles.set(all.range(0, all.size()));
    }

    private int[] distinctive(int[] set) {
        return Arrays.stream(set).filter(s -> frequencies.of(s) <= commonAbove).toArray();
    }

    private long[] postings() {
        int size = 0;
        for (int[] set : sets) {
            size += prefixLength(set.length);
        }
        long[] all = new long[size];
        int at = 0;
        for (int text = 0; text < sets.length; text++) {
            for (int shingle : prefix(sets[text])) {
                all[at++] = posting(shingle, text);
            }
        }
        Arrays.sort(all);
        return all;
    }

    private static long posting(int shingle, int text) {
        return ((long) shingle << 32) | text;
    }

    private static int prefixLength(int size) {
        return size == 0 ? 0 : size - (int) Math.ceil(THRESHOLD * size - 1e-9) + 1;
    }

    /** The rarest members of a set; any two near sets share one of theirs. */
    private int[] prefix(int[] set) {
        long[] byRarity = new long[set.length];
        for (int i = 0; i < set.length; i++) {
            byRarity[i] = ((long) frequencies.of(set[i]) << 32) | (set[i] & 0xffffffffL);
        }
        Arrays.sort(byRarity);
        int[] prefix = new int[prefixLength(set.length)];
        for (int i = 0; i < prefix.length; i++) {
            prefix[i] = (int) byRarity[i];
        }
        return prefix;
    }

    /** Shows each set near one that is in here, itself left out, in rising order. */
    void forNear(int text, IntPredicate wanted, NearIndex.Sink sink) {
        forNear(sets[text], other -> other != text && wanted.test(other), sink);
    }

    /** Shows each set near one that is not in here, in rising order. */
    void forNear(int[] sequence, NearIndex.Sink sink) {
        forNear(distinctive(store.thinned(sequence)), other -> true, sink);
    }

    private void forNear(int[] set, IntPredicate wanted, NearIndex.Sink sink) {
        IntList candidates = new IntList();
        for (int shingle : prefix(set)) {
            for (int at = firstPosting(shingle);
                    at < postings.length && (int) (postings[at] >> 32) == shingle;
                    at++) {
                candidates.add((int) postings[at]);
            }
        }
        for (int other : Shingles.set(candidates.range(0, candidates.size()))) {
            if (mayBeNear(set, sets[other]) && wanted.test(other)) {
                double similarity = Shingles.jaccard(set, sets[other]);
                if (similarity >= THRESHOLD) {
                    sink.accept(other, similarity);
                }
            }
        }
    }

    private int firstPosting(int shingle) {
        int at = Arrays.binarySearch(postings, posting(shingle, 0));
        return at < 0 ? -at - 1 : at;
    }

    private static boolean mayBeNear(int[] a, int[] b) {
        return Math.min(a.length, b.length) >= THRESHOLD * Math.max(a.length, b.length);
    }
}
