package org.stepwright.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/**
 * Steps that stop in the middle of a sentence, a word or a formula. What the next step begins with
 * tells a cut from a sentence that was only laid out over two steps.
 */
final class CutText {
    /** No sentence ends with these. */
    private static final Set<String> OPEN_WORDS =
            Set.of(
                    "the", "a", "an", "of", "and", "or", "which", "if", "because", "their", "into",
                    "but", "our", "your", "between", "whether", "while", "these", "every", "und",
                    "oder", "der", "das", "mit", "von");

    /** These end one seldom, so they count where the other steps end as sentences do. */
    private static final Set<String> MAYBE_OPEN_WORDS =
            Set.of(
                    "to", "with", "for", "by", "from", "is", "are", "was", "were", "be", "at",
                    "than", "its", "we", "will", "would", "has", "have", "should", "must", "when");

    /** Let the number be a: here a is a name. */
    private static final String NAMED = " be a";

    private static final String OPEN_MARKS = ",([{+=/*×÷<−-–;&^_";
    private static final int TAIL = 400;
    private static final int LEAST_WORDS = 5;
    private static final double STYLE = 0.8;

    private CutText() {}

    /**
     * What a step's end looks like.
     *
     * @param found what is wrong with it, if anything
     * @param lastWord the last word when the step ends in the middle of prose; empty else. A rare
     *     one may be half a word
     */
    record Ending(Optional<Found> found, String lastWord) {
        static final Ending FINE = new Ending(Optional.empty(), "");
    }

    /**
     * @param trace a trace
     * @param step an index
     * @param style how the trace's steps end
     * @return how the step ends
     */
    static Ending of(Trace trace, int step, Style style) {
        Step it = trace.steps().get(step);
        boolean last = step == trace.steps().size() - 1;
        if (it.kind() == StepKind.TOOL_CALL || Code.looksLike(it.text()) || isTable(it.text())) {
            return Ending.FINE;
        }
        String text = it.text().strip();
        String tail = text.substring(Math.max(0, text.length() - TAIL));
        if (tail.isEmpty() || !last && continues(trace.steps().get(step + 1))) {
            return Ending.FINE;
        }
        char end = tail.charAt(tail.length() - 1);
        Optional<Found> formula = formula(text, tail, last);
        if (formula.isPresent()) {
            return new Ending(formula, "");
        }
        if (OPEN_MARKS.indexOf(end) >= 0) {
            return mark(tail, end, last);
        }
        if (!Character.isLetter(end) || words(tail) < LEAST_WORDS) {
            return Ending.FINE;
        }
        String word = lastWord(tail);
        if (isOpen(word, style)
                && tail.endsWith(word)
                && !tail.endsWith(NAMED)
                && !inFormula(tail)) {
            return new Ending(Optional.of(found(0.9, tail)), "");
        }
        return style.closesOthers() && !Answers.states(tail) && !inFormula(tail)
                ? new Ending(Optional.empty(), word)
                : Ending.FINE;
    }

    private static boolean isOpen(String word, Style style) {
        return OPEN_WORDS.contains(word) || style.closesOthers() && MAYBE_OPEN_WORDS.contains(word);
    }

    /** The finding that the last word is half a word. */
    static Found halfWord(String text) {
        return found(0.7, text);
    }

    /**
     * How a trace's steps end.
     *
     * @param closed how many end as sentences do
     * @param all how many there are, calls of tools aside
     */
    record Style(int closed, int all) {
        static Style of(Trace trace) {
            int closed = 0;
            int all = 0;
            for (Step step : trace.steps()) {
                if (step.kind() != StepKind.TOOL_CALL) {
                    all++;
                    closed += isClosed(step.text()) ? 1 : 0;
                }
            }
            return new Style(closed, all);
        }

        /** Whether nearly all steps other than one that is not closed are; at least two others. */
        boolean closesOthers() {
            return all >= 3 && closed >= STYLE * (all - 1);
        }
    }

    private static boolean isClosed(String text) {
        String bare = text.stripTrailing();
        return !bare.isEmpty()
                && ".!?:。！？：…)]}\"”'’」】$`*|>%".indexOf(bare.charAt(bare.length() - 1)) >= 0;
    }

    /** Whether the next step goes on with the sentence: it begins small, or with a formula. */
    private static boolean continues(Step next) {
        String text = next.text().strip();
        if (text.isEmpty()) {
            return false;
        }
        int first = text.codePointAt(0);
        return !Character.isUpperCase(first)
                && !Character.isDigit(first)
                && !Character.isIdeographic(first)
                && first != '*'
                && first != '#';
    }

