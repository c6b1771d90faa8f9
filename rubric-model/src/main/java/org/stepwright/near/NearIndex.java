package org.stepwright.near;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Finds near-duplicates exactly by prefix filtering: two sets whose Jaccard similarity is at least
 * t share one of their first {@code n - ceil(t n) + 1} members when both are sorted by a common
 * order; rarest first keeps the posting lists short (Chaudhuri et al., "A primitive operator for
 * similarity joins in data cleaning", 2006). Text that very many texts share, such as a policy in
 * front of every conversation, says nothing about a text and is left out of the comparison: a
 * shingle in more than 50 texts and more than one in a thousand of them, but never one in fewer
 * than 20. Safe for many threads.
 */
public final class NearIndex {
    /** The Jaccard similarity from which on two texts are nearly equal. */
    public static final double THRESHOLD = 0.8;

    /**
     * A shingle in fewer texts than this is never left out: in a small set the variants of one text
     * are a large share of it, and would be taken apart by leaving out what they share.
     */
    private static final int COMMON_AT_LEAST = 20;

    private final Frequencies frequencies;
    private final int commonAbove;
    private final int[][] sets;
    private final ShingleStore store;

    /** Shingle in the upper half, the number of a text in the lower, sorted. */
    private final long[] postings;

    NearIndex(ShingleStore store) {
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

    /**
     * Shows each near-duplicate of a text that has a smaller number.
     *
     * @param text a text's number
     * @param wanted asked before texts are compared, so that needless work is left out
     * @param sink takes them in rising order
     */
    public void forEarlier(int text, IntPredicate wanted, Sink sink) {
        forNear(sets[text], other -> other < text && wanted.test(other), sink);
    }

    /**
     * Shows each text that a text is nearly equal to, itself too when it is among them.
     *
     * @param text normalised text
     * @param sink takes them in rising order
     */
    public void forNear(String text, Sink sink) {
        int[] set = distinctive(store.thinned(Shingles.sequence(text)));
        forNear(set, other -> true, sink);
    }

    private void forNear(int[] set, IntPredicate wanted, Sink sink) {
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

    /** Takes near-equal texts. */
    public interface Sink {
        /**
         * @param text a text's number
         * @param similarity the Jaccard similarity, at least {@link #THRESHOLD}
         */
        void accept(int text, double similarity);
    }
}
