package org.stepwright.storage.export;

import java.util.Locale;
import java.util.Objects;
import org.stepwright.work.WorkFailed;

/**
 * What is left out of the training part so that one class does not drown the other. The other parts
 * stay as they are: they are there to measure with.
 *
 * @param unit what is counted
 * @param ratio how many of the larger class may stay for each of the smaller, at least 1
 */
public record Balance(Unit unit, double ratio) {
    /** Nothing is left out. */
    public static final Balance NONE = new Balance(Unit.NONE, 1);

    private static final double MOST = 1000;

    /** What is counted. */
    public enum Unit {
        /** Nothing. */
        NONE,
        /** Traces with an error against traces without. */
        TRACES,
        /** Wrong steps against correct ones; traces without a step of the smaller class go. */
        STEPS
    }

    /**
     * Validates.
     *
     * @throws WorkFailed when the ratio is none
     */
    public Balance {
        Objects.requireNonNull(unit, "unit");
        if (!(ratio >= 1 && ratio <= MOST)) {
            throw new WorkFailed(
                    "The ratio of the classes is a number from 1 to 1000, such as 2 for at most two"
                            + " of the larger class for each of the smaller.");
        }
    }

    /**
     * @param text {@code none}, {@code traces}, {@code steps}, {@code traces:2} or {@code
     *     steps:1.5}
     * @return the balance; a ratio of 1 unless told
     * @throws WorkFailed naming the choices when it is none of them
     */
    public static Balance parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        int colon = lower.indexOf(':');
        String unit = colon < 0 ? lower : lower.substring(0, colon);
        if (lower.isEmpty() || lower.equals("none")) {
            return NONE;
        }
        for (Unit known : new Unit[] {Unit.TRACES, Unit.STEPS}) {
            if (known.name().toLowerCase(Locale.ROOT).equals(unit)) {
                return new Balance(known, colon < 0 ? 1 : ratio(lower.substring(colon + 1)));
            }
        }
        throw new WorkFailed(
                "The balance is none, traces:RATIO or steps:RATIO, not \"" + text.strip() + "\".");
    }

    private static double ratio(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /**
     * @return whether nothing is left out
     */
    public boolean isNone() {
        return unit == Unit.NONE;
    }

    /**
     * @return as {@link #parse} reads it
     */
    public String text() {
        String shown =
                ratio == Math.rint(ratio) ? Long.toString((long) ratio) : Double.toString(ratio);
        return isNone() ? "none" : unit.name().toLowerCase(Locale.ROOT) + ":" + shown;
    }
}
