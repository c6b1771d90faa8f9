package org.stepwright.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.stepwright.label.LabelledTrace;
import org.stepwright.trace.Trace;

/** Traces and their steps. Traces never change. Safe for many threads. */
public final class TraceStore {
    TraceStore() {}

    /**
     * Adds traces and their labels in one transaction: all rows that do not clash, or none when it
     * fails. A trace is known when its id is there with the same problem, steps, outcome and
     * reference; metadata may differ. A known trace gets the labels of annotators that have none on
     * it yet. A few hundred to a few thousand rows a call are quickest.
     *
     * @param rows the rows
     * @return what was added
     * @throws org.stepwright.work.WorkFailed when the file cannot be written
     */
    public AddResult add(List<LabelledTrace> rows) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param id a trace's id
     * @return the trace, if there
     */
    public Optional<Trace> find(String id) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param id a trace's id
     * @return the trace and everybody's current labels, if there
     */
    public Optional<LabelledTrace> labelled(String id) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param filter which traces; where it names no annotator, the other argument is meant
     * @param annotator whose labels and state are shown
     * @param offset how many to leave out, at least 0
     * @param limit how many at most, at least 0
     * @return summaries in the order in which the traces came in
     */
    public List<TraceSummary> page(TraceFilter filter, String annotator, int offset, int limit) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param filter which traces
     * @param annotator as in {@link #page}
     * @return how many there are
     */
    public long count(TraceFilter filter, String annotator) {
        throw new UnsupportedOperationException();
    }

    /**
     * Streams traces with their current labels in the order in which they came in, all from one
     * moment: what is written meanwhile is not seen.
     *
     * @param filter which traces; where it names an annotator, only those labels are given
     * @param sink takes each trace, in the calling thread; may use the workspace; what it throws
     *     ends the stream
     */
    public void forEach(TraceFilter filter, Consumer<LabelledTrace> sink) {
        throw new UnsupportedOperationException();
    }
}
