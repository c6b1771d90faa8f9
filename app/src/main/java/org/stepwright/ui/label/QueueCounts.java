package org.stepwright.ui.label;

import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.TraceSummary;

/** How many traces there are and how many wait. Confined to the UI thread. */
final class QueueCounts {
    private final LongProperty total = new SimpleLongProperty();
    private final LongProperty open = new SimpleLongProperty();

    /** As counted in the workspace. */
    void set(long all, long waiting) {
        total.set(all);
        open.set(waiting);
    }

    /** A row changed. */
    void changed(TraceSummary was, TraceSummary is) {
        int before = was.state() == TraceState.OPEN ? 1 : 0;
        int now = is.state() == TraceState.OPEN ? 1 : 0;
        if (before != now) {
            open.set(open.get() + now - before);
        }
    }

    /** Traces in the workspace. */
    LongProperty total() {
        return total;
    }

    /** Those that this annotator has not finished and that are wanted from them. */
    LongProperty open() {
        return open;
    }
}
