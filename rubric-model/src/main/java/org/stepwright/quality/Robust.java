package org.stepwright.quality;

import java.util.Arrays;
import org.stepwright.agreement.Bootstrap;

/** Middle and spread that a few odd values do not move. */
public final class Robust {
    /** Makes the MAD of normal values their standard deviation: 1 / Φ⁻¹(3/4). */
    public static final double MAD_SCALE = 1.482602218505602;

    private Robust() {}

    /**
     * @param values numbers in any order; not changed
     * @return their median; NaN of nothing
     */
    public static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Bootstrap.quantile(sorted, 0.5);
    }

    /**
     * @param values numbers in any order; not changed
     * @return the median distance from the median, scaled to a standard deviation; NaN of nothing
     */
    public static double spread(double[] values) {
        double middle = median(values);
        return MAD_SCALE * median(Arrays.stream(values).map(v -> Math.abs(v - middle)).toArray());
    }
}
