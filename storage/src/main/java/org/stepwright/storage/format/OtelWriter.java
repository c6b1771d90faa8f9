package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.storage.format.span.AnyValue;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/**
 * Writes a trace a line: a span {@code invoke_agent} that holds the problem, and a span {@code
 * chat} for each step in it. Labels and suggestions are events {@code gen_ai.evaluation.result}.
 * What the conventions have no place for stands in attributes whose names begin with {@code
 * stepwright.}, so reading gives back everything. The times of spans only say the order: steps have
 * no times.
 */
final class OtelWriter extends JsonWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final long STEP_NANOS = 1_000_000;

    @Override
    public List<String> losses() {
        return List.of();
    }

    @Override
    Encoded encode(LabelledTrace labelled, RowFacts facts) {
        Trace trace = labelled.trace();
        ObjectNode row = NODES.objectNode();
        ObjectNode resourceSpans = row.putArray("resourceSpans").addObject();
        AnyValue.put(
                resourceSpans.putObject("resource").putArray("attributes"),
                "service.name",
                NODES.textNode("stepwright"));
        ObjectNode scopeSpans = resourceSpans.putArray("scopeSpans").addObject();
        scopeSpans.putObject("scope").put("name", "org.stepwright");
        ArrayNode spans = scopeSpans.putArray("spans");
        String traceId = hex("trace " + trace.id(), 16);
        spans.add(root(labelled, facts, traceId));
        for (int i = 0; i < trace.steps().size(); i++) {
            spans.add(step(labelled, i, traceId));
        }
        return new Encoded(List.of(row), trace.steps().size(), labelled.labels().size(), "", "");
    }

    private static ObjectNode root(LabelledTrace labelled, RowFacts facts, String traceId) {
        Trace trace = labelled.trace();
        ObjectNode span = span(traceId, hex(trace.id() + " root", 8), "invoke_agent");
        long end = (trace.steps().size() + 1) * STEP_NANOS;
        putTimes(span, STEP_NANOS, end);
        ArrayNode attributes = span.putArray("attributes");
        putText(attributes, "gen_ai.operation.name", "invoke_agent");
        trace.generator().ifPresent(g -> putText(attributes, "gen_ai.request.model", g));
        putMessage(attributes, "gen_ai.input.messages", "user", textPart(trace.problem()));
        ObjectNode own = NODES.objectNode();
        own.put("id", trace.id());
        GenericWriter.putTraceFacts(own, trace);
        putFacts(own, labelled, facts);
        putText(attributes, "stepwright.trace", Json.write(own));
        return span;
    }

    private static ObjectNode step(LabelledTrace labelled, int index, String traceId) {
        Trace trace = labelled.trace();
        Step step = trace.steps().get(index);
        ObjectNode span = span(traceId, hex(trace.id() + " step " + index, 8), "chat");
        span.put("parentSpanId", hex(trace.id() + " root", 8));
        putTimes(span, (index + 1) * STEP_NANOS, (index + 2) * STEP_NANOS);
        ArrayNode attributes = span.putArray("attributes");
        putText(attributes, "gen_ai.operation.name", "chat");
        trace.generator().ifPresent(g -> putText(attributes, "gen_ai.request.model", g));
        if (!step.context().isEmpty()) {
            putMessage(attributes, "gen_ai.input.messages", "user", textPart(step.context()));
        }
        ObjectNode own = NODES.objectNode();
        own.put("index", index);
        ObjectNode part = part(step);
        putMessage(attributes, "gen_ai.output.messages", "assistant", part);
        GenericWriter.putStepFacts(step, own);
        if (step.kind() == StepKind.TOOL_CALL && part.path("type").asText().equals("text")) {
            own.put("text", step.text());
        }
        putText(attributes, "stepwright.step", Json.write(own));
        ArrayNode events = span.putArray("events");
        labelled.labels().stream().filter(l -> l.step() == index).forEach(l -> put(l, events));
        labelled.suggestions().stream().filter(s -> s.step() == index).forEach(s -> put(s, events));
        return span;
    }

    private static ObjectNode span(String traceId, String spanId, String name) {
        ObjectNode span = NODES.objectNode();
        span.put("traceId", traceId);
        span.put("spanId", spanId);
        span.put("name", name);
        span.put("kind", 1);
        return span;
    }

    /** OTLP writes 64-bit whole numbers as texts. */
    private static void putTimes(ObjectNode span, long start, long end) {
        span.put("startTimeUnixNano", String.valueOf(start));
        span.put("endTimeUnixNano", String.valueOf(end));
    }

    private static void putText(ArrayNode attributes, String key, String value) {
        AnyValue.put(attributes, key, NODES.textNode(value));
    }

    private static void putMessage(ArrayNode attributes, String key, String role, ObjectNode part) {
        ArrayNode messages = NODES.arrayNode();
        ObjectNode message = messages.addObject().put("role", role);
        message.putArray("parts").add(part);
        if (role.equals("assistant")) {
            message.put("finish_reason", "stop");
        }
        putText(attributes, key, Json.write(messages));
    }

    private static ObjectNode textPart(String text) {
        return NODES.objectNode().put("type", "text").put("content", text);
    }

    /** A tool's call as such, where its text can be had back from that; else as text. */
    private static ObjectNode part(Step step) {
        if (step.kind() == StepKind.THOUGHT) {
            return textPart(step.text()).put("type", "reasoning");
        }
        int open = step.text().indexOf('(');
        if (step.kind() != StepKind.TOOL_CALL || open < 1 || !step.text().endsWith(")")) {
            return textPart(step.text());
        }
        String arguments = step.text().substring(open + 1, step.text().length() - 1);
        try {
            JsonNode parsed = Json.parse(arguments);
            if (parsed.isObject() && Json.write(parsed).equals(arguments)) {
                ObjectNode part = NODES.objectNode().put("type", "tool_call");
                part.put("id", "").put("name", step.text().substring(0, open));
                part.set("arguments", parsed);
                return part;
            }
        } catch (BadRow e) {
            // The arguments are no JSON.
        }
        return textPart(step.text());
    }

    private static void put(StepLabel label, ArrayNode events) {
        ArrayNode attributes = event(label.at(), events);
        putText(attributes, "gen_ai.evaluation.name", "verdict");
        if (label.verdict() != null) {
            double value = label.verdict().ordinal() / (Verdict.values().length - 1.0);
            AnyValue.put(attributes, "gen_ai.evaluation.score.value", NODES.numberNode(value));
            putText(attributes, "gen_ai.evaluation.score.label", Names.of(label.verdict()));
        }
        if (!label.comment().isEmpty()) {
            putText(attributes, "gen_ai.evaluation.explanation", label.comment());
        }
        ObjectNode own = NODES.objectNode();
        StepLabelJson.write(label, own);
        putText(attributes, "stepwright.label", Json.write(own));
    }

    private static void put(Suggestion suggestion, ArrayNode events) {
        ArrayNode attributes = event(suggestion.at(), events);
        putText(attributes, "gen_ai.evaluation.name", suggestion.source());
        AnyValue.put(
                attributes, "gen_ai.evaluation.score.value", NODES.numberNode(suggestion.reward()));
        if (!suggestion.message().isEmpty()) {
            putText(attributes, "gen_ai.evaluation.explanation", suggestion.message());
        }
        ObjectNode own = NODES.objectNode();
        SuggestionJson.write(suggestion, own);
        putText(attributes, "stepwright.suggestion", Json.write(own));
    }

    private static ArrayNode event(Instant at, ArrayNode events) {
        ObjectNode event = events.addObject();
        long seconds = Math.max(0, Math.min(at.getEpochSecond(), 9_000_000_000L));
        event.put("timeUnixNano", seconds + String.format(Locale.ROOT, "%09d", at.getNano()));
        event.put("name", "gen_ai.evaluation.result");
        return event.putArray("attributes");
    }

    /** Ids of the right length, the same for the same trace everywhere. */
    private static String hex(String of, int bytes) {
        byte[] digest = RowIds.sha256().digest(of.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, bytes);
    }
}
