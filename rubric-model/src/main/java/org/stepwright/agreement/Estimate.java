package org.stepwright.agreement;

/**
 * A figure with its 95 % interval.
 *
 * @param value the figure; NaN when the labels cannot say it
 * @param low the interval's lower end; NaN when too few traces were seen to tell
 * @param high the interval's upper end; NaN when too few traces were seen to tell
 */
public record Estimate(double value, double low, double high) {
    /** Nothing is known. */
    public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN);

    /**
     * @return whether there is a figure
     */
    public boolean known() {
        return !Double.isNaN(value);
    }

    /**
     * @return whether there is an interval
     */
    public boolean hasInterval() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }
}
