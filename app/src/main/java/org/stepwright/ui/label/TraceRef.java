package org.stepwright.ui.label;

import org.stepwright.label.LabelPass;

/**
 * A trace in one pass over it.
 *
 * @param id the trace
 * @param pass LABEL, or REPEAT for the second time that somebody labels it
 */
record TraceRef(String id, LabelPass pass) {
    /** A trace to label for the first time. */
    static TraceRef of(String id) {
        return new TraceRef(id, LabelPass.LABEL);
    }
}
