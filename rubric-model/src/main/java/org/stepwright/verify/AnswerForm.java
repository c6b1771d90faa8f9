package org.stepwright.verify;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How answers are made alike before they are compared. */
enum AnswerForm {
    /** Blanks at the ends only. */
    EXACT {
        @Override
        boolean same(String one, String other) {
            return one.strip().equals(other.strip());
        }
    },
    /** Case, blanks, punctuation at the ends, typographic signs, thousands and wrappers. */
    TEXT {
        @Override
        boolean same(String one, String other) {
            return text(one).equals(text(other));
        }
    },
    /** The same, and LaTeX spacing, sizes of fractions and brackets, values and units. */
    MATH {
        @Override
        boolean same(String one, String other) {
            String left = math(one);
            String right = math(other);
            return left.equals(right) || sameValue(left, right);
        }
    };

    private static final Pattern WRAPPER =
            Pattern.compile(
                    "\\\\(?:text|textbf|textit|textrm|mathrm|mathbf|mathit|mbox|boxed|fbox|emph|operatorname)\\s?\\{([^{}]*)\\}");
    private static final Pattern THOUSANDS = Pattern.compile("(\\d)(?:,|\\{,\\}|\\\\,)(\\d{3})");
    private static final Pattern ENDS =
            Pattern.compile("^[\\s.,;:!?\"'`*_$]+|[\\s.,;:!?\"'`*_$]+$");
    private static final Pattern NAMED = Pattern.compile("^[a-z]\\s*=\\s*(.+)$");
    private static final Pattern MEASURED =
            Pattern.compile("^([-+]?[$€£]?[\\d.]+(?:/\\d+)?|-?\\\\frac\\{\\d+\\}\\{\\d+\\})(.*)$");
    private static final String POWER = "(?:\\^?\\{?[23]\\}?)?";

    /** Words, square and cubic ones, and so much a word; "x^2" and "^5" are no units. */
    private static final Pattern UNIT =
            Pattern.compile(
                    "^(?:(\\p{L}{2,}|m)"
                            + POWER
                            + "(?:/\\p{L}+"
                            + POWER
                            + ")?|°\\p{L}?|\\^\\{?\\\\circ\\}?\\p{L}?)$");

    private static final Pattern VARIABLES = Pattern.compile("[xyz]+");
    private static final int MAX_WRAPPERS = 5;

    /** Whether two answers say the same. */
    abstract boolean same(String one, String other);

    private static String text(String answer) {
        String plain =
                Normalizer.normalize(answer, Normalizer.Form.NFKC)
                        .replace('’', '\'')
                        .replace('‘', '\'')
                        .replace('“', '"')
                        .replace('”', '"')
                        .replace('−', '-')
                        .replace('–', '-')
                        .replace("\\(", "")
                        .replace("\\)", "")
                        .replace("\\[", "")
                        .replace("\\]", "");
        for (int i = 0; i < MAX_WRAPPERS && plain.indexOf('\\') >= 0; i++) {
            plain = WRAPPER.matcher(plain).replaceAll("$1");
        }
        if (!plain.strip().startsWith("(") && !plain.strip().startsWith("[")) {
            plain = thousands(plain);
        }
        plain = ENDS.matcher(plain.replaceAll("\\s+", " ")).replaceAll("");
        return plain.toLowerCase(Locale.ROOT);
    }

    private static String thousands(String text) {
        String before = text;
        for (int i = 0; i < MAX_WRAPPERS; i++) {
            String after = THOUSANDS.matcher(before).replaceAll("$1$2");
            if (after.equals(before)) {
                break;
            }
            before = after;
        }
        return before;
    }

    private static String math(String answer) {
        String plain = text(answer);
        for (String silent :
                List.of("\\left", "\\right", "\\!", "\\,", "\\;", "\\:", "\\ ", "\\displaystyle")) {
            plain = plain.replace(silent, "");
        }
        plain =
                plain.replace("\\dfrac", "\\frac")
                        .replace("\\tfrac", "\\frac")
                        .replace("\\%", "%")
                        .replace("\\$", "$")
                        .replace("\\cdot", "*")
                        .replace("\\times", "*")
                        .replaceAll("\\s+", "");
        Matcher named = NAMED.matcher(plain);
        return named.matches() ? named.group(1) : plain;
    }

    /** The same number, where units agree or one side has none. */
    private static boolean sameValue(String one, String other) {
        Matcher left = MEASURED.matcher(one);
        Matcher right = MEASURED.matcher(other);
        if (!left.matches() || !right.matches()) {
            return false;
        }
        String first = left.group(2);
        String second = right.group(2);
        boolean units =
                first.equals(second)
                        || first.isEmpty() && unit(second)
                        || second.isEmpty() && unit(first);
        Optional<BigDecimal> value = value(left.group(1));
        Optional<BigDecimal> reference = value(right.group(1));
        return units
                && value.isPresent()
                && reference.isPresent()
                && value.get().compareTo(reference.get()) == 0;
    }

    /** One letter may be a variable. */
    private static boolean unit(String text) {
        boolean letter = text.length() == 1 && Character.isLetter(text.charAt(0));
        Matcher unit = UNIT.matcher(text);
        boolean known =
                unit.matches()
                        && (unit.group(1) == null || !VARIABLES.matcher(unit.group(1)).matches());
        return text.equals("%") || !letter && known;
    }

    private static Optional<BigDecimal> value(String number) {
        return number.length() > 60
                ? Optional.empty()
                : FinalAnswer.number(number.replaceAll("[$€£]", ""));
    }
}
