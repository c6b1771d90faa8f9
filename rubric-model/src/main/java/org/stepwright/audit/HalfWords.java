package org.stepwright.audit;

import java.util.Locale;

/**
 * Counts the words of an audit and what they begin with, to tell at the end half a word from a
 * whole one: it is next to never a word, and often the beginning of one. Tables of fixed size by
 * hash.
 */
final class HalfWords {
    private static final int SLOTS = 1 << 20;
    private static final int LONGEST = 24;

    /** This many times as often the beginning of a word as a word. */
    private static final int RATIO = 30;

    private final int[] words = new int[SLOTS];
    private final int[] beginnings = new int[SLOTS];

    void count(String text) {
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
            if (letter && from < 0) {
                from = i;
            } else if (!letter && from >= 0) {
                if (i - from <= LONGEST) {
                    countWord(text.substring(from, i).toLowerCase(Locale.ROOT));
                }
                from = -1;
            }
        }
    }

    private void countWord(String word) {
        int hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = 31 * hash + word.charAt(i);
            if (i < word.length() - 1) {
                beginnings[slot(hash)]++;
            }
        }
        words[slot(hash)]++;
    }

    /**
     * @param word in lower case
     * @return whether it is next to never a word of this audit
     */
    boolean isHalf(String word) {
        int slot = slot(word.hashCode());
        return words[slot] <= 1 || (long) RATIO * words[slot] <= beginnings[slot];
    }

    private static int slot(int hash) {
        return hash * 0x9E3779B9 >>> 12;
    }
}
