package org.stepwright.ui.prose;

import java.util.Set;

/**
 * Finds formulas in a text that is not code: between dollars, in {@code \(…\)} and {@code \[…\]},
 * environments, and commands that stand without any of these. Each closing mark is looked for once,
 * so that no text makes it slow.
 */
final class FormulaFinder {
    private static final int LONGEST_INLINE = 1_000;
    private static final int LONGEST_DISPLAY = 4_000;
    private static final int WORDS_OF_PROSE = 4;

    /** Commands with arguments that models write outside of formulas. */
    private static final Set<String> BARE =
            Set.of(
                    "boxed",
                    "frac",
                    "dfrac",
                    "tfrac",
                    "sqrt",
                    "text",
                    "binom",
                    "overline",
                    "mathrm",
                    "mathbf",
                    "textbf",
                    "overrightarrow",
                    "vec",
                    "hat",
                    "bar",
                    "mathbb");

    /** Of those, what takes two arguments. */
    private static final Set<String> OF_TWO = Set.of("frac", "dfrac", "tfrac", "binom");

    private final String text;

    /**
     * Where the next closing mark and the next blank line stand, as found last; -1 is not looked.
     */
    private final int[] closers = {-1, -1, -1, -1};

    private int blank = -1;

    FormulaFinder(String text) {
        this.text = text;
    }

    /** A formula and where it ends. */
    record Found(Formula formula, int end) {}

    /** The formula that begins at a place, or null. */
    Found at(int i) {
        char c = text.charAt(i);
        if (c == '$') {
            return text.startsWith("$$", i)
                    ? between(i, "$$", "$$", 0, true)
                    : between(i, "$", "$", 1, false);
        }
        if (c != '\\' || i + 1 == text.length()) {
            return null;
        }
        char next = text.charAt(i + 1);
        if (next == '(') {
            return between(i, "\\(", "\\)", 2, false);
        }
        if (next == '[') {
            return between(i, "\\[", "\\]", 3, true);
        }
        return text.startsWith("\\begin{", i) ? environment(i) : bare(i);
    }

    private Found between(int i, String open, String close, int mark, boolean display) {
        int from = i + open.length();
        if (closers[mark] < from) {
            int found = text.indexOf(close, from);
            while (mark == 1 && found > 0 && text.charAt(found - 1) == '\\') {
                found = text.indexOf(close, found + 1); // a dollar of money
            }
            closers[mark] = found < 0 ? Integer.MAX_VALUE : found;
        }
        int end = closers[mark];
        if (end == Integer.MAX_VALUE
                || end == from
                || end - from > (display ? LONGEST_DISPLAY : LONGEST_INLINE)
                || end > nextBlank(from)) {
            return null;
        }
        String inside = text.substring(from, end);
        if (inside.contains("```") || open.equals("$") && !formula(i, inside, end)) {
            return null;
        }
        return found(inside, display, i, end + close.length());
    }

    /** The next blank line; a formula does not go on after it. */
    private int nextBlank(int from) {
        if (blank < from) {
            int found = text.indexOf("\n\n", from);
            blank = found < 0 ? Integer.MAX_VALUE : found;
        }
        return blank;
    }

    /** Tells formulas from money as Pandoc does, but takes spaces inside where LaTeX is. */
    private boolean formula(int start, String inside, int end) {
        boolean escaped = start > 0 && text.charAt(start - 1) == '\\';
        if (escaped || inside.charAt(inside.length() - 1) == '\\') {
            return false;
        }
        boolean latex = inside.indexOf('\\') >= 0;
        boolean tight =
                !Character.isWhitespace(inside.charAt(0))
                        && !Character.isWhitespace(inside.charAt(inside.length() - 1));
        boolean digitAfter = end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
        return latex || tight && !digitAfter && words(inside) < WORDS_OF_PROSE;
    }

    /** How many words of three letters and more stand there: "$5 for the first and $" is none. */
    private static int words(String inside) {
        int words = 0;
        int letters = 0;
        for (int i = 0; i < inside.length(); i++) {
            letters = Character.isLetter(inside.charAt(i)) ? letters + 1 : 0;
            words += letters == 3 ? 1 : 0;
        }
        return words;
    }

    private Found environment(int i) {
        int nameEnd = text.indexOf('}', i);
        if (nameEnd < 0 || nameEnd - i > 24) {
            return null;
        }
        String name = text.substring(i + "\\begin{".length(), nameEnd);
        String close = "\\end{" + name + "}";
        int end = text.indexOf(close, nameEnd);
        if (!LatexGuard.drawsEnvironment(name) || end < 0 || end - i > LONGEST_DISPLAY) {
            return null;
        }
        int after = end + close.length();
        return found(text.substring(i, after), true, i, after);
    }

    /** {@code \boxed{4}}, {@code \frac{1}{2}}, or a sign such as {@code \times} among words. */
    private Found bare(int i) {
        int end = LatexGuard.lettersEnd(text, i + 1);
        String name = text.substring(i + 1, end);
        if (!BARE.contains(name)) {
            boolean path =
                    i > 0
                            && (Character.isLetterOrDigit(text.charAt(i - 1))
                                    || text.charAt(i - 1) == ':');
            boolean sign = !path && name.length() > 1 && MathSigns.isSign(name);
            return sign ? found(text.substring(i, end), false, i, end) : null;
        }
        if (name.equals("sqrt") && end < text.length() && text.charAt(end) == '[') {
            int close = text.indexOf(']', end);
            end = close < 0 || close - end > 20 ? end : close + 1;
        }
        int groups = OF_TWO.contains(name) ? 2 : 1;
        for (int g = 0; g < groups; g++) {
            end = groupEnd(end);
            if (end < 0) {
                return null;
            }
        }
        end = scripts(end);
        return found(text.substring(i, end), false, i, end);
    }

    /** What hangs at a bare command: {@code ^2}, {@code _{n}}. */
    private int scripts(int from) {
        int end = from;
        while (end + 1 < text.length() && "^_".indexOf(text.charAt(end)) >= 0) {
            int after =
                    text.charAt(end + 1) == '{'
                            ? groupEnd(end + 1)
                            : Character.isLetterOrDigit(text.charAt(end + 1)) ? end + 2 : -1;
            if (after < 0) {
                return end;
            }
            end = after;
        }
        return end;
    }

    /** The end of the group in braces that begins at a place, or -1. */
    private int groupEnd(int from) {
        if (from >= text.length() || text.charAt(from) != '{') {
            return -1;
        }
        int depth = 0;
        int limit = Math.min(text.length(), from + LONGEST_INLINE);
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
            if (c == '\n' && i + 1 < limit && text.charAt(i + 1) == '\n') {
                return -1;
            }
        }
        return -1;
    }

    private Found found(String latex, boolean display, int from, int end) {
        return new Found(new Formula(latex, display, text.substring(from, end)), end);
    }
}
