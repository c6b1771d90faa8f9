package org.stepwright.storage.format.mapping;

import java.util.List;
import java.util.Objects;

/**
 * How labels are read.
 *
 * @param kind what the values mean
 * @param base the number of the first step, 0 or 1; for {@link LabelKind#FIRST_ERROR}
 * @param none the value that says that no step is wrong, such as {@code -1}; empty when an empty
 *     value says so; for {@link LabelKind#FIRST_ERROR}
 * @param correct words for correct, for {@link LabelKind#WORDS}; upper and lower case are the same
 * @param neutral words for neutral
 * @param wrong words for wrong
 */
public record LabelRule(
        LabelKind kind,
        int base,
        String none,
        List<String> correct,
        List<String> neutral,
        List<String> wrong) {
    /** Correct or wrong. */
    public static final LabelRule TWO_WAY = of(LabelKind.TWO_WAY);

    private static final int WORD_LIMIT = 100;
    private static final int LENGTH_LIMIT = 100;

    /**
     * Validates.
     *
     * @throws IllegalArgumentException with a sentence when something is out of its range
     */
    public LabelRule {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(none, "none");
        correct = List.copyOf(correct);
        neutral = List.copyOf(neutral);
        wrong = List.copyOf(wrong);
        if (base != 0 && base != 1) {
            throw new IllegalArgumentException("Steps count from 0 or from 1.");
        }
        if (none.length() > LENGTH_LIMIT) {
            throw new IllegalArgumentException("The value for no error is too long.");
        }
        long distinct =
                java.util.stream.Stream.of(correct, neutral, wrong)
                        .flatMap(List::stream)
                        .map(LabelRule::folded)
                        .distinct()
                        .count();
        int all = correct.size() + neutral.size() + wrong.size();
        if (distinct != all) {
            throw new IllegalArgumentException("A word for a label has one meaning; list it once.");
        }
        if (all > WORD_LIMIT) {
            throw new IllegalArgumentException("There are more than 100 words for labels.");
        }
        if (kind == LabelKind.WORDS && (correct.isEmpty() || wrong.isEmpty())) {
            throw new IllegalArgumentException(
                    "Name at least one word for correct and one for wrong.");
        }
    }

    /**
     * @param kind any kind but {@link LabelKind#WORDS}
     * @return the rule that counts from 0 and takes {@code -1} for no error
     */
    public static LabelRule of(LabelKind kind) {
        return new LabelRule(kind, 0, "-1", List.of(), List.of(), List.of());
    }

    /**
     * @param word any word
     * @return how words are compared: without white space around them, in lower case
     */
    public static String folded(String word) {
        return word.strip().toLowerCase(java.util.Locale.ROOT);
    }
}
