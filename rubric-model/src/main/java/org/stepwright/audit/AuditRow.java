package org.stepwright.audit;

import java.util.Objects;
import org.stepwright.label.LabelledTrace;

/**
 * What an audit looks at: a trace, its labels, and where it came from.
 *
 * @param labelled the trace with its labels
 * @param file the name of the file that it came from; empty when nobody knows
 */
public record AuditRow(LabelledTrace labelled, String file) {
    /** Validates. */
    public AuditRow {
        Objects.requireNonNull(labelled, "labelled");
        Objects.requireNonNull(file, "file");
    }
}
