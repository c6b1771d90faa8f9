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
    private static final Pattern ABOUT_ANSWER = Pattern.compile("(?i)\\banswer\\b");
    private static final Pattern ANY_NUMBER = Pattern.compile("[-−]?\\$?\\d[\\d,]*(?:\\.\\d+)?");

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
        for (Pattern pattern : new Pattern[] {HASHES, ANSWER_IS}) {
            Optional<String> found = last(pattern, step);
            if (found.isPresent() && number(found.get()).isPresent()) {
                return found.map(text -> new FinalAnswer(text, number(text).orElseThrow()));
            }
        }
        int about = lastStart(ABOUT_ANSWER, step);
        if (about < 0) {
            return Optional.empty();
        }
        Matcher numbers = ANY_NUMBER.matcher(step.substring(about));
        String text = null;
        while (numbers.find()) {
            text = numbers.group();
        }
        return Optional.ofNullable(text)
                .flatMap(t -> number(t).map(value -> new FinalAnswer(t, value)));
    }

    /** The value of a reference answer, which may be a worked solution that ends with ####. */
    static Optional<BigDecimal> reference(String reference) {
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

    private static int lastStart(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int start = -1;
        while (matcher.find()) {
            start = matcher.start();
        }
        return start;
    }

    private static String braced(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return text.substring(from, i);
            }
        }
        return text.substring(from);
    }

    private static Optional<BigDecimal> number(String text) {
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
