package org.stepwright.prm.active;

/**
 * A trace's place in an order of work; the place itself is that in its list.
 *
 * @param traceId the trace
 * @param slice whether it is one of the {@link org.stepwright.label.RandomSlice}, whose traces come
 *     in random order among the others
 */
public record Ranked(String traceId, boolean slice) {
    /** Validates. */
    public Ranked {
        if (traceId == null || traceId.isBlank()) {
            throw new IllegalArgumentException("A ranked trace has an id.");
        }
    }
}
