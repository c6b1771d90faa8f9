package org.stepwright.quality;

import java.util.Arrays;
import org.stepwright.agreement.Bootstrap;

/** Middle and spread that a few odd values do not move. */
final class Robust {
    /** Makes the MAD of normal values their standard deviation: 1 / Φ⁻¹(3/4). */
    static final double MAD_SCALE = 1.482602218505602;

    private Robust() {}

    /** NaN of nothing. */
    static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Bootstrap.quantile(sorted, 0.5);
    }

    /** The median distance from the median, scaled to a standard deviation. */
    static double spread(double[] values) {
        double middle = median(values);
        return MAD_SCALE * median(Arrays.stream(values).map(v -> Math.abs(v - middle)).toArray());
    }
}
