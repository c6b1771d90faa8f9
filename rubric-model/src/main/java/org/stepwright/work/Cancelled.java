package org.stepwright.work;

/**
 * Thrown by {@link Progress#checkCancelled()}: the user stopped the work. A result, not an error.
 */
public final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the signal. */
    public Cancelled() {
        super("Cancelled.");
    }
}
