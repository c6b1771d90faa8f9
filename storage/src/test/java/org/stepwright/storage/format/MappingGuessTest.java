package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stepwright.storage.format.mapping.LabelKind;
import org.stepwright.storage.format.mapping.MappingGuess;
import org.stepwright.storage.format.mapping.Role;
import org.stepwright.storage.format.mapping.StepCut;

/** The first guess of a mapping. */
class MappingGuessTest {
    private static MappingGuess guess(String... rows) {
        List<JsonNode> nodes = Stream.of(rows).map(Json::parse).toList();
        return MappingGuess.of(nodes);
    }

    private static String path(MappingGuess guess, Role role) {
        return guess.columns().containsKey(role) ? guess.columns().get(role).text() : "";
    }

    @Test
    void stepsInObjectsWithTheirLabels() {
        MappingGuess guess =
                guess(
                        """
                        {"data":{"question":"why?","run":{"steps":[{"content":"a","rating":-1},{"content":"b","rating":0}]}},"meta":{"model":"m"},"uid":"7"}\
                        """);
        assertThat(path(guess, Role.PROBLEM)).isEqualTo("data.question");
        assertThat(path(guess, Role.STEPS)).isEqualTo("data.run.steps[].content");
        assertThat(path(guess, Role.LABELS)).isEqualTo("data.run.steps[].rating");
        assertThat(guess.labels().kind()).isEqualTo(LabelKind.THREE_WAY);
        assertThat(path(guess, Role.GENERATOR)).isEqualTo("meta.model");
        assertThat(path(guess, Role.ID)).isEqualTo("uid");
        assertThat(guess.mapping("x")).isPresent();
    }

    @Test
    void aTextOfStepsAndTheNumberOfTheFirstError() {
        MappingGuess guess =
                guess(
                        """
                        {"prompt":"p","response":"Step 1: a\\nStep 2: b","label":-1}\
                        """,
                        """
                        {"prompt":"p","response":"Step 1: a\\nStep 2: b","label":1}\
                        """);
        assertThat(path(guess, Role.STEPS)).isEqualTo("response");
        assertThat(guess.cut()).isEqualTo(StepCut.AUTO);
        assertThat(guess.labels().kind()).isEqualTo(LabelKind.FIRST_ERROR);
        assertThat(guess.labels().base()).isZero();
        assertThat(guess.labels().none()).isEqualTo("-1");
    }

    @Test
    void oneStepARow() {
        MappingGuess guess =
                guess(
                        """
                        {"run_id":"1","task":"t","step":"0","content":"a","correct":"true"}\
                        """,
                        """
                        {"run_id":"1","task":"t","step":"1","content":"b","correct":"false"}\
                        """,
                        """
                        {"run_id":"2","task":"u","step":"0","content":"c","correct":"true"}\
                        """);
        assertThat(guess.cut()).isEqualTo(StepCut.STEP_PER_ROW);
        assertThat(path(guess, Role.ID)).isEqualTo("run_id");
        assertThat(path(guess, Role.STEPS)).isEqualTo("content");
        assertThat(path(guess, Role.ORDER)).isEqualTo("step");
        assertThat(path(guess, Role.LABELS)).isEqualTo("correct");
        assertThat(guess.labels().kind()).isEqualTo(LabelKind.TWO_WAY);
    }

    @Test
    void sharesMarkersAndListsInText() {
        MappingGuess shares =
                guess("{\"question\":\"q\",\"steps\":\"['a','b']\",\"scores\":\"[0.5, 1.0]\"}");
        assertThat(path(shares, Role.STEPS)).isEqualTo("steps");
        assertThat(shares.labels().kind()).isEqualTo(LabelKind.SHARE);
        MappingGuess marked = guess("{\"question\":\"q\",\"process\":\"a ки\\nb ки\"}");
        assertThat(marked.cut()).isEqualTo(StepCut.MARKER);
        assertThat(marked.marker()).isEqualTo("ки");
    }

    @Test
    void nothingToGuessIsNoMapping() {
        assertThat(guess("{\"a\":1,\"b\":2}").mapping("x")).isEmpty();
        assertThat(guess().mapping("x")).isEmpty();
        assertThat(guess("{\"\":1,\"a.b\":{\"c\\\"d\":[]}}").columns()).isEmpty();
    }
}
