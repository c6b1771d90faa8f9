package org.stepwright.audit;

/** How numbers stand in findings. */
final class Shown {
    private Shown() {}

    /** A share as whole percent, never 100 % unless it is all. */
    static String percent(double share) {
        return Math.min(Math.round(100 * share), share < 1 ? 99 : 100) + " %";
    }
}
