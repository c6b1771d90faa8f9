package org.stepwright.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stepwright.verify.Token.Kind;

/** Reads one side of an equality by recursive descent; gives up on anything that is not clear. */
final class SideReader {
    private static final int MAX_DEPTH = 20;
    private static final int MAX_OPERATORS = 64;
    private static final int MAX_POWERS = 4;
    private static final int MAX_UNIT_WORDS = 5;

    /** These end what belongs to a number. */
    private static final Set<String> CONJUNCTIONS =
            Set.of("and", "or", "but", "so", "then", "if", "is", "are", "where", "because", "when");

    private final List<Token> tokens;
    private final int limit;
    private final StringBuilder expression = new StringBuilder();
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder shown = new StringBuilder();
    private final List<String> units = new ArrayList<>();
    private BigDecimal first;
    private int at;
    private int operators;
    private int powers;
    private int decimals;
    private int numericEnd;
    private boolean divides;
    private boolean percent;
    private boolean share;
    private boolean unclear;

    private SideReader(List<Token> tokens, int from, int limit) {
        this.tokens = tokens;
        this.at = from;
        this.limit = limit;
    }

    /**
     * A stretch of tokens that starts like an expression.
     *
     * @param from its first token
     * @param to behind its last token
     * @param side what it says; null when that is not clear
     */
    record Run(int from, int to, Side side) {}

    static Run read(List<Token> tokens, int from, int limit) {
        SideReader reader = new SideReader(tokens, from, limit);
        reader.sum(0);
        return new Run(from, Math.max(reader.at, from + 1), reader.side(from));
    }

    private Side side(int from) {
        if (unclear) {
            return null;
        }
        return new Side(
                expression.toString(),
                plain.toString(),
                shown.toString().strip().replaceAll("\\((-?[\\d.]+)\\)", "$1"),
                first,
                operators,
                divides,
                percent,
                decimals,
                List.copyOf(units),
                tokens.get(from).start(),
                numericEnd);
    }

    private Token token() {
        return at < limit ? tokens.get(at) : null;
    }

    private boolean at(Kind kind) {
        return at < limit && tokens.get(at).is(kind);
    }

    private void write(String code, String text) {
        expression.append(code);
        plain.append(code);
        shown.append(text);
    }

    private void sum(int depth) {
        operand(depth);
        while (!unclear) {
            units();
            if (at(Kind.OPERATOR)) {
                operator(tokens.get(at++).text());
            } else if (ofWhat()) {
                operator("*");
            } else if (touchesOpen()) {
                unclear |= divides;
                operator("*");
            } else {
                return;
            }
            operand(depth);
        }
    }

    private void operator(String operator) {
        // 25 / 1/3 is read both ways.
        unclear |= share && operator.equals("/");
        divides |= operator.equals("/");
        share = operator.equals("/");
        operators++;
        if (operator.equals("^")) {
            power();
            return;
        }
        unclear |= operators > MAX_OPERATORS;
        write(operator, " " + operator.replace('*', '×').replace('/', '÷') + " ");
    }

    /** Only exponents of one digit; towers are left alone. */
    private void power() {
        boolean wrapped = at(Kind.OPEN);
        int number = wrapped ? at + 1 : at;
        int behind = wrapped ? at + 3 : at + 1;
        boolean small =
                behind <= limit
                        && tokens.get(number).is(Kind.NUMBER)
                        && tokens.get(number).text().matches("\\d")
                        && (!wrapped || tokens.get(number + 1).is(Kind.CLOSE));
        boolean tower = behind < limit && tokens.get(behind).is(Kind.OPERATOR, "^");
        unclear |= !small || tower || ++powers > MAX_POWERS;
        if (!unclear) {
            write("^", "^");
        }
    }

    private void operand(int depth) {
        Token token = token();
        if (token == null || depth > MAX_DEPTH) {
            unclear = true;
        } else if (token.is(Kind.NUMBER)) {
            number("");
        } else if (token.is(Kind.OPERATOR, "-") && touchesNumber()) {
            at++;
            number("-");
        } else if (token.is(Kind.OPEN)) {
            at++;
            write("(", "(");
            sum(depth + 1);
            unclear |= !at(Kind.CLOSE);
            if (!unclear) {
                numericEnd = tokens.get(at).end();
                at++;
                write(")", ")");
            }
        } else {
            unclear = true;
        }
    }

    private boolean touchesNumber() {
        return at + 1 < limit
                && tokens.get(at + 1).is(Kind.NUMBER)
                && tokens.get(at).end() == tokens.get(at + 1).start();
    }

    private void number(String sign) {
        Token number = tokens.get(at++);
        String digits = number.text().startsWith(".") ? "0" + number.text() : number.text();
        first = first == null ? new BigDecimal(sign + digits) : first;
        int point = digits.indexOf('.');
        decimals = Math.max(decimals, point < 0 ? 0 : digits.length() - point - 1);
        numericEnd = number.end();
        boolean inPercent = at(Kind.PERCENT) || at < limit && token().is(Kind.WORD, "percent");
        String signed = sign.isEmpty() ? digits : "(-" + digits + ")";
        expression.append(inPercent ? "(" + sign + digits + "/100)" : signed);
        plain.append(signed);
        shown.append(sign).append(digits).append(inPercent ? "%" : "");
        if (inPercent) {
            percent = true;
            share = true;
            numericEnd = tokens.get(at++).end();
        }
    }

    /** A percentage or a fraction of something. */
    private boolean ofWhat() {
        if (!share
                || !at(Kind.WORD)
                || !token().text().equals("of")
                || tokens.get(at - 1).is(Kind.WORD)) {
            return false;
        }
        boolean the = at + 1 < limit && tokens.get(at + 1).is(Kind.WORD, "the");
        int next = at + (the ? 2 : 1);
        boolean operand =
                next < limit
                        && (tokens.get(next).is(Kind.NUMBER) || tokens.get(next).is(Kind.OPEN));
        if (operand) {
            at = next;
        }
        return operand;
    }

    private boolean touchesOpen() {
        return at(Kind.OPEN)
                && at > 0
                && tokens.get(at - 1).end() == token().start()
                && (tokens.get(at - 1).is(Kind.NUMBER) || tokens.get(at - 1).is(Kind.CLOSE));
    }

    /** Words and remarks in parentheses behind a number. */
    private void units() {
        int words = 0;
        while (at < limit && words <= MAX_UNIT_WORDS) {
            if (at(Kind.WORD) && belongs(token())) {
                units.add(token().text());
                at++;
                words++;
            } else if (!skipRemark()) {
                return;
            }
        }
    }

    private boolean belongs(Token word) {
        Token before = tokens.get(at - 1);
        // A name that touches a bracket is a factor: (3)AB.
        unclear |= before.is(Kind.CLOSE) && before.end() == word.start();
        return !CONJUNCTIONS.contains(word.text()) && !(share && word.text().equals("of"));
    }

    private boolean skipRemark() {
        if (!at(Kind.OPEN) || at + 1 >= limit || !tokens.get(at + 1).is(Kind.WORD)) {
            return false;
        }
        // A remark that touches its number is a factor: 3(number of books).
        unclear |= tokens.get(at - 1).is(Kind.NUMBER) && touchesOpen();
        int end = at + 1;
        while (end < limit && !tokens.get(end).is(Kind.CLOSE)) {
            if (tokens.get(end).is(Kind.OPEN)) {
                return false;
            }
            end++;
        }
        if (end == limit) {
            return false;
        }
        at = end + 1;
        return true;
    }
}
