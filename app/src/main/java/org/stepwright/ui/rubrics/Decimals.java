package org.stepwright.ui.rubrics;

import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Numbers in fields, in the user's locale. Without grouping: in German {@code 1.5} would otherwise
 * be read as fifteen.
 */
final class Decimals {
    private static final int MAX_DECIMALS = 9;

    private Decimals() {}

    /** A number as the user writes it, without a needless fraction. */
    static String text(double value) {
        return format().format(value);
    }

    /** The number that a whole text is; empty when it is none or goes on after it. */
    static OptionalDouble read(String text) {
        String stripped = text.strip();
        ParsePosition at = new ParsePosition(0);
        Number value = format().parse(stripped, at);
        return value == null || at.getIndex() < stripped.length()
                ? OptionalDouble.empty()
                : OptionalDouble.of(value.doubleValue());
    }

    private static NumberFormat format() {
        NumberFormat format = DecimalFormat.getInstance(Locale.getDefault(Locale.Category.FORMAT));
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(MAX_DECIMALS);
        return format;
    }
}
