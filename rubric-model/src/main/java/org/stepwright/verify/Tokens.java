package org.stepwright.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.stepwright.verify.Token.Kind;

/** Reads plain text and LaTeX into tokens in one pass. */
final class Tokens {
    private enum Brace {
        SILENT,
        GROUP,
        TOP,
        BOTTOM
    }

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Brace> braces = new ArrayDeque<>();
    private Brace next = Brace.GROUP;
    private int fractionStart;

    /** How far line breaks and blanks behind the last line break reach; read once, not for each. */
    private int gapEnd;

    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        Tokens reader = new Tokens(text);
        while (reader.at < text.length()) {
            reader.read();
        }
        return reader.tokens;
    }

    private void add(Kind kind, String normal, int start) {
        tokens.add(new Token(kind, normal, start, at));
    }

    private void read() {
        int start = at;
        char c = text.charAt(at);
        if (isDigit(c) || c == '.' && isDigit(peek(1)) && !isDigit(peek(-1))) {
            number();
        } else if (Character.isLetter(c)) {
            word();
        } else if (c == '\\') {
            command();
        } else if (c == '{' || c == '}') {
            brace(c);
        } else {
            at++;
            symbol(c, start);
        }
    }

    private char peek(int offset) {
        int i = at + offset;
        return i >= 0 && i < text.length() ? text.charAt(i) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void number() {
        int start = at;
        StringBuilder digits = new StringBuilder();
        boolean clear = true;
        while (at < text.length()) {
            int comma = text.startsWith("{,}", at) ? 3 : text.startsWith("\\,", at) ? 2 : 1;
            char c = peek(0);
            if (isDigit(c)) {
                digits.append(c);
                at++;
            } else if ((c == ',' || comma > 1) && isDigit(peek(comma))) {
                clear &= thousands(at + comma) && digits.indexOf(".") < 0;
                at += comma;
            } else if (c == '.' && isDigit(peek(1))) {
                clear &= digits.indexOf(".") < 0;
                digits.append(c);
                at++;
            } else {
                break;
            }
        }
        clear &= !(digits.length() > 1 && digits.charAt(0) == '0' && digits.charAt(1) != '.');
        clear &= digits.length() <= 15 && !touchesUnclear(start);
        add(clear ? Kind.NUMBER : Kind.UNCLEAR, digits.toString(), start);
        gluedLetters();
    }

    private boolean thousands(int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end - from == 3;
    }

    /** Times, ratios and indices: 3:30, 2:1, x_1. */
    private boolean touchesUnclear(int start) {
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        boolean ratio =
                before == ':' && start > 1 && isDigit(text.charAt(start - 2))
                        || peek(0) == ':' && isDigit(peek(1));
        return ratio || before == '_' || before == '#' || Character.isLetter(before);
    }

    private void gluedLetters() {
        int start = at;
        while (at < text.length() && Character.isLetter(peek(0))) {
            at++;
        }
        if (at == start) {
            return;
        }
        String letters = text.substring(start, at).toLowerCase(Locale.ROOT);
        if (letters.equals("x") && (isDigit(peek(0)) || peek(0) == '$')) {
            add(Kind.OPERATOR, "*", start);
        } else {
            add(MathWords.GLUED_UNITS.contains(letters) ? Kind.WORD : Kind.UNCLEAR, letters, start);
        }
    }

    private void word() {
        int start = at;
        while (at < text.length() && inWord()) {
            at++;
        }
        String word = text.substring(start, at).toLowerCase(Locale.ROOT);
        String operator = MathWords.OPERATOR_WORDS.get(word);
        if (operator != null) {
            add(Kind.OPERATOR, operator, start);
        } else if (word.equals("x")) {
            add(between(start) ? Kind.OPERATOR : Kind.UNCLEAR, "*", start);
        } else if (word.length() == 1 && !word.equals("a") && !word.equals("i")) {
            add(Kind.UNCLEAR, word, start);
        } else {
            add(Kind.WORD, word, start);
        }
    }

    /** Letters, and what glues letters: pounds/book, Sue's, student-hours. */
    private boolean inWord() {
        char c = peek(0);
        return Character.isLetter(c)
                || "/'’-".indexOf(c) >= 0
                        && Character.isLetter(peek(1))
                        && Character.isLetter(peek(-1))
                        && (c != '/' || Character.isLetter(peek(2)));
    }

    /** An x between what can be multiplied. */
    private boolean between(int start) {
        int after = at;
        while (after < text.length() && " $(\\".indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        Token last = last();
        boolean operand =
                last != null
                        && (last.is(Kind.NUMBER)
                                || last.is(Kind.PERCENT)
                                || last.is(Kind.CLOSE)
                                || last.is(Kind.WORD));
        return operand
                && start > 0
                && !Character.isLetter(text.charAt(start - 1))
                && after < text.length()
                && (isDigit(text.charAt(after)) || text.charAt(after) == '.');
    }

    private Token last() {
        return tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    }

    private void command() {
        int start = at++;
        if (at == text.length()) {
            return;
        }
        int nameStart = at;
        while (at < text.length() && Character.isLetter(peek(0))) {
            at++;
        }
        at = Math.max(at, nameStart + 1);
        String name = text.substring(nameStart, at);
        if (MathWords.COMMANDS.containsKey(name)) {
            add(Kind.OPERATOR, MathWords.COMMANDS.get(name), start);
        } else if (name.equals("%")) {
            add(Kind.PERCENT, "%", start);
        } else if (MathWords.ABOUT_WORDS.contains(name)) {
            add(Kind.ABOUT, "≈", start);
        } else if (name.equals("frac") || name.equals("dfrac") || name.equals("tfrac")) {
            fraction(start);
        } else if (MathWords.WRAPPERS.contains(name)) {
            next = Brace.SILENT;
        } else if (MathWords.BREAKS.contains(name)) {
            lineBreak(start);
        } else if (!MathWords.SILENT.contains(name)) {
            add(Kind.UNCLEAR, name, start);
        }
    }

    private void fraction(int start) {
        if (last() != null && last().is(Kind.NUMBER) && last().end() == start || peek(0) != '{') {
            add(Kind.UNCLEAR, "frac", start);
        }
        next = Brace.TOP;
        fractionStart = start;
    }

    private void brace(char c) {
        int start = at++;
        if (c == '{') {
            Brace brace = next;
            next = Brace.GROUP;
            braces.push(brace);
            if (brace == Brace.TOP) {
                add(Kind.OPEN, "(", fractionStart);
                add(Kind.OPEN, "(", start);
            } else if (brace != Brace.SILENT) {
                add(Kind.OPEN, "(", start);
            }
        } else if (!braces.isEmpty()) {
            close(braces.pop(), start);
        }
    }

    private void close(Brace brace, int start) {
        if (brace == Brace.SILENT) {
            return;
        }
        add(Kind.CLOSE, ")", start);
        if (brace == Brace.TOP) {
            if (peek(0) == '{') {
                add(Kind.OPERATOR, "/", start);
                next = Brace.BOTTOM;
            } else {
                add(Kind.UNCLEAR, "frac", start);
            }
        } else if (brace == Brace.BOTTOM) {
            add(Kind.CLOSE, ")", start);
        }
    }

    private void symbol(char c, int start) {
        switch (c) {
            case '\'',
                    '’',
                    '‘',
                    '`',
                    ' ',
                    '\t',
                    '$',
                    '€',
                    '£',
                    '&',
                    '"',
                    '“',
                    '”',
                    '\u00a0',
                    '\u2009' -> {
                // spacing, money and quotation say nothing here
            }
            case '\n', '\r' -> lineBreak(start);
            case '.', ',', ';', ':', '?', '…', '→', '⇒' -> add(Kind.BREAK, "" + c, start);
            case '=' -> equalsSign(start);
            case '≈', '≃' -> add(Kind.ABOUT, "≈", start);
            case '×', '·', '∙', '⋅' -> add(Kind.OPERATOR, "*", start);
            case '÷', '∕' -> add(Kind.OPERATOR, "/", start);
            case '*' -> star(start);
            case '/' -> slash(start);
            case '+', '^' -> add(Kind.OPERATOR, "" + c, start);
            case '-', '−' -> minus(start);
            case '–', '—' -> add(punctuates(start) ? Kind.BREAK : Kind.UNCLEAR, "-", start);
            case '(' -> add(Kind.OPEN, "(", start);
            case ')' -> add(Kind.CLOSE, ")", start);
            case '%' -> add(Kind.PERCENT, "%", start);
            case '<', '>' -> angle(c, start);
            default -> add(Kind.UNCLEAR, "" + c, start);
        }
    }

    /** A line that goes on with an equals sign continues the chain of the line before. */
    private void lineBreak(int start) {
        if (at > gapEnd) {
            gapEnd = at;
            while (gapEnd < text.length() && " \t\n\r&\\".indexOf(text.charAt(gapEnd)) >= 0) {
                gapEnd++;
            }
        }
        boolean continues = gapEnd < text.length() && text.charAt(gapEnd) == '=';
        if (!continues) {
            add(Kind.BREAK, "\n", start);
        }
    }

    private void equalsSign(int start) {
        if (peek(0) == '=' || peek(0) == '>') {
            at++;
            add(Kind.BREAK, "==", start);
        } else {
            add(Kind.EQUALS, "=", start);
        }
    }

    /** Calculator marks are double; anything else is a comparison. */
    private void angle(char c, int start) {
        if (peek(0) == c) {
            at++;
            add(Kind.BREAK, "" + c + c, start);
        } else {
            add(Kind.UNCLEAR, "" + c, start);
            if (peek(0) == '=') {
                at++;
                add(Kind.BREAK, "=", start);
            }
        }
    }

    private void star(int start) {
        if (peek(0) == '*') {
            at++;
            Token last = last();
            boolean power =
                    last != null && last.end() == start && (isDigit(peek(0)) || peek(0) == '(');
            if (power) {
                add(Kind.UNCLEAR, "**", start);
            }
        } else if (startsLine(start)) {
            add(Kind.BREAK, "*", start);
        } else {
            add(Kind.OPERATOR, "*", start);
        }
    }

    private void minus(int start) {
        if (startsLine(start) && peek(0) == ' ') {
            add(Kind.BREAK, "-", start);
        } else {
            add(Kind.OPERATOR, "-", start);
        }
    }

    private boolean startsLine(int start) {
        int before = start - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        return before < 0 || text.charAt(before) == '\n';
    }

    /** A dash between words; before a number it may be a minus or a range. */
    private boolean punctuates(int start) {
        int after = at;
        while (after < text.length() && " $(\\".indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        boolean spaced = start > 0 && text.charAt(start - 1) == ' ' && peek(0) == ' ';
        return spaced && (after == text.length() || !isDigit(text.charAt(after)));
    }

    /** $15/student: a unit, not a division. */
    private void slash(int start) {
        if (Character.isLetter(peek(0)) && start > 0 && text.charAt(start - 1) != ' ') {
            int from = at;
            while (at < text.length() && Character.isLetter(peek(0))) {
                at++;
            }
            boolean unit = at - from > 1;
            add(
                    unit ? Kind.WORD : Kind.UNCLEAR,
                    text.substring(from, at).toLowerCase(Locale.ROOT),
                    start);
        } else {
            add(Kind.OPERATOR, "/", start);
        }
    }
}
