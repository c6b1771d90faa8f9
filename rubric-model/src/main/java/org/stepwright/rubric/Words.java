package org.stepwright.rubric;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How alike two texts are by the words that carry meaning. */
final class Words {
    /** Marks belong to words: in many scripts they are vowels. */
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private static final Set<String> EMPTY =
            Set.of(
                    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have",
                    "in", "is", "it", "its", "of", "on", "or", "that", "the", "their", "they",
                    "this", "to", "was", "were", "what", "when", "which", "with", "step", "steps");

    private Words() {}

    /** The words of a text in lower case without those that carry no meaning. */
    static Set<String> of(String text) {
        return Arrays.stream(BETWEEN.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty() && !EMPTY.contains(word))
                .collect(Collectors.toSet());
    }

    /** Shared words over all words (Jaccard), from 0 to 1; 0 when one has none. */
    static double alike(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        Set<String> fewer = one.size() <= other.size() ? one : other;
        Set<String> more = fewer == one ? other : one;
        int shared = 0;
        for (String word : fewer) {
            shared += more.contains(word) ? 1 : 0;
        }
        return (double) shared / (one.size() + other.size() - shared);
    }

    /** A title without regard to case and punctuation; one of signs only stays as it is. */
    static String plain(String title) {
        String words = BETWEEN.matcher(title.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return words.isEmpty() ? title.strip() : words;
    }
}
