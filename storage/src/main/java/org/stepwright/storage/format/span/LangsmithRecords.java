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
 * LangSmith's runs: nested in {@code child_runs}, or flat, told apart by {@code trace_id}, {@code
 * dotted_order} or {@code parent_run_id}; a run a line, a list, or under {@code runs}. Source:
 * {@code docs.langchain.com/langsmith/run-data-format} and {@code python/langsmith/schemas.py} of
 * {@code langchain-ai/langsmith-sdk}.
 */
public final class LangsmithRecords implements TraceRecords {
    private static final int ERROR_LIMIT = 1000;

    private final MessageReader reader;

    /**
     * @param mapper set up with limits for files from strangers
     */
    public LangsmithRecords(ObjectMapper mapper) {
        reader = new MessageReader(mapper);
    }

    @Override
    public Set<String> lists() {
        return Set.of("child_runs", "runs", "feedback");
    }

    @Override
    public void keep(Found found, RecordSpool spool) {
        ObjectNode node = found.node();
        node.put("sequence", found.sequence());
        if (found.key().equals("feedback")) {
            node.put("parent_sequence", found.parent());
            node.put("is_feedback", true);
            spool.add(traceOfFeedback(found), found.line(), node);
            return;
        }
        if (!node.path("run_type").isTextual()) {
            boolean wrapper = found.parent() < 0 && node.size() == 1;
            if (!wrapper) {
                throw new BadSpan("the row is no run of LangSmith: it has no \"run_type\"");
            }
            return;
        }
        boolean nested = found.key().equals("child_runs");
        node.put("parent_sequence", nested ? found.parent() : -1);
        String trace = traceOf(node);
        String id = Values.scalar(node, "id");
        if (trace.isEmpty() && nested) {
            trace = "#" + found.root();
        } else if (trace.isEmpty()) {
            String parent = Values.scalar(node, "parent_run_id");
            trace = id.isBlank() ? "#" + found.sequence() : id;
            if (!parent.isBlank()) {
                spool.alias(trace, parent);
            }
        }
        if (!nested) {
            spool.alias("#" + found.sequence(), trace);
        }
        spool.add(trace, found.line(), node);
    }

    private static String traceOfFeedback(Found found) {
        String trace = traceOf(found.node());
        for (ObjectNode around : found.around()) {
            if (trace.isEmpty()) {
                trace = traceOf(around);
            }
        }
        return trace.isEmpty() ? "#" + found.root() : trace;
    }

    /** The id of the outermost run; empty when the run does not say. */
    private static String traceOf(JsonNode run) {
        String trace = Values.scalar(run, "trace_id");
        return trace.isBlank() ? runOf(Values.scalar(run, "dotted_order"), false) : trace;
    }

    /** The first run of a dotted order, or the last but one. */
    private static String runOf(String dottedOrder, boolean parent) {
        String[] runs = dottedOrder.split("\\.");
        int index = parent ? runs.length - 2 : 0;
        if (dottedOrder.isBlank() || index < 0) {
            return "";
        }
        return runs[index].substring(runs[index].indexOf('Z') + 1);
    }

    @Override
    public SpanTrace build(String key, Iterator<JsonNode> records) {
        List<Span> spans = new ArrayList<>();
        Map<Object, List<Score>> feedback = new HashMap<>();
        Map<Long, List<Score>> averages = new HashMap<>();
        TraceBuilder trace = new TraceBuilder(key.startsWith("#") ? "run" + key : key, "langsmith");
        while (records.hasNext()) {
            JsonNode record = records.next();
            if (record.path("is_feedback").asBoolean()) {
                String run = Values.scalar(record, "run_id");
                Object to = run.isEmpty() ? (Object) record.path("parent_sequence").asLong() : run;
                feedback.computeIfAbsent(to, t -> new ArrayList<>()).add(score(record));
                continue;
            }
            Span span = span(record);
            averages.put(span.sequence(), averages(record));
            spans.add(span);
            if (span.parentId().isEmpty() && span.parentSequence() < 0) {
                describe(record, trace);
            }
        }
        if (spans.isEmpty()) {
            throw new BadSpan("the feedback does not name the trace that it is about");
        }
        for (Span span : spans) {
            List<Score> said = new ArrayList<>(feedback.getOrDefault(span.id(), List.of()));
            said.addAll(feedback.getOrDefault(span.sequence(), List.of()));
            // The averages only sum up the feedback where that is there too.
            trace.add(span.scored(said.isEmpty() ? averages.get(span.sequence()) : said));
        }
        return trace.build(
                "none of the runs holds what a model said; export the runs with their inputs and"
                        + " outputs");
    }

    private static void describe(JsonNode run, TraceBuilder trace) {
        trace.put("name", Values.scalar(run, "name"));
        trace.put("session", Values.scalar(run, "session_id"));
        List<String> tags = new ArrayList<>();
        run.path("tags").forEach(t -> tags.add(t.asText()));
        trace.put("tags", String.join(", ", tags));
        String error = Values.scalar(run, "error");
        trace.put("error", error.length() > ERROR_LIMIT ? "" : error);
    }

