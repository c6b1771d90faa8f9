package org.stepwright.storage.format.span;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stepwright.trace.Step;

/**
 * A trace put together from its spans.
 *
 * @param id its id
 * @param problem what was asked
 * @param steps what the model did, in order
 * @param metadata further facts by name
 * @param scores what was said of its steps and of all of it
 * @param own the trace as the workbench itself exported it, complete, in its generic form; null for
 *     spans of others, and then all else counts
 */
public record SpanTrace(
        String id,
        String problem,
        List<Step> steps,
        Map<String, String> metadata,
        List<Scored> scores,
        JsonNode own) {
    /** Copies. */
    public SpanTrace {
        steps = List.copyOf(steps);
        metadata = java.util.Collections.unmodifiableMap(new TreeMap<>(metadata));
        scores = List.copyOf(scores);
    }

    /**
     * A trace of the workbench's own.
     *
     * @param own the trace in its generic form
     */
    SpanTrace(JsonNode own) {
        this("", "", List.of(), Map.of(), List.of(), own);
    }

    /**
     * A score and where it belongs.
     *
     * @param step the last step of the span that it was given to, from 0; -1 for the whole trace
     * @param alone whether the span made this step and no other
     * @param where the span's name, for people; empty for the whole trace
     * @param score the score
     */
    public record Scored(int step, boolean alone, String where, Score score) {}
}
