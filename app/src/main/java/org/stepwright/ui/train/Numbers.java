package org.stepwright.ui.train;

import java.text.NumberFormat;

/** Numbers as the user writes them; a dash where there is none. */
final class Numbers {
    private Numbers() {}

    /** A figure that is already in percent, with one decimal. */
    static String points(double percent) {
        return fixed(percent, 1);
    }

    /** A share in [0, 1], with three decimals. */
    static String share(double share) {
        return fixed(share, 3);
    }

    /** A share in [0, 1] as percent. */
    static String percent(double share) {
        return Double.isNaN(share) ? "–" : NumberFormat.getPercentInstance().format(share);
    }

    private static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "–";
        }
        NumberFormat format = NumberFormat.getInstance();
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }
}
