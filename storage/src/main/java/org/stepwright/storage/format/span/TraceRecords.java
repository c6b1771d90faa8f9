package org.stepwright.storage.format.span;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Set;

/** How one tracing tool writes its spans. Implementations hold no state and are safe to share. */
public interface TraceRecords {
    /**
     * @return the names of the lists that hold records
     */
    Set<String> lists();

    /**
     * Keeps what a record says until its trace is whole.
     *
     * @param found the record
     * @param spool where to keep it
     * @throws BadSpan when it is none of this tool's
     */
    void keep(Found found, RecordSpool spool);

    /**
     * Puts a trace together.
     *
     * @param key the trace, as it was kept
     * @param records what was kept of it, in the order of the file
     * @return the trace
     * @throws BadSpan when it cannot be put together, with the reason for people
     */
    SpanTrace build(String key, Iterator<JsonNode> records);
}
