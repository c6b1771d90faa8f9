package org.stepwright.near;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Finds near-equal texts: those whose three-word shingles have a Jaccard similarity of at least
 * 0.8, without shingles that very many texts share, such as those of a policy in front of every
 * conversation; see {@link SetIndex}. One other word costs a text three shingles, which is too much
 * for a short one. So short texts (up to 30 words) with the same numbers in the same order are also
 * near-equal when their words without the numbers have that similarity. Safe for many threads.
 */
public final class NearIndex {
    /** The Jaccard similarity from which on two texts are nearly equal. */
    public static final double THRESHOLD = 0.8;

    private final SetIndex shingles;
    private final SetIndex words;

    NearIndex(ShingleStore shingles, ShingleStore words) {
        this.shingles = new SetIndex(shingles);
        this.words = new SetIndex(words);
    }

    /**
     * Shows each near-duplicate of a text that has a smaller number.
     *
     * @param text a text's number
     * @param wanted asked before texts are compared, so that needless work is left out
     * @param sink takes them in rising order
     */
    public void forEarlier(int text, IntPredicate wanted, Sink sink) {
        Map<Integer, Double> near = new TreeMap<>();
        IntPredicate earlier = other -> other < text && wanted.test(other);
        shingles.forNear(text, earlier, near::put);
        words.forNear(text, earlier, near::putIfAbsent);
        near.forEach(sink::accept);
    }

    /**
     * Shows each text that a text is nearly equal to, itself too when it is among them.
     *
     * @param text normalised text
     * @param sink takes them in rising order
     */
    public void forNear(String text, Sink sink) {
        Map<Integer, Double> near = new TreeMap<>();
        Tokens tokens = Tokens.of(text);
        shingles.forNear(Shingles.sequence(tokens), near::put);
        words.forNear(tokens.wordsOfShortText(), near::putIfAbsent);
        near.forEach(sink::accept);
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
