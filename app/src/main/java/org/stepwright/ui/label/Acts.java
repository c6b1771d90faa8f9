package org.stepwright.ui.label;

import java.util.function.LongSupplier;

/** How long each act took, since the one before it or since its trace came. One thread. */
final class Acts {
    private static final long NANOS_A_MILLI = 1_000_000;

    private final LongSupplier nanos;
    private long last;
    private boolean known;

    /**
     * @param nanos a clock that only rises
     */
    Acts(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Another trace came into sight. */
    void opened() {
        last = nanos.getAsLong();
        known = true;
    }

    /** Something is done now: milliseconds since the last time, -1 when that is not known. */
    long acted() {
        long now = nanos.getAsLong();
        long millis = known ? (now - last) / NANOS_A_MILLI : -1;
        last = now;
        known = true;
        return millis;
    }
}
