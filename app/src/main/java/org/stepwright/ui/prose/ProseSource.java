package org.stepwright.ui.prose;

import java.util.ArrayList;
import java.util.List;

/**
 * A text made ready for the Markdown parser. Formulas and the signs that Markdown would take away
 * though the writer meant them — {@code 2*3*4}, {@code __init__}, {@code <think>}, {@code [1]} —
 * stand in it as characters that no text has (Unicode keeps them for such uses); {@link #restore}
 * puts them back.
 *
 * @param text what the parser gets
 * @param formulas the formulas in their order
 */
record ProseSource(String text, List<Formula> formulas) {
    private static final char FORMULA = '\uFDD0';
    private static final char FORMULA_END = '\uFDD1';
    private static final String SIGNS = "<&[_*~";
    private static final char FIRST_SIGN = '\uFDD2';
    private static final char LAST_SIGN = (char) (FIRST_SIGN + SIGNS.length() - 1);
    private static final char NBSP = '\u00A0';
    private static final int LONGEST_CODE = 2_000;

    /** Hears the parts of a literal. */
    interface Parts {
        /** Words. */
        void words(String words);

        /** A formula between them. */
        void formula(Formula formula);
    }

    static ProseSource of(String raw) {
        return new Encoder(clean(raw)).encode();
    }

