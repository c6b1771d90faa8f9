package org.stepwright.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;

/** Steps that say nothing: blank, only a counter, only marks, or a placeholder. */
final class EmptyText {
    private static final Set<String> PLACEHOLDERS =
            Set.of(
                    "todo",
                    "tbd",
                    "tba",
                    "fixme",
                    "placeholder",
                    "undefined",
                    "nan",
                    "null",
                    "deleted",
                    "removed",
                    "redacted",
                    "omitted",
                    "asdf",
                    "xxx",
                    "text here",
                    "insert text here",
                    "your text here",
                    "your answer here",
                    "your response here",
                    "insert step here",
                    "step text",
                    "no content",
                    "empty",
                    "blank");

    /** These may be an answer too, so they count before the last step only. */
    private static final Set<String> MAYBE_ANSWERS =
            Set.of(
                    "n/a",
                    "na",
                    "none",
                    "nil",
                    "null",
                    "nan",
                    "undefined",
                    "empty",
                    "blank",
                    "removed",
                    "deleted",
                    "omitted",
                    "test");

    private static final int LONGEST = 60;

    private EmptyText() {}

    static Optional<Found> of(Step step, boolean last) {
        String text = step.text();
        if (isBlank(text)) {
            return Optional.of(new Found(JunkRule.EMPTY, 1, "The step is empty."));
        }
        if (step.kind() == StepKind.TOOL_CALL || text.length() > 4 * LONGEST) {
            return lorem(text);
        }
        String plain = plain(text);
        if (plain.isEmpty()) {
            return isMarksOnly(text)
                    ? Optional.of(
                            new Found(
                                    JunkRule.EMPTY,
                                    0.6,
                                    "The step has no words and no numbers, only “"
                                            + Found.start(text)
                                            + "”."))
                    : Optional.empty();
        }
        if (isCounter(plain) && !last) {
            return Optional.of(
                    new Found(
                            JunkRule.EMPTY,
                            0.8,
                            "The step is only a heading, “" + Found.start(text) + "”."));
        }
        boolean placeholder = MAYBE_ANSWERS.contains(plain) ? !last : PLACEHOLDERS.contains(plain);
        return placeholder
                ? Optional.of(
                        new Found(
                                JunkRule.EMPTY,
                                0.9,
                                "The step is a placeholder, “" + Found.start(text) + "”."))
                : lorem(text);
    }

    private static Optional<Found> lorem(String text) {
        return text.regionMatches(true, 0, "lorem ipsum", 0, 11)
                ? Optional.of(
                        new Found(JunkRule.EMPTY, 1, "The step is filler text, “lorem ipsum”."))
                : Optional.empty();
    }

    /** Blank to the eye: white space, and characters without a width. */
    private static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)
                    && !Character.isSpaceChar(c)
                    && Character.getType(c) != Character.FORMAT
                    && c != '\0') {
                return false;
            }
        }
        return true;
    }

    /** Letters, digits and what holds them together, in lower case; at most some of them. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(LONGEST);
        boolean gap = false;
        for (int i = 0; i < text.length() && plain.length() <= LONGEST; ) {
            int c = text.codePointAt(i);
            if (Character.isLetterOrDigit(c) || c == '/' && plain.length() > 0) {
                if (gap && plain.length() > 0) {
                    plain.append(' ');
                }
                gap = false;
                plain.appendCodePoint(c);
            } else {
                gap = true;
            }
            i += Character.charCount(c);
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    /** Mathematics and code also do without letters; what is left are rules and dots. */
    private static boolean isMarksOnly(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c) || ".…·•?!,;:".indexOf(c) >= 0);
    }

    private static boolean isCounter(String plain) {
        int at = plain.startsWith("step") ? 4 : 0;
        while (at < plain.length() && plain.charAt(at) == ' ') {
            at++;
        }
        int digits = at;
        while (at < plain.length() && plain.charAt(at) >= '0' && plain.charAt(at) <= '9') {
            at++;
        }
        return plain.startsWith("step") && at == plain.length() && at - digits <= 3;
    }
}
