package org.stepwright.verify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much the counted repeats of an RE2 expression write out, before it is compiled: they multiply
 * where they are nested and add up where they stand side by side.
 */
final class PatternRepeats {
    private static final Pattern REPEAT = Pattern.compile("\\{(\\d{0,9})(?:,(\\d{0,9}))?\\}");

    private final String text;

    /** The sums of the open groups, the innermost first. */
    private final Deque<Double> open = new ArrayDeque<>();

    private int at;

    private PatternRepeats(String text) {
        this.text = text;
    }

    /**
     * @return at least 1; for an expression that is not understood the product of all repeats,
     *     which is never too small
     */
    static double of(String text) {
        PatternRepeats repeats = new PatternRepeats(text);
        boolean understood = repeats.read();
        return Math.max(1, understood ? repeats.open.peek() : repeats.product());
    }

    private boolean read() {
        open.push(0.0);
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '(') {
                at++;
                open.push(0.0);
            } else if (!readAtom(c)) {
                return false;
            }
        }
        return open.size() == 1;
    }

    /** Reads a group's end or one character, set or escape, and the repeat behind it. */
    private boolean readAtom(char c) {
        double inside = 0;
        if (c == ')') {
            at++;
            inside = open.pop();
            if (open.isEmpty()) {
                return false;
            }
        } else if (c == '[') {
            if (!skipSet()) {
                return false;
            }
        } else if (text.startsWith("\\Q", at)) {
            return false;
        } else {
            at = Math.min(text.length(), at + (c == '\\' ? 2 : 1));
        }
        Matcher repeat = REPEAT.matcher(text).region(at, text.length());
        if (repeat.lookingAt()) {
            at = repeat.end();
            inside = Math.max(1, inside) * times(repeat);
        }
        open.push(open.pop() + inside);
        return true;
    }

    /** A closing bracket that comes first is a member, and so is an escaped one. */
    private boolean skipSet() {
        at += text.startsWith("[^", at) ? 2 : 1;
        int first = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ']' && at > first) {
                at++;
                return true;
            }
            int name = text.startsWith("[:", at) ? text.indexOf(":]", at) : -1;
            at = name > 0 ? name + 2 : at + (c == '\\' ? 2 : 1);
        }
        return false;
    }

    private double product() {
        double product = 1;
        Matcher repeat = REPEAT.matcher(text);
        while (repeat.find()) {
            product *= times(repeat);
        }
        return product;
    }

    private static double times(Matcher repeat) {
        return Math.max(1, Math.max(count(repeat.group(1)), count(repeat.group(2))));
    }

    private static int count(String digits) {
        return digits == null || digits.isEmpty() ? 1 : Integer.parseInt(digits);
    }
}
