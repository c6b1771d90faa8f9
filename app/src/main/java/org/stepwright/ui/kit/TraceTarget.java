package org.stepwright.ui.kit;

/**
 * A step to go to in Label, as the one text that {@link Navigator} carries.
 *
 * @param id the trace
 * @param step the step, from 0; -1 for the first that needs a verdict
 */
public record TraceTarget(String id, int step) {
    /** No text that people write holds it. */
    private static final char SEPARATOR = '\u001f';

    private static final int MOST_DIGITS = 9;

    /**
     * @param target what {@link #text} gave, or a trace's id alone
     * @return the trace and the step
     */
    public static TraceTarget of(String target) {
        int at = target.lastIndexOf(SEPARATOR);
        String number = target.substring(at + 1);
        return at > 0 && number.matches("[0-9]{1," + MOST_DIGITS + "}")
                ? new TraceTarget(target.substring(0, at), Integer.parseInt(number))
                : new TraceTarget(target, -1);
    }

    /**
     * @return the target as one text
     */
    public String text() {
        return step < 0 ? id : id + SEPARATOR + step;
    }
}
