package org.stepwright.ui.label;

import java.util.List;
import org.stepwright.label.LabelPass;
import org.stepwright.label.StepLabel;
import org.stepwright.storage.TraceState;
import org.stepwright.trace.Trace;

/**
 * A trace as it comes from the workspace.
 *
 * @param trace the trace
 * @param labels this annotator's labels of its steps
 * @param state how far this annotator is with it in that pass
 * @param pass in which pass over it the labels are given; those of other passes are not here
 */
record LoadedTrace(Trace trace, List<StepLabel> labels, TraceState state, LabelPass pass) {
    /** Which one, in which pass. */
    TraceRef ref() {
        return new TraceRef(trace.id(), pass);
    }
}
