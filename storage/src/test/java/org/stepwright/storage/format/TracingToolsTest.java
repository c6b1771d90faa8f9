package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;

/** The same conversation, traced by three tools; the files were written by their own libraries. */
class TracingToolsTest {
    static String fixture(String name) {
        try (InputStream in = TracingToolsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "otel, otel.sdk.jsonl",
        "langsmith, langsmith.flat.jsonl",
        "langsmith, langsmith.nested.json",
        "langfuse, langfuse.api.json",
        "langfuse, langfuse.download.json"
    })
    void aRefundIsTheSameThreeStepsInEveryTool(String format, String file) {
        LabelledTrace read = Reading.of(format, fixture(file)).only();
        assertThat(read.trace().problem())
                .isEqualTo("Follow the policy.\n\nMay order 17 be refunded?");
        assertThat(read.trace().steps())
                .extracting(Step::text)
                .containsExactly(
                        "I need the date of the order first.",
                        read.trace().stepTexts().get(1),
                        "Yes. It was delivered within the last 30 days.");
        assertThat(read.trace().stepTexts().get(1).replace(" ", ""))
                .isEqualTo("find_order({\"order\":17})");
        assertThat(read.trace().steps())
                .extracting(Step::kind)
                .containsExactly(
                        format.equals("otel") ? StepKind.THOUGHT : StepKind.MESSAGE,
                        StepKind.TOOL_CALL,
                        StepKind.MESSAGE);
        assertThat(read.trace().steps().get(0).context()).isEmpty();
        assertThat(read.trace().steps().get(1).context()).isEmpty();
        assertThat(read.trace().steps().get(2).context())
                .isEqualTo("find_order: {\"ordered\":\"2026-01-02\",\"delivered\":\"2026-01-09\"}");
        assertThat(read.trace().metadata())
                .containsEntry("generator", "gpt-4")
                .containsEntry("tools", "find_order")
                .containsEntry("source", format);
        assertThat(read.suggestions())
                .extracting(s -> s.step() + " " + s.source() + " " + s.reward())
                .containsExactly("2 agent:policy 0.75");
    }

    @Test
    void whatPeopleAnsweredInLangfuseIsALabelOnlyWhereItSaysCorrectOrWrong() {
        LabelledTrace read = Reading.of("langfuse", fixture("langfuse.api.json")).only();
        assertThat(read.labels()).hasSize(1);
        StepLabel label = read.labels().get(0);
        assertThat(label.verdict()).isEqualTo(Verdict.CORRECT);
        assertThat(label.step()).isEqualTo(2);
        assertThat(label.annotator()).isEqualTo("ann");
        assertThat(label.source()).isEqualTo(LabelSource.IMPORTED);
        assertThat(read.trace().id()).isEqualTo("trace-refund");
        assertThat(read.trace().metadata())
                .containsEntry("agents", "refund agent")
                .containsEntry("session", "session-1")
                .containsEntry("score.stars.step 3", "4")
                .containsEntry("score.tone", "friendly (ben)");
    }

    @Test
    void aPersonsYesOrNoAboutTheWholeTraceIsItsOutcome() {
        String text =
                fixture("langfuse.api.json").replace("\"observationId\": \"obs-4\"", "\"o\": 1");
        LabelledTrace read = Reading.of("langfuse", text).only();
        assertThat(read.labels()).isEmpty();
        assertThat(read.trace().outcome()).isEqualTo(Outcome.RIGHT);
    }

    @Test
    void aPersonsAnswerToASpanOfSeveralStepsOrOfAnotherQuestionIsNoLabel() {
        String several = fixture("langfuse.api.json").replace("\"obs-4\"", "\"obs-2\"");
        assertThat(Reading.of("langfuse", several).only().labels()).isEmpty();
        String other = fixture("langfuse.api.json").replace("\"correct\"", "\"polite\"");
        LabelledTrace read = Reading.of("langfuse", other).only();
        assertThat(read.labels()).isEmpty();
        assertThat(read.trace().metadata()).containsEntry("score.polite.step 3", "1 (ann)");
    }

