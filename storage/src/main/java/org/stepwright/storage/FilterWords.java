package org.stepwright.storage;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a filter at spaces outside double quotes; the quotes themselves are dropped. Inside quotes
 * two of them stand for one.
 */
final class FilterWords {
    /**
     * A word.
     *
     * @param text what it says
     * @param plain how many of its first characters stand before any quote
     */
    record Word(String text, int plain) {}

    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int plain = -1;

    private FilterWords() {}

    static List<Word> split(String text) {
        FilterWords splitting = new FilterWords();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                splitting.word.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
                splitting.quote();
            } else if (Character.isWhitespace(c) && !quoted) {
                splitting.flush();
            } else {
                splitting.word.append(c);
            }
        }
        splitting.flush();
        return splitting.words;
    }

    /** The value as one word that {@link #split} gives back. */
    static String quoted(String value) {
        boolean plain =
                !value.isEmpty()
                        && value.chars().noneMatch(c -> c == '"' || Character.isWhitespace(c));
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    private void quote() {
        if (plain < 0) {
            plain = word.length();
        }
    }

    private void flush() {
        if (!word.isEmpty()) {
            words.add(new Word(word.toString(), plain < 0 ? word.length() : plain));
        }
        word.setLength(0);
        plain = -1;
    }
}
