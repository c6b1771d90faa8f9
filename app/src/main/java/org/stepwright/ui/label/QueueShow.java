package org.stepwright.ui.label;

import org.stepwright.storage.FilterKey;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.TraceState;

/** Which traces are in the queue. */
enum QueueShow {
    /** Not finished by this annotator. */
    OPEN(TraceState.OPEN),
    /** With a label of this annotator. */
    MINE(null),
    /** Submitted by this annotator, and judged otherwise by somebody else. */
    DISAGREE(TraceState.SUBMITTED),
    /** All. */
    ALL(null),
    /** Submitted by this annotator. */
    SUBMITTED(TraceState.SUBMITTED),
    /** With a step that waits to be rated under a newer version of the rubric. */
    REVISIT(null);

    private final TraceState state;

    QueueShow(TraceState state) {
        this.state = state;
    }

    /** What was typed and this. */
    TraceFilter on(TraceFilter typed) {
        TraceFilter filter = state == null ? typed : typed.withState(state);
        return switch (this) {
            case MINE -> filter.withLabelled(true);
            case DISAGREE -> filter.with(FilterKey.DISAGREE, true);
            case REVISIT -> filter.withRevisit(true);
            case OPEN, ALL, SUBMITTED -> filter;
        };
    }

    /** The state that all of them are in; null where that is open. */
    TraceState state() {
        return state;
    }
}
