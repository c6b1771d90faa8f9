package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelledTrace;
import org.stepwright.storage.format.span.AnyValue;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;

/** Spans of OpenTelemetry become problems and steps. */
class OtelFormatTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** One span; each attribute as plain JSON. */
    static ObjectNode span(
            String trace, String id, String parent, long start, Map<String, String> attributes) {
        ObjectNode span = NODES.objectNode();
        span.put("traceId", trace).put("spanId", id).put("parentSpanId", parent);
        span.put("name", id).put("startTimeUnixNano", String.valueOf(start));
        span.put("endTimeUnixNano", String.valueOf(start + 5));
        ArrayNode list = span.putArray("attributes");
        attributes.forEach((key, value) -> AnyValue.put(list, key, value(value)));
        return span;
    }

    /** Structured where it begins with an equals sign, else a text. */
    private static JsonNode value(String value) {
        return value.startsWith("=") ? Json.parse(value.substring(1)) : NODES.textNode(value);
    }

    static String file(ObjectNode... spans) {
        ObjectNode root = NODES.objectNode();
        ArrayNode list =
                root.putArray("resourceSpans")
                        .addObject()
                        .putArray("scopeSpans")
                        .addObject()
                        .putArray("spans");
        list.addAll(List.of(spans));
        return Json.write(root) + "\n";
    }

    private static String said(String role, String text) {
        return "{\"role\":\""
                + role
                + "\",\"parts\":[{\"type\":\"text\",\"content\":\""
                + text
                + "\"}]}";
    }

    private static final String CALL =
            "{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\",\"id\":\"c1\","
                    + "\"name\":\"weather\",\"arguments\":{\"city\":\"Paris\"}}]}";

    private static Map<String, String> chat(String input, String output) {
        return Map.of(
                "gen_ai.operation.name",
                "chat",
                "gen_ai.request.model",
                "gpt-4",
                "gen_ai.input.messages",
                input,
                "gen_ai.output.messages",
                output);
    }

    /** The two calls of the conventions' own example, inside an agent that repeats them. */
    private static ObjectNode[] weather(String response) {
        String result =
                "{\"role\":\"tool\",\"parts\":[{\"type\":\"tool_call_response\",\"id\":\"c1\",\""
                        + response
                        + "\":\"rainy, 57F\"}]}";
        String question = said("user", "Weather in Paris?");
        String answer = said("assistant", "It is rainy.");
        return new ObjectNode[] {
            span(
                    "t1",
                    "agent",
                    "",
                    1,
                    Map.of(
                            "gen_ai.operation.name",
                            "invoke_agent",
                            "gen_ai.agent.name",
                            "forecaster",
                            "gen_ai.input.messages",
                            "[" + question + "]",
                            "gen_ai.output.messages",
                            "[" + answer + "]")),
            span(
                    "t1",
                    "second",
                    "agent",
                    30,
                    chat("=[" + question + "," + CALL + "," + result + "]", "=[" + answer + "]")),
            span("t1", "first", "agent", 10, chat("[" + question + "]", "[" + CALL + "]")),
            span(
                    "t1",
                    "run",
                    "agent",
                    20,
                    Map.of(
                            "gen_ai.operation.name", "execute_tool",
                            "gen_ai.tool.name", "weather",
                            "gen_ai.tool.call.id", "c1",
                            "gen_ai.tool.call.arguments", "={\"city\":\"Paris\"}",
                            "gen_ai.tool.call.result", "rainy, 57F")),
        };
    }

    @Test
    void aStepIsMadeOnceHoweverOftenItIsRepeated() {
        for (String response : List.of("response", "result")) {
            LabelledTrace read = Reading.of("otel", file(weather(response))).only();
            assertThat(read.trace().id()).isEqualTo("t1");
            assertThat(read.trace().problem()).isEqualTo("Weather in Paris?");
            assertThat(read.trace().steps())
                    .containsExactly(
                            new Step(
                                    "weather({\"city\":\"Paris\"})",
                                    StepKind.TOOL_CALL,
                                    "",
                                    List.of()),
                            new Step(
                                    "It is rainy.",
                                    StepKind.MESSAGE,
                                    "weather: rainy, 57F",
                                    List.of()));
            assertThat(read.trace().metadata())
                    .containsEntry("source", "otel")
                    .containsEntry("generator", "gpt-4")
                    .containsEntry("agents", "forecaster")
                    .containsEntry("tools", "weather");
            assertThat(read.labels()).isEmpty();
            assertThat(read.suggestions()).isEmpty();
        }
    }

    @Test
    void spansMayComeInAnyOrderAndOverManyLines() {
        LabelledTrace expected = Reading.of("otel", file(weather("result"))).only();
        StringBuilder lines = new StringBuilder();
        ObjectNode[] spans = weather("result");
        for (int i = spans.length - 1; i >= 0; i--) {
            lines.append(file(spans[i]));
            lines.append(
                    file(
                            span(
                                    "t2",
                                    "s" + i,
                                    "",
                                    i,
                                    chat("[]", "[" + said("assistant", "x" + i) + "]"))));
        }
        Reading reading = Reading.of("otel", lines.toString());
        assertThat(reading.rejects).isEmpty();
        assertThat(reading.ids()).containsExactly("t1", "t2");
        assertThat(reading.rows.get(0)).isEqualTo(expected);
        assertThat(reading.rows.get(1).trace().stepTexts()).containsExactly("x0", "x1", "x2", "x3");
        assertThat(reading.lines).containsExactly(1L, 2L);
    }

    /** Some trace the run of a tool inside the call that asked for it. */
    @Test
    void anAgentInsideAToolDoesNotSilenceTheOneThatCalledIt() {
        Map<String, String> run =
                Map.of(
                        "gen_ai.operation.name", "execute_tool",
                        "gen_ai.tool.name", "weather",
                        "gen_ai.tool.call.id", "c1",
                        "gen_ai.tool.call.result", "rainy");
        String text =
                file(
                        span(
                                "t",
                                "outer",
                                "",
                                1,
                                chat("[" + said("user", "Q") + "]", "[" + CALL + "]")),
                        span("t", "run", "outer", 2, run),
                        span(
                                "t",
                                "inner",
                                "run",
                                3,
                                chat(
                                        "[" + said("user", "look") + "]",
                                        "[" + said("assistant", "rain") + "]")),
                        span(
                                "t",
                                "last",
                                "",
                                9,
                                chat("[]", "[" + said("assistant", "It rains.") + "]")));
        LabelledTrace read = Reading.of("otel", text).only();
        assertThat(read.trace().stepTexts())
                .containsExactly("weather({\"city\":\"Paris\"})", "rain", "It rains.");
        assertThat(read.trace().steps().get(1).context()).isEqualTo("user: look");
        assertThat(read.trace().steps().get(2).context()).isEqualTo("weather: rainy");
    }

    /** An agent whose own model is not traced, only its tools. */
    @Test
    void anAgentThatIsNotTracedInsideSpeaksForItself() {
        Map<String, String> agent =
                Map.of(
                        "gen_ai.operation.name",
                        "invoke_agent",
                        "gen_ai.agent.name",
                        "a",
                        "gen_ai.input.messages",
                        "[" + said("user", "Q") + "]",
                        "gen_ai.output.messages",
                        "["
                                + said("user", "Q")
                                + ","
                                + CALL
                                + ","
                                + said("assistant", "It rains.")
                                + "]");
        Map<String, String> run =
                Map.of(
                        "gen_ai.operation.name", "execute_tool",
                        "gen_ai.tool.name", "weather",
                        "gen_ai.tool.call.arguments", "{\"city\": \"Paris\"}",
                        "gen_ai.tool.call.result", "rainy");
        String text = file(span("t", "a", "", 1, agent), span("t", "b", "a", 2, run));
        LabelledTrace read = Reading.of("otel", text).only();
        assertThat(read.trace().problem()).isEqualTo("Q");
        assertThat(read.trace().stepTexts())
                .containsExactly("weather({\"city\": \"Paris\"})", "It rains.");
        assertThat(read.trace().steps().get(1).context()).isEqualTo("weather: rainy");
    }

    @Test
    void reasoningTextAndCallsAreStepsOfTheirOwn() {
        String output =
                "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"reasoning\",\"content\":\"hm\"},"
                        + "{\"type\":\"text\",\"content\":\"I look.\"},{\"type\":\"tool_call\","
                        + "\"id\":\"a\",\"name\":\"find\",\"arguments\":\"{\\\"q\\\": 1}\"}],"
                        + "\"finish_reason\":\"tool_call\"}]";
        String text =
                file(
                        span(
                                "t",
                                "s",
                                "",
                                1,
                                Map.of(
                                        "gen_ai.operation.name",
                                        "chat",
                                        "gen_ai.system_instructions",
                                        "=[{\"type\":\"text\",\"content\":\"Be kind.\"}]",
                                        "gen_ai.input.messages",
                                        "[" + said("user", "Q") + "]",
                                        "gen_ai.output.messages",
                                        output)));
        LabelledTrace read = Reading.of("otel", text).only();
        assertThat(read.trace().problem()).isEqualTo("Be kind.\n\nQ");
        assertThat(read.trace().stepTexts()).containsExactly("hm", "I look.", "find({\"q\": 1})");
        assertThat(read.trace().steps())
                .extracting(Step::kind)
                .containsExactly(StepKind.THOUGHT, StepKind.MESSAGE, StepKind.TOOL_CALL);
    }

    @Test
    void furtherChoicesAreAlternatives() {
        String output =
                "["
                        + said("assistant", "one").replace("}]}", "}],\"finish_reason\":\"stop\"}")
                        + ","
                        + said("assistant", "two").replace("}]}", "}],\"finish_reason\":\"stop\"}")
                        + "]";
        LabelledTrace read =
                Reading.of(
                                "otel",
                                file(
                                        span(
                                                "t",
                                                "s",
                                                "",
                                                1,
                                                chat("[" + said("user", "Q") + "]", output))))
                        .only();
        assertThat(read.trace().stepTexts()).containsExactly("one");
        assertThat(read.trace().steps().get(0).alternatives()).containsExactly("two");
    }

    @Test
    void olderSpansAreReadToo() {
        String prompt = "[{\"role\":\"user\",\"content\":\"Q\"}]";
        Map<String, String> whole =
                Map.of(
                        "gen_ai.system", "openai",
                        "gen_ai.prompt", prompt,
                        "gen_ai.completion", "[{\"role\":\"assistant\",\"content\":\"A\"}]");
        Map<String, String> indexed =
                Map.of(
                        "gen_ai.system", "openai",
                        "gen_ai.prompt.0.role", "user",
                        "gen_ai.prompt.0.content", "Q",
                        "gen_ai.completion.0.role", "assistant",
                        "gen_ai.completion.0.content", "A",
                        "gen_ai.completion.0.tool_calls.0.name", "f",
                        "gen_ai.completion.0.tool_calls.0.arguments", "{}");
        ObjectNode onEvents = span("t3", "s3", "", 1, Map.of("gen_ai.system", "openai"));
        ArrayNode events = onEvents.putArray("events");
        ArrayNode first =
                events.addObject().put("name", "gen_ai.content.prompt").putArray("attributes");
        AnyValue.put(first, "gen_ai.prompt", NODES.textNode(prompt));
        ArrayNode second =
                events.addObject().put("name", "gen_ai.content.completion").putArray("attributes");
        AnyValue.put(second, "gen_ai.completion", NODES.textNode("A"));
        ObjectNode oneEach = span("t4", "s4", "", 1, Map.of("gen_ai.system", "openai"));
        ArrayNode each = oneEach.putArray("events");
        AnyValue.put(
                each.addObject().put("name", "gen_ai.user.message").putArray("attributes"),
                "content",
                NODES.textNode("Q"));
        AnyValue.put(
                each.addObject().put("name", "gen_ai.choice").putArray("attributes"),
                "message",
                NODES.textNode("{\"content\":\"A\",\"role\":\"assistant\"}"));
        Reading reading =
                Reading.of(
                        "otel",
                        file(
                                span("t1", "s1", "", 1, whole),
                                span("t2", "s2", "", 1, indexed),
                                onEvents,
                                oneEach));
        assertThat(reading.rejects).isEmpty();
        assertThat(reading.rows).allMatch(r -> r.trace().problem().equals("Q"));
        assertThat(reading.rows).allMatch(r -> r.trace().stepTexts().get(0).equals("A"));
        assertThat(reading.rows.get(1).trace().stepTexts()).containsExactly("A", "f({})");
    }

    @Test
    void evaluationsAreSuggestionsOrFactsNeverLabels() {
        ObjectNode[] spans = weather("result");
        evaluate(spans[1], "judge", "=0.25", "", "too short");
        evaluate(spans[2], "tool_use", "", "pass", "");
        evaluate(spans[2], "stars", "=4", "", "");
        evaluate(spans[0], "overall", "=0.5", "", "");
        LabelledTrace read = Reading.of("otel", file(spans)).only();
        assertThat(read.labels()).isEmpty();
        assertThat(read.suggestions())
                .extracting(s -> s.step() + " " + s.source() + " " + s.reward() + " " + s.message())
                .containsExactlyInAnyOrder(
                        "1 agent:judge 0.25 too short", "0 agent:tool_use 1.0 pass");
        assertThat(read.trace().metadata())
                .containsEntry("score.stars.step 1", "4")
                .containsEntry("score.overall.agent", "0.5");
    }

    private static void evaluate(
            ObjectNode span, String name, String value, String label, String why) {
        ArrayNode events =
                span.path("events").isArray()
                        ? (ArrayNode) span.get("events")
                        : span.putArray("events");
        ArrayNode attributes =
                events.addObject().put("name", "gen_ai.evaluation.result").putArray("attributes");
        AnyValue.put(attributes, "gen_ai.evaluation.name", NODES.textNode(name));
        if (!value.isEmpty()) {
            AnyValue.put(attributes, "gen_ai.evaluation.score.value", value(value));
        }
        AnyValue.put(attributes, "gen_ai.evaluation.score.label", NODES.textNode(label));
        AnyValue.put(attributes, "gen_ai.evaluation.explanation", NODES.textNode(why));
    }

    @Test
    void spansWithoutContentAreRejectedWithAdvice() {
        String text = file(span("t", "s", "", 1, Map.of("gen_ai.operation.name", "chat")));
        assertThat(Reading.of("otel", text).rejects)
                .containsExactly(
                        "1: no messages of a model are recorded in the spans of this trace; switch"
                                + " on the recording of content where it was traced");
    }

    @Test
    void loopsAndStrangersInTheTreeDoNoHarm() {
        String text =
                file(
                        span("t", "a", "b", 1, chat("[]", "[" + said("assistant", "1") + "]")),
                        span("t", "b", "a", 2, Map.of()),
                        span("t", "c", "c", 3, chat("[]", "[" + said("assistant", "2") + "]")),
                        span("t", "d", "gone", 4, chat("[]", "[" + said("assistant", "3") + "]")),
                        span("t", "d", "gone", 4, chat("[]", "[" + said("assistant", "3") + "]")));
        assertThat(Reading.of("otel", text).only().trace().stepTexts())
                .containsExactly("1", "2", "3");
    }

    @Test
    void whatTheWorkbenchWritesOthersCanReadWithoutItsOwnAttributes() {
        List<Step> steps =
                List.of(
                        new Step("think", StepKind.THOUGHT, "", List.of()),
                        new Step("f({\"a\":1})", StepKind.TOOL_CALL, "", List.of()),
                        new Step("done", StepKind.MESSAGE, "", List.of()));
        LabelledTrace row = RoundTripTest.plain("id", "p", steps);
        String text =
                new String(
                        RoundTripTest.write("otel", List.of(row), RoundTripTest.FACTS),
                        java.nio.charset.StandardCharsets.UTF_8);
        LabelledTrace others = Reading.of("otel", text.replace("\"stepwright.", "\"x.")).only();
        assertThat(others.trace().problem()).isEqualTo("p");
        assertThat(others.trace().steps()).isEqualTo(steps);
        assertThat(Reading.of("otel", text).only()).isEqualTo(row);
    }
}
