package org.stepwright.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A number in a text: {@code 1,200}, {@code 3.5}, {@code 5kg}; without its sign. Digits within a
 * longer token, ordinals, times and numbers of more than 30 digits are none.
 *
 * @param start where it starts
 * @param end where its digits end
 * @param value its value
 */
record Figure(int start, int end, BigDecimal value) {
    private static final int MAX_DIGITS = 30;
    private static final int MAX_UNIT = 3;
    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");
    private static final String MONEY = "$€£¥";

    /**
     * Reads a text in one pass.
     *
     * @param text any text
     * @param skip places that belong to something else, such as a date
     * @param most the most that are read
     * @return the numbers in order
     */
    static List<Figure> of(String text, IntPredicate skip, int most) {
        List<Figure> figures = new ArrayList<>();
        int at = 0;
        while (at < text.length() && figures.size() < most) {
            if (!digit(text, at)) {
                at++;
                continue;
            }
            int start = at;
            StringBuilder digits = new StringBuilder();
            at = number(text, start, digits);
            int behind = at;
            while (behind < text.length() && part(text.charAt(behind))) {
                behind++;
            }
            boolean number = digits.length() <= MAX_DIGITS && free(text, start, at, behind);
            if (number && !skip.test(start)) {
                figures.add(new Figure(start, at, new BigDecimal(digits.toString())));
            }
            at = behind;
        }
        return figures;
    }

    private static int number(String text, int start, StringBuilder digits) {
        int at = start;
        boolean decimals = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            int group = text.startsWith("{,}", at) ? 3 : c == ',' ? 1 : 0;
            if (digit(text, at)) {
                at++;
                if (digits.length() <= MAX_DIGITS) {
                    digits.append(c);
                }
            } else if (group > 0 && !decimals && thousands(text, at + group)) {
                at += group;
            } else if (c == '.' && !decimals && digit(text, at + 1)) {
                decimals = true;
                digits.append('.');
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    private static boolean thousands(String text, int from) {
        return digit(text, from)
                && digit(text, from + 1)
                && digit(text, from + 2)
                && !digit(text, from + 3);
    }

    /** Whether nothing before or behind makes it part of a token, a time or an ordinal. */
    private static boolean free(String text, int start, int end, int behind) {
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        char after = end < text.length() ? text.charAt(end) : ' ';
        String unit = text.substring(end, Math.min(behind, end + MAX_UNIT + 1));
        boolean units = unit.length() <= MAX_UNIT && letters(unit);
        boolean ordinal = ORDINALS.contains(unit);
        boolean time =
                after == ':' && digit(text, end + 1)
                        || before == ':' && start > 1 && digit(text, start - 2);
        return !part(before) && units && !ordinal && !time;
    }

    private static boolean letters(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isLetter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a currency stands before it or a percent sign behind. */
    boolean measured(String text) {
        boolean money = start > 0 && MONEY.indexOf(text.charAt(start - 1)) >= 0;
        return money || end < text.length() && text.charAt(end) == '%';
    }

    private static boolean digit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean part(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
