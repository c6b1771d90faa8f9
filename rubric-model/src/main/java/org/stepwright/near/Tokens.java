package org.stepwright.near;

import java.util.Arrays;

/**
 * The hashes of a text's words. A word ends at a space; in scripts that put no spaces between
 * words, every character is a word of its own, so their texts have as many shingles as others.
 */
final class Tokens {
    /** Words read of one text; a longer one is compared by its beginning. */
    static final int MOST = 50_000;

    private static final int OFFSET = 0x811c9dc5;
    private static final int PRIME = 0x01000193;

    private long[] hashes = new long[64];
    private int count;

    private Tokens() {}

    /**
     * @param text normalised text, its words separated by single spaces
     * @return a hash a word, in order, at most {@link #MOST}
     */
    static long[] of(String text) {
        Tokens tokens = new Tokens();
        tokens.read(text);
        return Arrays.copyOf(tokens.hashes, tokens.count);
    }

    private void read(String text) {
        long word = 0;
        boolean open = false;
        for (int i = 0; i < text.length() && count < MOST; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean alone = c > 0x0dff && standsAlone(c);
            if (open && (c == ' ' || alone)) {
                add(word);
                open = false;
            }
            if (alone) {
                add(letter(start(), c));
            } else if (c != ' ') {
                word = letter(open ? word : start(), c);
                open = true;
            }
        }
        if (open && count < MOST) {
            add(word);
        }
    }

    private static long start() {
        return ((long) OFFSET << 32) | PRIME;
    }

    private static long letter(long hash, int c) {
        return (hash ^ c) * 0x100000001b3L;
    }

    private void add(long hash) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
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
