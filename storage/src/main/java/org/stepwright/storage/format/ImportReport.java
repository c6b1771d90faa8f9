package org.stepwright.storage.format;

import java.util.List;

/**
 * What an import came to.
 *
 * @param files the files that were read, in order
 * @param tracesAdded traces that were new to the workspace
 * @param tracesKnown traces that the workspace already had
 * @param stepsAdded steps of the new traces
 * @param labelsAdded labels that were new
 * @param rejects rows that did not go in, and rows of known traces whose labels did not
 * @param notes sentences about files in folders that were passed over
 */
public record ImportReport(
        List<String> files,
        long tracesAdded,
        long tracesKnown,
        long stepsAdded,
        long labelsAdded,
        List<Reject> rejects,
        List<String> notes) {
    /** Copies. */
    public ImportReport {
        files = List.copyOf(files);
        rejects = List.copyOf(rejects);
        notes = List.copyOf(notes);
    }
}