    private static String clean(String raw) {
        StringBuilder clean = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\r') {
                if (i + 1 == raw.length() || raw.charAt(i + 1) != '\n') {
                    clean.append('\n');
                }
            } else {
                clean.append(c >= FORMULA && c <= '\uFDEF' ? '\uFFFD' : c);
            }
        }
        return clean.toString();
    }

    /** Hands out a literal of the parsed text, with what was kept from the parser. */
    void parts(String literal, Parts parts) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            int end = c == FORMULA ? literal.indexOf(FORMULA_END, i) : -1;
            if (end < 0) {
                words.append(sign(c));
                continue;
            }
            if (words.length() > 0) {
                parts.words(words.toString());
                words.setLength(0);
            }
            parts.formula(formulas.get(Integer.parseInt(literal, i + 1, end, 10)));
            i = end;
        }
        if (words.length() > 0) {
            parts.words(words.toString());
        }
    }

    /** A literal as it was written. */
    String restore(String literal) {
        StringBuilder out = new StringBuilder();
        parts(
                literal,
                new Parts() {
                    @Override
                    public void words(String words) {
                        out.append(words);
                    }

                    @Override
                    public void formula(Formula formula) {
                        out.append(formula.raw());
                    }
                });
        return out.toString();
    }

    private static char sign(char c) {
        return c >= FIRST_SIGN && c <= LAST_SIGN ? SIGNS.charAt(c - FIRST_SIGN) : c;
    }

    private static final class Encoder {
        private final String raw;
        private final FormulaFinder finder;
        private final StringBuilder out;
        private final List<Formula> formulas = new ArrayList<>();
        private boolean inList;

        Encoder(String raw) {
            this.raw = raw;
            finder = new FormulaFinder(raw);
            out = new StringBuilder(raw.length() + 64);
        }

        ProseSource encode() {
            int i = 0;
            boolean lineStart = true;
            while (i < raw.length()) {
                if (lineStart) {
                    int fenceEnd = fenceEnd(i);
                    if (fenceEnd > 0) {
                        out.append(raw, i, fenceEnd);
                        i = fenceEnd;
                        continue;
                    }
                    i = indent(i);
                    lineStart = false;
                    continue;
                }
                lineStart = raw.charAt(i) == '\n';
                i = one(i);
            }
            return new ProseSource(out.toString(), formulas);
        }

        /** Takes one character, one piece of code or one formula. */
        private int one(int i) {
            char c = raw.charAt(i);
            if (c == '`') {
                return code(i);
            }
            if (c == '$' || c == '\\') {
                FormulaFinder.Found found = finder.at(i);
                if (found != null) {
                    out.append(FORMULA).append(formulas.size()).append(FORMULA_END);
                    formulas.add(found.formula());
                    return found.end();
                }
                if (c == '\\' && i + 1 < raw.length() && raw.charAt(i + 1) != '\n') {
                    return escape(i);
                }
            }
            if (c == '*') {
                return stars(i);
            }
            int sign = SIGNS.indexOf(c);
            out.append(sign < 0 ? c : (char) (FIRST_SIGN + sign));
            return i + 1;
        }

        /** A backslash stays, but for the few escapes that people write in Markdown. */
        private int escape(int i) {
            char next = raw.charAt(i + 1);
            if ("*_#`$".indexOf(next) < 0) {
                out.append("\\\\");
                return i + 1;
            }
            int sign = SIGNS.indexOf(next);
            out.append(sign < 0 ? "\\" + next : String.valueOf((char) (FIRST_SIGN + sign)));
            return i + 2;
        }

        /** Stars inside of a sum or a name are no emphasis. */
        private int stars(int i) {
            int end = i;
            while (end < raw.length() && raw.charAt(end) == '*') {
                end++;
            }
            char before = i == 0 ? ' ' : raw.charAt(i - 1);
            char after = end == raw.length() ? ' ' : raw.charAt(end);
            boolean single = end - i == 1;
            boolean inside = operand(before) && operand(after) || before == '\\' || before == '/';
            boolean sum = single && (Character.isDigit(before) || Character.isDigit(after));
            for (int k = i; k < end; k++) {
                out.append(inside || sum ? (char) (FIRST_SIGN + SIGNS.indexOf('*')) : '*');
            }
            return end;
        }

        private static boolean operand(char c) {
            return Character.isLetterOrDigit(c) || "()[]{}_".indexOf(c) >= 0;
        }

        private int code(int i) {
            int ticks = i;
            while (ticks < raw.length() && raw.charAt(ticks) == '`') {
                ticks++;
            }
            String mark = raw.substring(i, ticks);
            int limit = Math.min(raw.length(), ticks + LONGEST_CODE);
            int at = ticks;
            while (at < limit) {
                int close = raw.indexOf(mark, at);
                if (close < 0 || close > limit) {
                    break;
                }
                int end = close + mark.length();
                if (end == raw.length() || raw.charAt(end) != '`') {
                    boolean sameBlock = raw.substring(ticks, close).indexOf("\n\n") < 0;
                    if (sameBlock) {
                        out.append(raw, i, end);
                        return end;
                    }
                    break;
                }
                at = end;
                while (at < raw.length() && raw.charAt(at) == '`') {
                    at++;
                }
            }
            out.append(mark);
            return ticks;
        }

        /** The end of the fenced code that begins with a line, or -1. */
        private int fenceEnd(int line) {
            int mark = skipSpaces(line);
            if (!raw.startsWith("```", mark) && !raw.startsWith("~~~", mark)) {
                return -1;
            }
            String fence = raw.substring(mark, mark + 3);
            int firstEnd = raw.indexOf('\n', mark);
            if (firstEnd < 0 || raw.substring(mark + 3, firstEnd).indexOf('`') >= 0) {
                return -1;
            }
            for (int at = firstEnd + 1; at < raw.length(); ) {
                int end = raw.indexOf('\n', at);
                end = end < 0 ? raw.length() : end + 1;
                if (raw.startsWith(fence, skipSpaces(at))) {
                    return end;
                }
                at = end;
            }
            return raw.length();
        }

        private int skipSpaces(int from) {
            int i = from;
            while (i < raw.length() && (raw.charAt(i) == ' ' || raw.charAt(i) == '\t')) {
                i++;
            }
            return i;
        }

        /** Keeps the spaces at the beginning of a line, as in code without a fence. */
        private int indent(int line) {
            int first = skipSpaces(line);
            boolean blank = first == raw.length() || raw.charAt(first) == '\n';
            boolean marker = !blank && marker(first);
            if (first == line) {
                inList = blank ? inList : marker;
                return line;
            }
            inList |= marker;
            boolean alone = first - line == 1 && raw.charAt(line) == ' '; // a slip, no indent
            if (blank
                    || alone
                    || inList
                    || "|>#".indexOf(raw.charAt(first)) >= 0 && first - line < 4) {
                out.append(raw, line, first);
                return first;
            }
            for (int i = line; i < first; i++) {
                out.append(NBSP);
                if (raw.charAt(i) == '\t') {
                    out.append(NBSP).append(NBSP).append(NBSP);
                }
            }
            return first;
        }

        /** Whether a list's item begins here. */
        private boolean marker(int i) {
            int digits = i;
            while (digits < raw.length()
                    && digits - i < 9
                    && raw.charAt(digits) >= '0'
                    && raw.charAt(digits) <= '9') {
                digits++;
            }
            boolean bullet = "-*+".indexOf(raw.charAt(i)) >= 0;
            boolean number =
                    digits > i && digits < raw.length() && ".)".indexOf(raw.charAt(digits)) >= 0;
            int after = bullet ? i + 1 : digits + 1;
            return (bullet || number) && after < raw.length() && raw.charAt(after) == ' ';
        }
    }
}
