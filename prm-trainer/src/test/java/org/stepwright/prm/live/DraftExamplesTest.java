package org.stepwright.prm.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwright.prm.live.draft.Examples;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** Examples for the levels of a scale, and questions that are not worth asking. */
class DraftExamplesTest extends DraftCalls {
    @Test
    void writesExamplesForLevelsThatHaveNone() {
        Rubric rubric = withScale(Scale.ternary());
        String answer =
                "{\"levels\": [{\"value\": -1, \"example\": \"Refunds unasked.\"},"
                        + " {\"value\": 1, \"example\": \"Asks for\\nthe receipt.\"},"
                        + " {\"value\": 7, \"example\": \"Nothing.\"}]}";
        for (Speech speech : Speech.values()) {
            try (FakeServer server = new FakeServer(says(speech, answer))) {
                Examples examples = examples(speech, server, rubric, List.of());
                assertThat(examples.levels())
                        .extracting(Scale.Level::example)
                        .containsExactly("Refunds unasked.", "", "Asks for\nthe receipt.");
                assertThat(examples.levels())
                        .extracting(Scale.Level::name)
                        .containsExactly("wrong", "neutral", "correct");
                assertThat(examples.notes())
                        .containsExactly("There is no example for the level 0.");
            }
        }
    }

    @Test
    void replacesAnExampleOnlyWhenAskedTo() {
        Scale scale =
                new Scale(
                        Scale.Kind.BINARY,
                        0,
                        1,
                        List.of(
                                new Scale.Level(0, "no", "", "mine"),
                                new Scale.Level(1, "yes", "", "")));
        String answer =
                "{\"levels\": [{\"value\": 0, \"example\": \"new\"}, {\"value\": 1, \"example\":"
                        + " \"new\"}]}";
        try (FakeServer server = new FakeServer(says(Speech.OPENAI, answer))) {
            Rubric rubric = withScale(scale);
            assertThat(examples(Speech.OPENAI, server, rubric, List.of()).levels())
                    .extracting(Scale.Level::example)
                    .containsExactly("mine", "new");
            assertThat(examples(Speech.OPENAI, server, rubric, List.of(0.0)).levels())
                    .extracting(Scale.Level::example)
                    .containsExactly("new", "");
            assertThatThrownBy(() -> examples(Speech.OPENAI, server, rubric, List.of(2.0)))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("no such level");
        }
    }

    private Examples examples(
            Speech speech, FakeServer server, Rubric rubric, List<Double> levels) {
        return drafter.examples(
                Calls.connection(speech, server.url()), rubric, "c", levels, Progress.NONE);
    }

    private static Rubric withScale(Scale scale) {
        Criterion c =
                new Criterion(
                        "c", "Receipt", "", scale, 1, false, Criterion.Judged.VERIFIABLE, null);
        return new Rubric(
                "r",
                "Refunds",
                "",
                List.of(new Stage("s", "Check", "", true, false, List.of(), List.of(c))),
                List.of(),
                org.stepwright.score.Aggregation.MIN,
                List.of());
    }

    @Test
    void nothingIsSentForNothing() {
        try (FakeServer server = new FakeServer(says(Speech.OPENAI, GOOD))) {
            assertThatThrownBy(() -> draft(Speech.OPENAI, server, " \n", null))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("Describe the work");
            assertThatThrownBy(() -> draft(Speech.OPENAI, server, "x".repeat(300_001), null))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("300,001 characters");
            assertThatThrownBy(
                            () ->
                                    drafter.examples(
                                            Calls.connection(Speech.OPENAI, server.url()),
                                            withScale(Scale.ternary()),
                                            "gone",
                                            List.of(),
                                            Progress.NONE))
                    .hasMessageContaining("has no criterion");
            assertThat(server.received()).isEmpty();
        }
    }
}
