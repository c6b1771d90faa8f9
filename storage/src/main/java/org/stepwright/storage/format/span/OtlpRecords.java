package org.stepwright.storage.format.span;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Spans of OpenTelemetry's GenAI conventions in OTLP's JSON form, one trace for each {@code
 * traceId}. Source: {@code opentelemetry.io/docs/specs/semconv/gen-ai} and {@code
 * opentelemetry.io/docs/specs/otel/protocol/file-exporter}.
 */
public final class OtlpRecords implements TraceRecords {
    private static final String EVALUATION = "gen_ai.evaluation.result";

    private final MessageReader reader;
    private final GenAiMessages messages;

    /**
     * @param mapper set up with limits for files from strangers
     */
    public OtlpRecords(ObjectMapper mapper) {
        reader = new MessageReader(mapper);
        messages = new GenAiMessages(reader);
    }

    @Override
    public Set<String> lists() {
        // The names before OTLP 0.16, and those of protobuf's own writer.
        return Set.of(
                "resourceSpans",
                "resource_spans",
                "scopeSpans",
                "scope_spans",
                "instrumentationLibrarySpans",
                "spans");
    }

    @Override
    public void keep(Found found, RecordSpool spool) {
        if (!found.key().equals("spans")) {
            if (found.parent() < 0 && !isEnvelope(found.node())) {
                throw new BadSpan("the row holds no \"resourceSpans\"");
            }
            return;
        }
        String trace = Values.scalar(found.node(), "traceId", "trace_id");
        if (trace.isBlank()) {
            throw new BadSpan("the span has no \"traceId\"");
        }
        ObjectNode kept = found.node();
        for (ObjectNode around : found.around()) {
            if (around.has("resource")) {
                kept.set("resource", around.get("resource"));
            }
        }
        kept.put("sequence", found.sequence());
        spool.add(trace, found.line(), kept);
    }

    /** An object that held nothing but its lists is empty without them. */
    private static boolean isEnvelope(JsonNode node) {
        return node.isEmpty() || node.has("resourceSpans") || node.has("partialSuccess");
    }

    @Override
    public SpanTrace build(String key, Iterator<JsonNode> records) {
        TraceBuilder trace = new TraceBuilder(key, "otel");
        OwnTrace own = new OwnTrace(reader.values());
        while (records.hasNext()) {
            JsonNode record = records.next();
            ObjectNode attributes = AnyValue.attributes(record.path("attributes"));
            if (!own.take(record, attributes)) {
                trace.add(span(record, attributes, trace));
            }
        }
        if (own.isThere()) {
            return new SpanTrace(own.whole());
        }
        return trace.build(
                "no messages of a model are recorded in the spans of this trace; switch on the"
                        + " recording of content where it was traced");
    }

    private Span span(JsonNode record, ObjectNode attributes, TraceBuilder trace) {
        List<JsonNode> events = new ArrayList<>();
        List<Score> scores = new ArrayList<>();
        for (JsonNode event : record.path("events")) {
            ObjectNode said = AnyValue.attributes(event.path("attributes"));
            said.put("event", event.path("name").asText(""));
            if (event.path("name").asText("").equals(EVALUATION)) {
                scores.add(score(said, event));
            } else {
                events.add(said);
            }
        }
        trace.put("session", Values.scalar(attributes, "gen_ai.conversation.id", "session.id"));
        JsonNode resource = AnyValue.attributes(record.path("resource").path("attributes"));
        trace.put("service", Values.scalar(resource, "service.name"));
        String operation = Values.scalar(attributes, "gen_ai.operation.name");
        return new Span(
                Values.scalar(record, "spanId", "span_id"),
                Values.scalar(record, "parentSpanId", "parent_span_id"),
                record.path("sequence").asLong(),
                -1,
                Values.nanos(Values.first(record, "startTimeUnixNano", "start_time_unix_nano")),
                Values.nanos(Values.first(record, "endTimeUnixNano", "end_time_unix_nano")),
                Values.scalar(record, "name"),
                kind(operation, attributes),
                agent(record, attributes, operation),
                Values.scalar(attributes, "gen_ai.response.model", "gen_ai.request.model"),
                operation.equals("execute_tool")
                        ? List.of(toolCall(attributes))
                        : messages.input(attributes, events),
                operation.equals("execute_tool")
                        ? toolResult(attributes)
                        : messages.output(attributes, events),
                messages.others(attributes, events),
                scores);
    }

    private static String agent(JsonNode record, JsonNode attributes, String operation) {
        String name = Values.scalar(attributes, "gen_ai.agent.name", "gen_ai.agent.id");
        return name.isEmpty() && operation.equals("invoke_agent")
                ? Values.scalar(record, "name")
                : name;
    }

    private static Span.Kind kind(String operation, JsonNode attributes) {
        return switch (operation) {
            case "chat", "text_completion", "generate_content" -> Span.Kind.MODEL;
            case "execute_tool" -> Span.Kind.TOOL;
            case "" ->
                    attributes.has("gen_ai.request.model") || attributes.has("gen_ai.system")
                            ? Span.Kind.MODEL
                            : Span.Kind.WORK;
            default -> Span.Kind.WORK;
        };
    }

    private Part toolCall(JsonNode attributes) {
        return Part.call(
                Values.scalar(attributes, "gen_ai.tool.call.id"),
                Values.scalar(attributes, "gen_ai.tool.name"),
                reader.parts().arguments(Values.first(attributes, "gen_ai.tool.call.arguments")));
    }

    private List<Part> toolResult(JsonNode attributes) {
        JsonNode result = Values.first(attributes, "gen_ai.tool.call.result");
        return result.isMissingNode()
                ? List.of()
                : List.of(
                        Part.result(
                                Values.scalar(attributes, "gen_ai.tool.call.id"),
                                Values.scalar(attributes, "gen_ai.tool.name"),
                                reader.parts().resultText(result)));
    }

    private static Score score(JsonNode said, JsonNode event) {
        JsonNode value =
                Values.first(said, "gen_ai.evaluation.score.value", "gen_ai.evaluation.score");
        long at = Values.nanos(Values.first(event, "timeUnixNano", "time_unix_nano"));
        return new Score(
                Values.scalar(said, "gen_ai.evaluation.name"),
                value.isNumber() ? (Double) value.doubleValue() : null,
                Values.scalar(said, "gen_ai.evaluation.score.label"),
                Values.scalar(said, "gen_ai.evaluation.explanation"),
                "",
                false,
                at < 0 ? Instant.EPOCH : Instant.ofEpochSecond(0, at));
    }
}
