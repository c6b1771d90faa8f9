package org.stepwright.storage;

import java.util.Objects;
import org.stepwright.label.LabelPass;

/**
 * How far somebody is with a trace.
 *
 * @param annotator who
 * @param pass in which pass
 * @param state how far
 */
public record Standing(String annotator, LabelPass pass, TraceState state) {
    /** Validates. */
    public Standing {
        Objects.requireNonNull(annotator, "annotator");
        Objects.requireNonNull(pass, "pass");
        Objects.requireNonNull(state, "state");
    }
}
