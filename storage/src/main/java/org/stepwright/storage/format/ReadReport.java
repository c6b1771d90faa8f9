package org.stepwright.storage.format;

import java.util.List;
import java.util.Objects;

/**
 * What reading one file came to.
 *
 * @param format the format's name; {@code unknown} when it could not be told
 * @param rows rows that went in
 * @param rejects rows that did not, in the order of the file
 */
public record ReadReport(String format, long rows, List<Reject> rejects) {
    /** Copies. */
    public ReadReport {
        Objects.requireNonNull(format, "format");
        rejects = List.copyOf(rejects);
    }
}
