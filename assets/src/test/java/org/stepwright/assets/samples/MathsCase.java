package org.stepwright.assets.samples;

import java.util.List;
import java.util.Random;

/**
 * A word problem as a chain of sums.
 *
 * @param problem what is asked
 * @param facts a sentence that repeats what is given, {@code %d} standing for {@code fact}
 * @param fact one of the given numbers
 * @param sums the chain; each result has a place that later sums can use
 * @param unit of the answer
 */
record MathsCase(String problem, String facts, long fact, List<Sum> sums, String unit)
        implements SampleCase {
    /**
     * One sum of the chain.
     *
     * @param what what it finds
     * @param left a given number, or the result of an earlier sum when {@code leftFrom} is not -1
     * @param leftFrom the earlier sum, or -1
     * @param sign one of + - × ÷
     * @param right a given number, or the result of an earlier sum when {@code rightFrom} is not -1
     * @param rightFrom the earlier sum, or -1
     * @param conditional whether it can be forgotten: an exception that the problem names
     */
    record Sum(
            String what,
            long left,
            int leftFrom,
            char sign,
            long right,
            int rightFrom,
            boolean conditional) {
        /** Of two given numbers. */
        static Sum given(String what, long left, char sign, long right) {
            return new Sum(what, left, -1, sign, right, -1, false);
        }

        /** Of an earlier result and a given number. */
        static Sum then(String what, int from, char sign, long right) {
            return new Sum(what, 0, from, sign, right, -1, false);
        }

        /** Of two earlier results. */
        static Sum both(String what, int from, char sign, int other) {
            return new Sum(what, 0, from, sign, 0, other, false);
        }

        Sum forgettable() {
            return new Sum(what, left, leftFrom, sign, right, rightFrom, true);
        }
    }

    static MathsCase draw(Random r) {
        return MathsStories.draw(r);
    }

    @Override
    public String answer(Pen pen) {
        if (pen.coin()) {
            long said = pen.slips(ErrorKind.COPIED_FACT) ? pen.near(fact, 1) : fact;
            pen.say(facts.replace("%d", Long.toString(said)));
        }
        long[] results = new long[sums.size()];
        boolean checks = pen.coin();
        for (int i = 0; i < results.length; i++) {
            results[i] = write(sums.get(i), results, pen);
            if (i == 1 && checks) {
                check(sums.get(i), results, i, pen);
            }
        }
        long last = results[results.length - 1];
        if (pen.slips(ErrorKind.CONTRADICTION)) {
            last =
                    results.length > 1 && results[results.length - 2] != last
                            ? results[results.length - 2]
                            : pen.near(last, 1);
        }
        pen.say(
                "The answer is " + last + " " + unit + ".",
                "So the result is " + last + " " + unit + ".",
                "That makes " + last + " " + unit + " in the end.");
        return Long.toString(last);
    }

    private static long write(Sum sum, long[] results, Pen pen) {
        long left = operand(sum.left(), sum.leftFrom(), results, pen);
        if (sum.conditional() && pen.slips(ErrorKind.MISSING_CONDITION)) {
            pen.say(
                    upper(sum.what()) + " is the same, " + left + ".",
                    "Nothing else changes, so " + sum.what() + " is " + left + ".");
            return left;
        }
        long right = operand(sum.right(), sum.rightFrom(), results, pen);
        char sign =
                pen.slips(ErrorKind.WRONG_RULE) ? wrongSign(sum.sign(), left, right) : sum.sign();
        long result = apply(left, sign, right);
        if (pen.slips(ErrorKind.ARITHMETIC)) {
            result = pen.near(result, result >= 200 ? 10 : 1);
        }
        String equation = left + " " + sign + " " + right + " = " + result;
        pen.say(
                upper(sum.what()) + " is " + equation + ".",
                "We find " + sum.what() + ": " + equation + ".",
                "Next, " + sum.what() + " comes to " + equation + ".",
                equation + " gives " + sum.what() + ".");
        return result;
    }

    private static long operand(long given, int from, long[] results, Pen pen) {
        if (from >= 0) {
            return pen.slips(ErrorKind.CONTRADICTION) ? pen.near(results[from], 2) : results[from];
        }
        return pen.slips(ErrorKind.COPIED_FACT) ? pen.near(given, 1) : given;
    }

    /** The inverse sum, as careful writers do. */
    private static void check(Sum sum, long[] results, int at, Pen pen) {
        if (sum.leftFrom() < 0 || sum.rightFrom() >= 0 || sum.sign() == '÷') {
            return;
        }
        long start = results[sum.leftFrom()];
        char back =
                switch (sum.sign()) {
                    case '+' -> '-';
                    case '-' -> '+';
                    default -> '÷';
                };
        if (apply(start, sum.sign(), sum.right()) != results[at]) {
            return;
        }
        long shown = pen.slips(ErrorKind.ARITHMETIC) ? pen.near(start, 1) : start;
        pen.say(
                "Working back, "
                        + results[at]
                        + " "
                        + back
                        + " "
                        + sum.right()
                        + " = "
                        + shown
                        + ", as before.",
                "A check: " + results[at] + " " + back + " " + sum.right() + " = " + shown + ".");
    }

    private static char wrongSign(char sign, long left, long right) {
        return switch (sign) {
            case '+' -> left > right ? '-' : '×';
            case '-' -> '+';
            case '×' -> '+';
            default -> '-';
        };
    }

    private static long apply(long left, char sign, long right) {
        return switch (sign) {
            case '+' -> left + right;
            case '-' -> left - right;
            case '×' -> left * right;
            default -> left / right;
        };
    }

    private static String upper(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
