package org.stepwright.verify;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/**
 * A final answer that a step states, of any kind.
 *
 * @param text the answer, word for word
 * @param marked whether a box or {@code ####} says where it ends; behind "the answer is" a sentence
 *     may go on
 */
record StatedAnswer(String text, boolean marked) {
    private static final int MAX_TEXT = 100_000;
    private static final Pattern HASHES = Pattern.compile("####[ \\t]*");
    private static final Pattern ANSWER =
            Pattern.compile(
                    "(?i)\\b(?:(?:final|correct|right)\\s+)?answer"
                            + "(?:\\s+to\\s+(?:the|this)\\s+(?:question|problem))?"
                            + "\\**(?:\\s+is\\b|\\s*[:=])(?:\\s*:)?[ \\t*_]*\\n?[ \\t]*");
    private static final Pattern END = Pattern.compile("[.!?](?:\\s|\\*|$)|\\*\\*|;");

    /** The answer that a step states last, a box before anything else. */
    static Optional<StatedAnswer> find(String step) {
        if (step.length() > MAX_TEXT) {
            return Optional.empty();
        }
        for (String box : new String[] {"\\boxed{", "\\fbox{"}) {
            int at = step.lastIndexOf(box);
            if (at >= 0) {
                return answer(FinalAnswer.braced(step, at + box.length()), true);
            }
        }
        return last(HASHES, step)
                .flatMap(text -> answer(text, true))
                .or(() -> last(ANSWER, step).flatMap(text -> answer(sentence(text), false)));
    }

    private static Optional<StatedAnswer> answer(String text, boolean marked) {
        return Optional.of(new StatedAnswer(text.strip(), marked)).filter(a -> !a.text.isEmpty());
    }

    private static Optional<String> last(Pattern pattern, String step) {
        Matcher matcher = pattern.matcher(step);
        int from = -1;
        while (matcher.find()) {
            from = FinalAnswer.announces(step, matcher.start()) ? from : matcher.end();
        }
        if (from < 0) {
            return Optional.empty();
        }
        int end = step.indexOf('\n', from);
        return Optional.of(step.substring(from, end < 0 ? step.length() : end));
    }

    private static String sentence(String text) {
        Matcher end = END.matcher(text);
        return end.find() && end.start() > 0 ? text.substring(0, end.start()) : text;
    }
}
