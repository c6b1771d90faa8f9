package org.stepwright.near;

import java.util.Arrays;

/**
 * The hashes of a text's words. A word ends at a space; in scripts that put no spaces between
 * words, every character is a word of its own, so their texts have as many shingles as others.
 */
final class Tokens {
    /** Words read of one text; a longer one is compared by its beginning. */
    static final int MOST = 50_000;

    private static final int SHORT = 30;
    private static final int FEWEST = 5;
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long[] hashes = new long[64];
    private int count;

    /** Of a short text: which words have a digit in them. */
    private final boolean[] numbers = new boolean[SHORT];

    private Tokens() {}

    /**
     * @param text normalised text, its words separated by single spaces
     * @return its words, in order, at most {@link #MOST}
     */
    static Tokens of(String text) {
        Tokens tokens = new Tokens();
        tokens.read(text);
        return tokens;
    }

    /** A hash a word, in order. */
    long[] hashes() {
        return Arrays.copyOf(hashes, count);
    }

    /**
     * The words without a digit of a short text that has numbers, each hashed together with all of
     * the text's numbers: texts share such hashes only when their numbers are the same and in the
     * same order. None for a long text, one without numbers, or one with hardly a word.
     */
    int[] wordsOfShortText() {
        if (count > SHORT) {
            return new int[0];
        }
        long all = 0;
        IntList words = new IntList();
        for (int i = 0; i < count; i++) {
            all = numbers[i] ? Hashes.mix(all ^ hashes[i]) + 1 : all;
        }
        for (int i = 0; i < count && all != 0; i++) {
            if (!numbers[i]) {
                words.add((int) (Hashes.mix(all ^ hashes[i]) >>> 32));
            }
        }
        int[] set = Shingles.set(words.range(0, words.size()));
        return set.length < FEWEST ? new int[0] : set;
    }

    private void read(String text) {
        long word = OFFSET;
        boolean open = false;
        boolean number = false;
        for (int i = 0; i < text.length() && count < MOST; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean alone = c > 0x0dff && standsAlone(c);
            if (open && (c == ' ' || alone)) {
                add(word, number);
                open = false;
            }
            if (alone) {
                add((OFFSET ^ c) * PRIME, Character.isDigit(c));
            } else if (c != ' ') {
                word = ((open ? word : OFFSET) ^ c) * PRIME;
                number = open && number || Character.isDigit(c);
                open = true;
            }
        }
        if (open && count < MOST) {
            add(word, number);
        }
    }

    private void add(long hash, boolean number) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        if (count < SHORT) {
            numbers[count] = number;
        }
        hashes[count++] = Hashes.mix(hash);
    }

    private static boolean standsAlone(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }
}
