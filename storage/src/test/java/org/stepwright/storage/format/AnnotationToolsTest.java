package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/** What annotation tools write, and what the workbench writes for them. */
class AnnotationToolsTest {
    private static final String RUN =
            "{\"id\":1,\"data\":{\"run\":{\"id\":\"r\",\"steps\":[{\"id\":\"s1\",\"kind\":\"text\","
                    + "\"content\":\"a\"}]}},\"annotations\":[%s],\"predictions\":[%s]}";

    private static String labelStudio(String annotation, String prediction) {
        return "[" + String.format(RUN, annotation, prediction) + "]";
    }

    private static String scores(String scores) {
        return "{\"completed_by\":1,\"result\":[{\"value\":{\"step_scores\":{" + scores + "}}}]}";
    }

    private static List<String> labels(LabelledTrace row) {
        return row.labels().stream()
                .map(l -> l.step() + " " + l.annotator() + " " + l.verdict())
                .toList();
    }

    private static List<String> suggestions(LabelledTrace row) {
        return row.suggestions().stream()
                .map(s -> s.step() + " " + s.source() + " " + s.reward())
                .toList();
    }

    @Test
    void labelStudioGivesLabelsOfPeopleAndSuggestionsOfModels() {
        LabelledTrace read =
                Reading.of("label-studio", TracingToolsTest.fixture("label-studio.export.json"))
                        .only();
        assertThat(read.trace().id()).isEqualTo("refund-17");
        assertThat(read.trace().problem()).isEqualTo("May order 17 be refunded?");
        assertThat(read.trace().steps())
                .extracting(Step::kind)
                .containsExactly(StepKind.THOUGHT, StepKind.TOOL_CALL, StepKind.MESSAGE);
        assertThat(read.trace().stepTexts().get(1))
                .isEqualTo("{\"name\":\"find_order\",\"arguments\":{\"order\":17}}");
        assertThat(labels(read))
                .containsExactly(
                        "0 10 CORRECT",
                        "0 ben@example.org CORRECT",
                        "1 10 CORRECT",
                        "1 ben@example.org NEUTRAL",
                        "2 10 WRONG");
        assertThat(read.labels())
                .allMatch(l -> l.source() == LabelSource.IMPORTED)
                .anyMatch(l -> l.at().equals(Instant.parse("2026-01-16T08:05:00Z")));
        assertThat(suggestions(read)).containsExactly("0 agent:prm-1 0.9", "2 agent:prm-1 0.0");
        assertThat(read.trace().metadata())
                .containsEntry("skipped.12", "true")
                .containsEntry("lead_time.10", "12.5")
                .containsEntry("lead_time.12", "2.25")
                .containsEntry("choices.10", "needs review")
                .doesNotContainKey("choices.ben@example.org");
    }

    @Test
    void labelStudioRowsThatCannotGoInSayWhy() {
        assertThat(Reading.of("label-studio", labelStudio(scores("\"s9\":\"wrong\""), "")).rejects)
                .containsExactly("1: step_scores names \"s9\", which is no step");
        assertThat(Reading.of("label-studio", labelStudio(scores("\"s1\":0.5"), "")).rejects)
                .containsExactly(
                        "1: the step score of \"s1\" is 0.5, not correct, neutral or wrong");
        assertThat(Reading.of("label-studio", labelStudio("", scores("\"s1\":7"))).rejects)
                .containsExactly(
                        "1: the prediction for \"s1\" is 7, neither in [0, 1] nor correct, neutral"
                                + " or wrong");
        assertThat(
                        Reading.of(
                                        "label-studio",
                                        "[{\"id\":1,\"data\":{\"image\":\"x\"},\"annotations\":[]}]")
                                .rejects)
                .containsExactly("1: \"run\" is missing");
    }

    @Test
    void whoAnnotatesTwiceMeansTheLaterOne() {
        String twice = scores("\"s1\":\"wrong\"") + "," + scores("\"s1\":\"correct\"");
        assertThat(labels(Reading.of("label-studio", labelStudio(twice, "")).only()))
                .containsExactly("0 1 CORRECT");
    }

    @Test
    void labelStudioIsWrittenInItsOwnShape() {
        JsonNode task = Json.parse(written("label-studio")).get(0);
        assertThat(task.at("/data/run/id").asText()).isEqualTo("t");
        assertThat(Json.write(task.at("/data/run/steps/0")))
                .isEqualTo("{\"id\":\"s1\",\"kind\":\"text\",\"content\":\"one\"}");
        assertThat(task.at("/annotations/0/completed_by").asText()).isEqualTo("ann");
        assertThat(task.at("/annotations/0/was_cancelled").asBoolean(true)).isFalse();
        assertThat(task.at("/annotations/0/lead_time").asDouble()).isEqualTo(3.5);
        assertThat(Json.write(task.at("/annotations/0/result/0")))
                .isEqualTo(
                        "{\"from_name\":\"verdict\",\"to_name\":\"run\",\"type\":\"choices\","
                                + "\"value\":{\"choices\":[\"wrong\"],\"step_scores\":{\"s1\":"
                                + "\"correct\",\"s2\":\"wrong\"}}}");
        assertThat(task.at("/predictions/0/model_version").asText()).isEqualTo("judge");
        assertThat(task.at("/predictions/0/result/0/value/step_scores/s2").asDouble())
                .isEqualTo(0.25);
    }

