package org.stepwright.storage.format;

import java.util.List;
import java.util.Objects;
import org.stepwright.label.LabelledTrace;

/**
 * The first rows of a file, as an import would see them.
 *
 * @param format the format's name; {@code unknown} when it could not be told
 * @param rows the first rows
 * @param rejects rows among them that an import would reject
 */
public record Preview(String format, List<LabelledTrace> rows, List<Reject> rejects) {
    /** Copies. */
    public Preview {
        Objects.requireNonNull(format, "format");
        rows = List.copyOf(rows);
        rejects = List.copyOf(rejects);
    }
}
