package org.stepwright.ui.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One person's answers, as they stand side by side with the others'.
 *
 * @param letter A, B, C, …
 * @param voice what this person says
 */
record Column(String letter, Voice voice) {
    private static final int LETTERS = 26;

    /**
     * Gives each person a column. While names are hidden, the order differs from trace to trace, so
     * that a letter does not give somebody away; it never changes for one trace.
     */
    static List<Column> of(ReviewTrace trace, boolean blind) {
        List<Voice> voices = new ArrayList<>(trace.voices());
        if (blind) {
            String id = trace.trace().id();
            voices.sort(
                    Comparator.comparingInt((Voice v) -> mixed(id + '\u001f' + v.name()))
                            .thenComparing(Voice::name));
        }
        List<Column> columns = new ArrayList<>();
        for (Voice voice : voices) {
            columns.add(new Column(letter(columns.size()), voice));
        }
        return columns;
    }

    /** A string's hash of two texts that end alike differs in few bits: those are spread. */
    private static int mixed(String text) {
        int h = text.hashCode() * 0x9E3779B9;
        return h ^ h >>> 15;
    }

    private static String letter(int i) {
        String last = String.valueOf((char) ('A' + i % LETTERS));
        return i < LETTERS ? last : letter(i / LETTERS - 1) + last;
    }
}
