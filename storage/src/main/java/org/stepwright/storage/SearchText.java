package org.stepwright.storage;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns what a user types into an FTS5 query in which nothing is syntax: every word is quoted, all
 * have to occur, the last one may be unfinished.
 */
final class SearchText {
    // FTS5 limits the depth of a query; nobody types more words than this.
    private static final int MOST_WORDS = 40;

    private SearchText() {}

    /** The query, or empty text when nothing in the user's text can be searched for. */
    static String query(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.replace('\0', ' ').strip().split("\\s+")) {
            if (hasWordCharacter(word) && words.size() < MOST_WORDS) {
                words.add('"' + word.replace("\"", "\"\"") + '"');
            }
        }
        return words.isEmpty() ? "" : String.join(" ", words) + "*";
    }

    /** What the tokenizer takes for part of a word: letters, digits and private use. */
    private static boolean hasWordCharacter(String word) {
        return word.codePoints()
                .anyMatch(
                        c ->
                                Character.isLetterOrDigit(c)
                                        || Character.getType(c) == Character.PRIVATE_USE
                                        || Character.getType(c) == Character.OTHER_NUMBER
                                        || Character.getType(c) == Character.LETTER_NUMBER);
    }
}