    private static boolean isTable(String text) {
        int bars = 0;
        for (int i = 0; i < text.length() && bars < 4; i++) {
            bars += text.charAt(i) == '|' ? 1 : 0;
        }
        return bars == 4;
    }

    private static Ending mark(String tail, char end, boolean last) {
        boolean clear = ",([{=×÷<".indexOf(end) >= 0;
        boolean spaced =
                tail.length() > 1 && Character.isWhitespace(tail.charAt(tail.length() - 2));
        boolean prose = words(tail) >= LEAST_WORDS;
        if (!prose || !clear && !(spaced && last) || end == ',' && !last) {
            return Ending.FINE;
        }
        return new Ending(Optional.of(found(last ? 0.8 : 0.6, tail)), "");
    }

    /** A formula in dollars that is opened and not closed, or half a command at the very end. */
    private static Optional<Found> formula(String text, String tail, boolean last) {
        int dollar = text.contains("```") ? -1 : openDollar(text);
        if (dollar >= 0) {
            return Optional.of(
                    new Found(
                            JunkRule.OPEN_BLOCK,
                            0.6,
                            "A formula is opened with a dollar sign and never closed: “"
                                    + Found.start(text.substring(dollar))
                                    + "”."));
        }
        return last && endsInGroup(tail)
                ? Optional.of(
                        new Found(
                                JunkRule.CUT_OFF,
                                0.8,
                                "The step stops in the middle of a formula: “"
                                        + Found.end(tail)
                                        + "”."))
                : Optional.empty();
    }

    /** Where a formula begins that is never closed; -1 when none. Sums of money open none. */
    private static int openDollar(String text) {
        int dollars = 0;
        int at = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                if (i + 1 < text.length() && "([".indexOf(text.charAt(i + 1)) >= 0) {
                    // where formulas are set in brackets, a dollar is money
                    return -1;
                }
                i++;
            } else if (c == '$') {
                dollars++;
                at = i;
            }
        }
        return dollars % 2 == 1 && isFormula(text, at + 1) ? at : -1;
    }

    /** Whether what follows, up to a space, is written as LaTeX. */
    private static boolean isFormula(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("\\^_{".indexOf(c) >= 0) {
                return true;
            }
            if (Character.isWhitespace(c) && i > from) {
                return false;
            }
        }
        return false;
    }

    /** Ends inside a group that a command opened, as in \frac{1}{2. */
    private static boolean endsInGroup(String tail) {
        int depth = 0;
        for (int i = tail.length() - 1; i >= 0; i--) {
            char c = tail.charAt(i);
            boolean escaped = i > 0 && tail.charAt(i - 1) == '\\';
            if (c == '}' && !escaped) {
                depth++;
            } else if (c == '{' && !escaped && --depth < 0) {
                return isCommand(tail, i);
            }
        }
        return false;
    }

    private static boolean isCommand(String tail, int brace) {
        int at = brace;
        // \frac{1}{ has a group between the command and the brace
        if (at > 0 && tail.charAt(at - 1) == '}') {
            at = Math.max(0, tail.lastIndexOf('{', at));
        }
        while (at > 0 && Character.isLetter(tail.charAt(at - 1))) {
            at--;
        }
        return at > 0 && tail.charAt(at - 1) == '\\';
    }

    /** Whether the last word, or what stands before it, is a formula's. */
    private static boolean inFormula(String tail) {
        int at = tail.length() - 1;
        for (int words = 0; words < 2; words++) {
            char end = tail.charAt(at);
            if (!Character.isLetter(end) && ",;:".indexOf(end) < 0) {
                return true;
            }
            while (at >= 0 && !Character.isWhitespace(tail.charAt(at))) {
                char c = tail.charAt(at);
                if ("\\^_{}$=|<>/".indexOf(c) >= 0 || Character.isDigit(c)) {
                    return true;
                }
                at--;
            }
            while (at >= 0 && Character.isWhitespace(tail.charAt(at))) {
                at--;
            }
            if (at < 0) {
                return false;
            }
        }
        return false;
    }

    private static Found found(double strength, String tail) {
        return new Found(
                JunkRule.CUT_OFF,
                strength,
                "The step stops in the middle of a sentence: “" + Found.end(tail) + "”.");
    }

    private static String lastWord(String tail) {
        int from = tail.length();
        while (from > 0 && Character.isLetter(tail.charAt(from - 1))) {
            from--;
        }
        return tail.substring(from).toLowerCase(Locale.ROOT);
    }

    private static int words(String tail) {
        int words = 0;
        boolean in = false;
        for (int i = 0; i < tail.length(); i++) {
            boolean letter = Character.isLetter(tail.charAt(i));
            words += letter && !in ? 1 : 0;
            in = letter;
        }
        return words;
    }
}