    @Test
    void argillaGivesLabelsOfUsersAndSuggestionsOfAgents() {
        LabelledTrace read =
                Reading.of("argilla", TracingToolsTest.fixture("argilla.records.json")).only();
        String ann = "00000000-0000-0000-0000-000000000001";
        String ben = "00000000-0000-0000-0000-000000000002";
        assertThat(read.trace().problem()).isEqualTo("May order 17 be refunded?");
        assertThat(read.trace().stepTexts()).containsExactly("First step.", "Second step.");
        assertThat(read.trace().generator()).contains("gpt-4");
        assertThat(labels(read))
                .containsExactly(
                        "0 " + ann + " CORRECT",
                        "0 " + ben + " CORRECT",
                        "1 " + ann + " WRONG",
                        "1 " + ben + " NEUTRAL");
        assertThat(suggestions(read)).containsExactly("0 agent:prm 0.9", "1 agent:prm 0.4");
    }

    @Test
    void argillaAnswersToOtherQuestionsAreFacts() {
        String text =
                "[{\"id\":\"1\",\"fields\":{\"prompt\":\"p\",\"step_2\":\"b\",\"step_1\":\"a\"},"
                    + "\"metadata\":{\"n\":3},\"suggestions\":{\"step_2_label\":{\"value\":\"good\"},"
                    + "\"tone\":{\"value\":\"kind\",\"agent\":\"m\"}},\"responses\":{"
                    + "\"step_1_label\":[{\"value\":\"bad\",\"user_id\":\"u\",\"status\":\"draft\"},"
                    + "{\"value\":\"good\",\"user_id\":\"v\"}],"
                    + "\"remark\":[{\"value\":\"short\",\"user_id\":\"u\"}]}}]";
        LabelledTrace read = Reading.of("argilla", text).only();
        assertThat(labels(read)).containsExactly("0 v CORRECT");
        assertThat(suggestions(read)).containsExactly("1 agent:argilla 1.0");
        assertThat(read.trace().metadata())
                .containsEntry("response.remark", "u: short")
                .containsEntry("suggestion.tone", "m: kind")
                .containsEntry("n", "3");
        assertThat(
                        Reading.of("argilla", text.replace("\"step_1\":\"a\"", "\"step_3\":\"a\""))
                                .rejects)
                .containsExactly("1: the fields of steps are not numbered from 1 to 2");
        assertThat(Reading.of("argilla", text.replace("step_1_label", "step_7_label")).rejects)
                .containsExactly(
                        "1: the question \"step_7_label\" points past the last step (there are 2)");
    }

    @Test
    void argillaRatingsAndOtherQuestionsOfAStepSayNothingOfCorrectness() {
        LabelledTrace read =
                Reading.of(
                                "argilla",
                                "[{\"id\":\"1\",\"fields\":{\"prompt\":\"p\",\"step_1\":\"a\"},"
                                    + "\"suggestions\":{\"step_1\":{\"value\":1,\"agent\":\"m\"}},"
                                    + "\"responses\":{\"step_1_needs_tool\":"
                                    + "[{\"value\":\"no\",\"user_id\":\"u\"}]}}]")
                        .only();
        assertThat(labels(read)).isEmpty();
        assertThat(suggestions(read)).isEmpty();
        assertThat(read.trace().metadata())
                .containsEntry("suggestion.step_1", "m: 1")
                .containsEntry("response.step_1_needs_tool", "u: no");
    }

    @Test
    void argillaIsWrittenInItsOwnShape() {
        JsonNode record = Json.parse(written("argilla")).get(0);
        assertThat(record.at("/fields/step_2").asText()).isEqualTo("two");
        assertThat(Json.write(record.at("/suggestions/step_2")))
                .isEqualTo("{\"value\":\"wrong\",\"score\":0.75,\"agent\":\"judge\"}");
        assertThat(record.at("/responses/step_1/0/value").asText()).isEqualTo("correct");
        assertThat(record.at("/responses/step_1/0/user_id").asText())
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    @Test
    void chatsKeepLabelsBesideTheMessages() {
        JsonNode row = Json.parse(written("chat"));
        assertThat(Json.write(row.get("messages")))
                .isEqualTo(
                        "[{\"role\":\"user\",\"content\":\"p\"},{\"role\":\"assistant\",\"content\":"
                            + "\"one\"},{\"role\":\"assistant\",\"content\":\"two\"}]");
        LabelledTrace read = Reading.of("chat", written("chat")).only();
        assertThat(read.labels()).isEqualTo(sample().labels());
        assertThat(read.suggestions()).isEqualTo(sample().suggestions());
    }

    private static String written(String format) {
        return new String(
                RoundTripTest.write(format, List.of(sample()), RoundTripTest.FACTS),
                StandardCharsets.UTF_8);
    }

    private static LabelledTrace sample() {
        Trace trace =
                new Trace(
                        "t",
                        "p",
                        List.of(Step.of("one"), Step.of("two")),
                        Outcome.UNKNOWN,
                        null,
                        Map.of("lead_time.ann", "3.5"));
        Verdicts ann = new Verdicts("t", "ann", Instant.ofEpochSecond(9), LabelSource.HUMAN);
        return new LabelledTrace(
                trace,
                List.of(ann.of(0, Verdict.CORRECT), ann.of(1, Verdict.WRONG)),
                List.of(new Suggestion("t", 1, "agent:judge", 0.25, "why", Instant.EPOCH)));
    }
}
