package org.stepwright.storage;

import java.util.List;

/**
 * What {@link TraceStore#add} did.
 *
 * @param added traces that are new
 * @param known traces that were there with the same content
 * @param steps steps of the new traces
 * @param labels labels that are new, on new and on known traces
 * @param clashes rows whose id belongs to a trace with other content, of which nothing was taken,
 *     and labels of a known trace that were not taken, because their annotator has other ones there
 *     or cleared them
 */
public record AddResult(long added, long known, long steps, long labels, List<Clash> clashes) {
    /** Copies. */
    public AddResult {
        clashes = List.copyOf(clashes);
    }
}
