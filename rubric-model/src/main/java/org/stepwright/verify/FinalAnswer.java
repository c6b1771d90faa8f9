package org.stepwright.verify;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A final answer that a step states.
 *
 * @param text the answer, word for word
 * @param value its value
 */
record FinalAnswer(String text, BigDecimal value) {
    private static final int MAX_TEXT = 100_000;
    private static final String NUMBER =
            "[-−+]?\\\\?\\$?\\s?(?:\\d{1,3}(?:(?:,|\\{,\\})\\d{3})+|\\d{1,15})?(?:\\.\\d{1,15})?";
    private static final Pattern ONE = Pattern.compile(NUMBER);
    private static final Pattern RATIO =
            Pattern.compile(
                    "(-?)\\\\[dt]?frac\\{(\\d{1,12})\\}\\{(\\d{1,12})\\}|(-?)(\\d{1,12})\\s?/\\s?(\\d{1,12})");
    private static final Pattern ANSWER_IS =
            Pattern.compile(
                    "(?i)answer(?: to (?:the|this)"
                            + " (?:question|problem))?\\s?(?:is|:|=)[\\s*:$\\\\(]*("
                            + NUMBER
                            + "(?:\\s?/\\s?\\d{1,12})?)");
    private static final Pattern HASHES = Pattern.compile("####\\s*(" + NUMBER + ")");

    /** What makes the number behind "the answer is" the start of a calculation. */
    private static final Pattern GOES_ON =
            Pattern.compile(
                    "(?i)\\s*%?\\s*(?:[-−+*×·÷^=/]\\s*[\\d$({\\\\]|\\\\(?:times|cdot|div)"
                            + "|(?:of|more|less|fewer|times|plus|minus|divided|multiplied)\\b)");

    /** A sentence whose subject is the answer, up to its verb. */
    private static final Pattern SENTENCE =
            Pattern.compile(
                    "(?i)(?:^|[.!?\\n]\\s*|"
                            + "\\b(?:the|our|my)\\s)[*\\s]*(?:(?:final|correct)\\s)?(answer)"
                            + "(?:\\s[\\p{L}'’-]+){0,6}?"
                            + "[*\\s]*(?:\\s(?:is|are|equals|becomes|comes\\s(?:out\\s)?to"
                            + "|(?:would|will|should|must)\\sbe)\\b|:|=)");

    /** "To find the answer: …" announces a calculation, whose numbers are not the answer. */
    private static final Pattern ANNOUNCES =
            Pattern.compile(
                    "(?i)\\b(?:to|find|finding|get|getting|reach|check|calculate|compute|obtain|for"
                            + "|verify)\\s(?:(?:the|our|my)\\s)?(?:(?:final|correct)\\s)?$");

    private static final Pattern SENTENCE_END = Pattern.compile("[!?\\n;]|\\.(?:\\s|$)");
    private static final Pattern CONCLUSION =
            Pattern.compile(
                    "(?i)(?:\\s|about|approximately|roughly|around|exactly|simply|just|then|therefore|thus|equal"
                        + " to|[:*$(]|\\\\\\()*([-−]?\\$?\\d[\\d,]*(?:\\.\\d+)?)([^\\d=]*)");

    /** Characters around a match that say what it means. */
    private static final int AROUND = 60;

    /** The answer that a step states, if it looks like a final one and is a number. */
    static Optional<FinalAnswer> find(String step) {
        if (step.length() > MAX_TEXT) {
            return Optional.empty();
        }
        int boxed = step.lastIndexOf("\\boxed{");
        if (boxed >= 0) {
            String content = braced(step, boxed + 7);
            return number(content).map(value -> new FinalAnswer(content, value));
        }
        return last(HASHES, step)
                .filter(text -> number(text).isPresent())
                .or(() -> stated(step))
                .or(() -> concluded(step))
                .flatMap(text -> number(text).map(value -> new FinalAnswer(text, value)));
    }

    /** The number right behind the last "the answer is". */
    private static Optional<String> stated(String step) {
        Matcher matcher = ANSWER_IS.matcher(step);
        String found = null;
        while (matcher.find()) {
            boolean goesOn = goesOn(step, matcher.end());
            boolean announces = announces(step, matcher.start());
            found = goesOn || announces ? null : matcher.group(1);
        }
        return Optional.ofNullable(found).filter(text -> number(text).isPresent());
    }

    /**
     * The number that a sentence about the answer ends with, behind its verb or its last equals
     * sign. Any other number in a sentence may be one that the answer is worked out from.
     */
    private static Optional<String> concluded(String step) {
        Matcher matcher = SENTENCE.matcher(step);
        int from = -1;
        while (matcher.find()) {
            from = announces(step, matcher.start(1)) ? -1 : matcher.end();
        }
        if (from < 0) {
            return Optional.empty();
        }
        Matcher end = SENTENCE_END.matcher(step);
        String sentence = step.substring(from, end.find(from) ? end.start() : step.length());
        Matcher number = CONCLUSION.matcher(sentence.substring(sentence.lastIndexOf('=') + 1));
        return number.matches() && !goesOn(number.group(2), 0)
                ? Optional.of(number.group(1))
                : Optional.empty();
    }

    private static boolean goesOn(String text, int at) {
        String behind = text.substring(at, Math.min(text.length(), at + AROUND));
        return GOES_ON.matcher(behind).lookingAt();
    }

    /** Whether the words before a place announce how the answer is found. */
    static boolean announces(String text, int at) {
        return ANNOUNCES.matcher(text.substring(Math.max(0, at - AROUND), at)).find();
    }

    /** The value of a reference answer, which may be a worked solution that ends with ####. */
    static Optional<BigDecimal> reference(String reference) {
        if (reference.length() > MAX_TEXT) {
            return Optional.empty();
        }
        Optional<BigDecimal> whole = number(reference);
        return whole.isPresent() ? whole : find(reference).map(FinalAnswer::value);
    }

    private static Optional<String> last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        String found = null;
        while (matcher.find()) {
            found = matcher.group(1);
        }
        return Optional.ofNullable(found);
    }

    /** What stands before the brace that closes the one before {@code from}. */
    static String braced(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return text.substring(from, i);
            }
        }
        return text.substring(from);
    }

    /** The value of a plain or LaTeX number or fraction. */
    static Optional<BigDecimal> number(String text) {
        String bare =
                text.replaceAll("\\\\text\\s?\\{[^{}]*\\}", "")
                        .replace("\\%", "")
                        .replace("%", "")
                        .replace("\\!", "")
                        .strip();
        Matcher ratio = RATIO.matcher(bare);
        if (ratio.matches()) {
            boolean latex = ratio.group(2) != null;
            BigDecimal top = new BigDecimal(ratio.group(latex ? 2 : 5));
            BigDecimal bottom = new BigDecimal(ratio.group(latex ? 3 : 6));
            boolean minus = "-".equals(ratio.group(latex ? 1 : 4));
            return bottom.signum() == 0
                    ? Optional.empty()
                    : Optional.of(BoundedMath.quotient(minus ? top.negate() : top, bottom));
        }
        String digits = bare.replaceAll("[\\\\$,{}+\\s]", "").replace('−', '-');
        if (!ONE.matcher(bare).matches() || digits.isEmpty() || digits.equals("-")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(digits));
    }
}
