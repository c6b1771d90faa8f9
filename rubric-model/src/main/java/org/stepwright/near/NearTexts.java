package org.stepwright.near;

/**
 * Takes texts one by one and keeps their shingles only, then finds those that are nearly equal. Not
 * safe for several threads.
 */
public final class NearTexts {
    /** Shingles, and words of short texts, kept at most: 96 MiB each. */
    private static final int BUDGET = 24 << 20;

    private final LongIndex keys = new LongIndex();
    private final ShingleStore shingles;
    private final ShingleStore words;

    /** Nothing yet. */
    public NearTexts() {
        this(BUDGET);
    }

    /**
     * @param budget shingles kept at most, four bytes each; when there are more, similarities are
     *     estimated from a sample of each text's shingles
     */
    NearTexts(int budget) {
        shingles = new ShingleStore(budget);
        words = new ShingleStore(budget);
    }

    /**
     * @param text normalised text, its words separated by single spaces
     * @return the text's number, from 0; equal texts share one
     */
    public int add(String text) {
        int known = keys.size();
        int number = keys.add(Hashes.digest(text));
        if (number == known) {
            Tokens tokens = Tokens.of(text);
            shingles.add(Shingles.sequence(tokens));
            words.add(tokens.wordsOfShortText());
        }
        return number;
    }

    /**
     * @param text normalised text
     * @return its number, or -1 when it was not added
     */
    public int find(String text) {
        return keys.find(Hashes.digest(text));
    }

    /**
     * @return how many different texts there are
     */
    public int size() {
        return keys.size();
    }

    /**
     * @return 1 when similarities are exact; k when only one in k shingles was kept for want of
     *     memory
     */
    public int oneIn() {
        return Math.max(shingles.oneIn(), words.oneIn());
    }

    /**
     * @return what finds near-equal ones among the texts added so far; adding more does not change
     *     it
     */
    public NearIndex index() {
        return new NearIndex(shingles, words);
    }
}
