package org.stepwright.storage.format.span;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Langfuse: a trace with its observations and scores as the API gives it, the download of the
 * screen ({@code observations} and {@code scores}, or {@code trace} and {@code observations}),
 * lists of these, or one observation a row. Source: {@code fern/apis/server/definition/commons.yml}
 * and {@code web/src/features/traces/fns/downloadTrace.ts} of {@code langfuse/langfuse}.
 */
public final class LangfuseRecords implements TraceRecords {
    private static final String RECORD = "record";
    private static final Set<String> TYPES =
            Set.of(
                    "SPAN",
                    "EVENT",
                    "GENERATION",
                    "AGENT",
                    "TOOL",
                    "CHAIN",
                    "RETRIEVER",
                    "EVALUATOR",
                    "EMBEDDING",
                    "GUARDRAIL");

    private final MessageReader reader;

    /**
     * @param mapper set up with limits for files from strangers
     */
    public LangfuseRecords(ObjectMapper mapper) {
        reader = new MessageReader(mapper);
    }

    @Override
    public Set<String> lists() {
        return Set.of("observations", "scores", "data");
    }

    @Override
    public void keep(Found found, RecordSpool spool) {
        ObjectNode node = found.node();
        if (found.key().equals("observations") || isObservation(node)) {
            keep("observation", traceOf(found), found, spool);
        } else if (found.key().equals("scores")) {
            keep("score", traceOf(found), found, spool);
        } else {
            keepTrace(found, spool);
        }
    }

    private static boolean isObservation(JsonNode node) {
        return TYPES.contains(node.path("type").asText(""))
                && !Values.scalar(node, "traceId", "trace_id").isEmpty();
    }

    /** The trace of what stands inside one is known at its end only. */
    private static String traceOf(Found found) {
        String trace = Values.scalar(found.node(), "traceId", "trace_id");
        return trace.isBlank() ? "#" + found.root() : trace;
    }

    private static void keep(String kind, String trace, Found found, RecordSpool spool) {
        found.node().put(RECORD, kind);
        found.node().put("sequence", found.sequence());
        spool.add(trace, found.line(), found.node());
    }

    private void keepTrace(Found found, RecordSpool spool) {
        ObjectNode node = found.node();
        ObjectNode trace = node.path("trace").isObject() ? (ObjectNode) node.get("trace") : node;
        String id = Values.scalar(trace, "id");
        if (found.others() > 0) {
            throw new BadSpan(
                    "the trace holds only the ids of its observations; fetch each trace by itself,"
                            + " which gives them whole");
        }
        if (id.isBlank()) {
            if (!node.isEmpty() && !node.has("meta") && found.parent() < 0) {
                throw new BadSpan("the row is no trace of Langfuse: it has no \"id\"");
            }
            return;
        }
        trace.remove(List.of("observations", "scores"));
        trace.put(RECORD, "trace");
        spool.add(id, found.line(), trace);
        spool.alias("#" + found.sequence(), id);
    }

    @Override
    public SpanTrace build(String key, Iterator<JsonNode> records) {
        if (key.startsWith("#")) {
            throw new BadSpan("the observations do not name their trace (\"traceId\")");
        }
        TraceBuilder trace = new TraceBuilder(key, "langfuse");
        Map<String, List<Score>> scores = new HashMap<>();
        List<Span> spans = new ArrayList<>();
        Tally tally = new Tally();
        JsonNode own = null;
        while (records.hasNext()) {
            JsonNode record = records.next();
            switch (record.path(RECORD).asText()) {
                case "trace" -> own = record;
                case "score" -> take(record, trace, scores);
                default -> {
                    tally.count(record);
                    spans.add(span(record));
                }
            }
        }
        if (own != null) {
            describe(own, trace, spans);
        }
        spans.forEach(s -> trace.add(s.scored(scores.getOrDefault(s.id(), List.of()))));
        trace.put("without_output", tally.note());
        return trace.build(tally.whyEmpty());
    }

    private void take(JsonNode record, TraceBuilder trace, Map<String, List<Score>> scores) {
        String observation = Values.scalar(record, "observationId", "observation_id");
        if (observation.isEmpty()) {
            trace.add(score(record));
        } else {
            scores.computeIfAbsent(observation, o -> new ArrayList<>()).add(score(record));
        }
    }

