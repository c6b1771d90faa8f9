package org.stepwright.tryout;

/**
 * A share that was counted, with its Wilson 95 % interval (E. B. Wilson, "Probable inference, the
 * law of succession, and statistical inference", JASA 22, 1927), which also holds for few counts
 * and for shares of 0 and 1.
 *
 * @param part how many, from 0 to whole
 * @param whole of how many
 */
public record Share(int part, int whole) {
    /** The 97.5th percentile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /** Validates. */
    public Share {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException("A share is a part of a whole.");
        }
    }

    /**
     * @return the share in [0, 1]; NaN of nothing
     */
    public double value() {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }

    /**
     * @return the interval's lower end in [0, 1]; 0 of nothing
     */
    public double low() {
        // Rounding may step over the ends.
        return whole == 0 || part == 0 ? 0 : Math.max(0, middle() - half());
    }

    /**
     * @return the interval's upper end in [0, 1]; 1 of nothing
     */
    public double high() {
        return whole == 0 || part == whole ? 1 : Math.min(1, middle() + half());
    }

    private double middle() {
        return (value() + Z * Z / (2 * whole)) / (1 + Z * Z / whole);
    }

    private double half() {
        double p = value();
        return Z
                / (1 + Z * Z / whole)
                * Math.sqrt(p * (1 - p) / whole + Z * Z / (4.0 * whole * whole));
    }
}