    private Span span(JsonNode run) {
        String type = run.path("run_type").asText();
        String name = Values.scalar(run, "name");
        JsonNode inputs = run.path("inputs");
        JsonNode outputs = run.path("outputs");
        JsonNode facts = run.path("extra").path("metadata");
        JsonNode called = run.path("extra").path("invocation_params");
        Span.Kind kind = kind(type);
        boolean tool = kind == Span.Kind.TOOL || kind == Span.Kind.SEARCH;
        String callId = tool ? callId(inputs, outputs) : "";
        String model = Values.scalar(facts, "ls_model_name");
        String agent = Values.scalar(facts, "lc_agent_name", "agent_name");
        String dotted = Values.scalar(run, "dotted_order");
        String parent = Values.scalar(run, "parent_run_id");
        return new Span(
                Values.scalar(run, "id"),
                parent.isEmpty() ? runOf(dotted, true) : parent,
                run.path("sequence").asLong(),
                run.path("parent_sequence").asLong(-1),
                start(run, dotted),
                Values.nanos(Values.first(run, "end_time")),
                name,
                kind,
                kind == Span.Kind.MODEL && agent.isEmpty()
                        ? Values.scalar(facts, "langgraph_node")
                        : agent,
                model.isEmpty() ? Values.scalar(called, "model", "model_name") : model,
                tool
                        ? List.of(reader.toolCall(callId, name, inputs))
                        : reader.read(inputs, Part.Role.USER),
                tool
                        ? reader.toolResult(callId, name, outputs)
                        : reader.read(outputs, Part.Role.ASSISTANT),
                List.of(),
                List.of());
    }

    private static Span.Kind kind(String type) {
        return switch (type) {
            case "llm" -> Span.Kind.MODEL;
            case "tool" -> Span.Kind.TOOL;
            case "retriever" -> Span.Kind.SEARCH;
            case "embedding" -> Span.Kind.JUDGE;
            default -> Span.Kind.WORK;
        };
    }

    private static String callId(JsonNode inputs, JsonNode outputs) {
        JsonNode output = outputs.path("output");
        String id = Values.scalar(output, "tool_call_id");
        if (id.isEmpty()) {
            id = Values.scalar(output.path("kwargs"), "tool_call_id");
        }
        return id.isEmpty() ? Values.scalar(inputs, "tool_call_id") : id;
    }

    /** The dotted order begins each run with its moment, such as 20230914T223155647Z. */
    private static long start(JsonNode run, String dottedOrder) {
        long start = Values.nanos(Values.first(run, "start_time"));
        String last = dottedOrder.substring(dottedOrder.lastIndexOf('.') + 1);
        int end = last.indexOf('Z');
        if (start >= 0 || end < 18 || end > 24) {
            return start;
        }
        String iso =
                last.substring(0, 4)
                        + "-"
                        + last.substring(4, 6)
                        + "-"
                        + last.substring(6, 11)
                        + ":"
                        + last.substring(11, 13)
                        + ":"
                        + last.substring(13, 15)
                        + "."
                        + last.substring(15, end)
                        + "Z";
        Instant at = Values.instant(iso);
        return at == null ? -1 : at.getEpochSecond() * 1_000_000_000L + at.getNano();
    }

    private static Score score(JsonNode node) {
        JsonNode score = Values.first(node, "score");
        JsonNode source = node.path("feedback_source");
        Double value =
                score.isNumber()
                        ? (Double) score.doubleValue()
                        : score.isBoolean() ? (Double) (score.booleanValue() ? 1.0 : 0.0) : null;
        String user = Values.scalar(source, "user_name", "user_id");
        boolean person = Values.scalar(source, "type").equals("app");
        Instant at = Values.instant(Values.scalar(node, "created_at", "modified_at"));
        return new Score(
                Values.scalar(node, "key"),
                value,
                Values.scalar(node, "value"),
                Values.scalar(node, "comment"),
                !person ? "" : user.isBlank() ? "langsmith annotation" : user,
                value != null && (value == 0 || value == 1),
                at == null ? Instant.EPOCH : at);
    }

    private static List<Score> averages(JsonNode run) {
        List<Score> scores = new ArrayList<>();
        run.path("feedback_stats")
                .properties()
                .forEach(
                        entry -> {
                            JsonNode stats = entry.getValue();
                            if (stats.path("avg").isNumber()) {
                                scores.add(
                                        new Score(
                                                entry.getKey(),
                                                stats.get("avg").doubleValue(),
                                                "",
                                                "average of " + stats.path("n").asText("?"),
                                                "",
                                                false,
                                                Instant.EPOCH));
                            }
                        });
        return scores;
    }
}