    private void describe(JsonNode own, TraceBuilder trace, List<Span> spans) {
        trace.put("name", Values.scalar(own, "name"));
        trace.put("session", Values.scalar(own, "sessionId", "session_id"));
        trace.put("user", Values.scalar(own, "userId", "user_id"));
        List<String> tags = new ArrayList<>();
        own.path("tags").forEach(t -> tags.add(t.asText()));
        trace.put("tags", String.join(", ", tags));
        List<Part> asked = reader.read(own.path("input"), Part.Role.USER);
        trace.ask(asked);
        if (spans.isEmpty()) {
            // Nothing was observed inside it, so what it says itself is all there is.
            spans.add(
                    new Span(
                            "",
                            "",
                            -1,
                            -1,
                            -1,
                            -1,
                            "",
                            Span.Kind.WORK,
                            "",
                            "",
                            asked,
                            reader.read(own.path("output"), Part.Role.ASSISTANT),
                            List.of(),
                            List.of()));
        }
    }

    private Span span(JsonNode node) {
        String name = Values.scalar(node, "name");
        Span.Kind kind = kind(node.path("type").asText(""));
        JsonNode input = node.path("input");
        JsonNode output = node.path("output");
        boolean tool = kind == Span.Kind.TOOL || kind == Span.Kind.SEARCH;
        return new Span(
                Values.scalar(node, "id"),
                Values.scalar(node, "parentObservationId", "parent_observation_id"),
                node.path("sequence").asLong(),
                -1,
                Values.nanos(Values.first(node, "startTime", "start_time")),
                Values.nanos(Values.first(node, "endTime", "end_time")),
                name,
                kind,
                node.path("type").asText("").equals("AGENT") ? name : "",
                Values.scalar(node, "model", "providedModelName", "provided_model_name"),
                tool
                        ? List.of(reader.toolCall("", name, input))
                        : reader.read(input, Part.Role.USER),
                tool
                        ? reader.toolResult("", name, output)
                        : reader.read(output, Part.Role.ASSISTANT),
                List.of(),
                List.of());
    }

    private static Span.Kind kind(String type) {
        return switch (type) {
            case "GENERATION" -> Span.Kind.MODEL;
            case "TOOL" -> Span.Kind.TOOL;
            case "RETRIEVER" -> Span.Kind.SEARCH;
            case "EVALUATOR", "GUARDRAIL", "EMBEDDING" -> Span.Kind.JUDGE;
            default -> Span.Kind.WORK;
        };
    }

    private static Score score(JsonNode node) {
        String type = Values.scalar(node, "dataType", "data_type");
        JsonNode value = Values.first(node, "value");
        boolean number = value.isNumber() && !type.equals("CATEGORICAL");
        String label = Values.scalar(node, "stringValue", "string_value");
        if (label.isEmpty() && value.isTextual()) {
            label = value.textValue();
        }
        String author = Values.scalar(node, "authorUserId", "author_user_id");
        boolean person = Values.scalar(node, "source").equals("ANNOTATION");
        Instant at = Values.instant(Values.scalar(node, "timestamp", "createdAt", "created_at"));
        return new Score(
                Values.scalar(node, "name"),
                number ? (Double) value.doubleValue() : null,
                type.equals("BOOLEAN") ? "" : label,
                Values.scalar(node, "comment"),
                !person ? "" : author.isBlank() ? "langfuse annotation" : author,
                type.equals("BOOLEAN"),
                at == null ? Instant.EPOCH : at);
    }

    /** How much of what was said is there: large traces come without input and output. */
    private static final class Tally {
        private int observations;
        private int saying;
        private int generations;
        private int silent;

        void count(JsonNode node) {
            observations++;
            saying += node.hasNonNull("input") || node.hasNonNull("output") ? 1 : 0;
            if (node.path("type").asText("").equals("GENERATION")) {
                generations++;
                silent += node.hasNonNull("output") ? 0 : 1;
            }
        }

        String note() {
            return silent == 0 ? "" : silent + " of " + generations + " generations";
        }

        String whyEmpty() {
            return observations > 0 && saying == 0
                    ? "the "
                            + observations
                            + " observations came without input and output, which Langfuse leaves"
                            + " out of the download of a large trace; fetch the trace through the"
                            + " API"
                    : "none of the observations holds what a model said";
        }
    }
}
