package org.stepwright.storage;

import java.util.List;
import org.stepwright.label.Suggestion;

/** What machines say about steps; never mixed with labels. Safe for many threads. */
public final class SuggestionStore {
    SuggestionStore() {}

    /**
     * Replaces everything that one source says about one trace.
     *
     * @param traceId the trace
     * @param source who says so
     * @param suggestions its suggestions, all of this trace and source; empty to take them away
     * @throws org.stepwright.work.WorkFailed when the trace or the step is not there
     */
    public void replace(String traceId, String source, List<Suggestion> suggestions) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param traceId a trace
     * @return all suggestions about it, by step and source
     */
    public List<Suggestion> of(String traceId) {
        throw new UnsupportedOperationException();
    }
}