    @Test
    void aLargeTraceWithoutInputAndOutputIsRejectedWithTheReason() {
        String bare =
                "{\"observations\":[{\"id\":\"a\",\"traceId\":\"t\",\"type\":\"GENERATION\"},"
                        + "{\"id\":\"b\",\"traceId\":\"t\",\"type\":\"SPAN\"}],\"scores\":[]}";
        assertThat(Reading.of("langfuse", bare).rejects)
                .containsExactly(
                        "1: the 2 observations came without input and output, which Langfuse leaves"
                                + " out of the download of a large trace; fetch the trace through"
                                + " the API");
        String half =
                bare.replace(
                        "{\"id\":\"b\"",
                        "{\"id\":\"c\",\"traceId\":\"t\",\"type\":\"GENERATION\",\"output\":\"x\"},"
                                + "{\"id\":\"b\"");
        assertThat(Reading.of("langfuse", half).only().trace().metadata())
                .containsEntry("without_output", "1 of 2 generations");
        assertThat(Reading.of("langfuse", "{\"id\":\"t\",\"observations\":[\"o1\"]}").rejects)
                .containsExactly(
                        "1: the trace holds only the ids of its observations; fetch each trace by"
                                + " itself, which gives them whole");
    }

    @Test
    void aLangfuseTraceWithoutGenerationsHasTheStepsOfItsInnermostSpans() {
        String text =
                "[{\"id\":\"t\",\"input\":\"Q\",\"output\":\"A\",\"observations\":["
                    + "{\"id\":\"a\",\"traceId\":\"t\",\"type\":\"CHAIN\",\"input\":\"Q\",\"output\":\"A\"},"
                    + "{\"id\":\"b\",\"traceId\":\"t\",\"type\":\"SPAN\",\"output\":\"one\","
                    + "\"parentObservationId\":\"a\",\"startTime\":\"2026-01-01T00:00:01Z\"},"
                    + "{\"id\":\"c\",\"traceId\":\"t\",\"type\":\"EVENT\",\"output\":\"two\","
                    + "\"parentObservationId\":\"a\",\"startTime\":\"2026-01-01T00:00:02Z\"}]},"
                    + "{\"id\":\"u\",\"input\":\"Q\",\"output\":\"A\",\"observations\":[]}]";
        Reading reading = Reading.of("langfuse", text);
        assertThat(reading.rejects).isEmpty();
        assertThat(reading.rows.get(0).trace().stepTexts()).containsExactly("one", "two");
        assertThat(reading.rows.get(0).trace().problem()).isEqualTo("Q");
        assertThat(reading.rows.get(1).trace().stepTexts()).containsExactly("A");
    }

    @Test
    void flatRunsWithoutTraceIdsAreJoinedThroughTheirParents() {
        String run =
                "{\"id\":\"%s\",\"run_type\":\"%s\",\"name\":\"n\",\"parent_run_id\":%s,"
                        + "\"start_time\":\"2026-01-01T00:00:0%s\",\"inputs\":{\"input\":\"Q\"},"
                        + "\"outputs\":{\"output\":\"%s\"}}\n";
        String text =
                String.format(run, "c", "llm", "\"b\"", "2", "deep")
                        + String.format(run, "x", "llm", "null", "1", "other")
                        + String.format(run, "b", "chain", "\"a\"", "1", "deep")
                        + String.format(run, "a", "chain", "null", "0", "deep");
        Reading reading = Reading.of("langsmith", text);
        assertThat(reading.rejects).isEmpty();
        assertThat(reading.ids()).containsExactlyInAnyOrder("x", "a");
        assertThat(reading.rows)
                .extracting(r -> r.trace().stepTexts())
                .containsExactlyInAnyOrder(List.of("other"), List.of("deep"));
    }

    @Test
    void feedbackOfPeopleIsALabelAndOfMachinesASuggestion() {
        String text =
                "{\"id\":\"r\",\"trace_id\":\"r\",\"run_type\":\"llm\",\"name\":\"n\","
                    + "\"inputs\":{\"input\":\"Q\"},\"outputs\":{\"output\":\"A\"},"
                    + "\"feedback_stats\":{\"correctness\":{\"n\":2,\"avg\":0.5}},\"feedback\":["
                    + "{\"id\":\"1\",\"run_id\":\"r\",\"key\":\"correctness\",\"score\":0,"
                    + "\"comment\":\"no\",\"feedback_source\":{\"type\":\"app\",\"user_id\":\"ann\"}},"
                    + "{\"id\":\"2\",\"run_id\":\"r\",\"key\":\"correctness\",\"score\":0.5,"
                    + "\"feedback_source\":{\"type\":\"model\"}}]}";
        LabelledTrace read = Reading.of("langsmith", text).only();
        assertThat(read.labels())
                .extracting(l -> l.annotator() + " " + l.verdict() + " " + l.comment())
                .containsExactly("ann WRONG no");
        assertThat(read.suggestions())
                .extracting(s -> s.source() + " " + s.reward())
                .containsExactly("agent:correctness 0.5");
    }
}
