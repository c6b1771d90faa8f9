package org.stepwright.prm.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwright.prm.live.draft.Drafted;

/** How each protocol is told the form of the answer, and what happens where that is refused. */
class DraftFormTest extends DraftCalls {
    @ParameterizedTest
    @CsvSource({
        "OPENAI, /response_format/json_schema/schema",
        "OLLAMA, /format",
        "ANTHROPIC, /output_config/format/schema",
        "GEMINI, /generationConfig/responseSchema"
    })
    void sendsTheFormWhereTheProtocolHasAPlaceForIt(Speech speech, String place) {
        try (FakeServer server = new FakeServer(says(speech, GOOD))) {
            draft(speech, server);
            JsonNode schema = body(server, 0).at(place);
            assertThat(schema.at("/properties/stages/items/properties/match/items/type").asText())
                    .as("%s", body(server, 0))
                    .isEqualToIgnoringCase("string");
            assertThat(
                            schema.at(
                                    "/properties/every_step/items/properties/verifier/properties/name/enum"))
                    .extracting(JsonNode::asText)
                    .contains("regex", "none");
        }
    }

    @Test
    void ollamaIsToldToKeepRoomForTheWholePrompt() {
        try (FakeServer server = new FakeServer(says(Speech.OLLAMA, GOOD))) {
            draft(Speech.OLLAMA, server, "word ".repeat(4_000), null);
            int room = body(server, 0).at("/options/num_ctx").asInt();
            assertThat(room).isBetween(8_192, 16_384);
            calls.ask(Speech.OLLAMA, server.url());
            assertThat(body(server, 1).at("/options").has("num_ctx")).isFalse();
        }
    }

    @Test
    void holdsAnOpenAiServerStrictlyToTheForm() {
        try (FakeServer server = new FakeServer(says(Speech.OPENAI, GOOD))) {
            draft(Speech.OPENAI, server);
            JsonNode form = body(server, 0).at("/response_format");
            assertThat(form.at("/type").asText()).isEqualTo("json_schema");
            assertThat(form.at("/json_schema/strict").asBoolean()).isTrue();
            requireStrict(form.at("/json_schema/schema"));
        }
    }

    /** What strict servers ask of every object: all fields required, none besides. */
    private static void requireStrict(JsonNode schema) {
        if (schema.path("type").asText().equals("object")) {
            assertThat(schema.path("additionalProperties").isBoolean()).isTrue();
            assertThat(schema.path("additionalProperties").asBoolean()).isFalse();
            List<String> names = new ArrayList<>();
            schema.path("properties").fieldNames().forEachRemaining(names::add);
            assertThat(schema.path("required"))
                    .extracting(JsonNode::asText)
                    .containsExactlyInAnyOrderElementsOf(names);
        }
        schema.forEach(DraftFormTest::requireStrict);
    }

    @ParameterizedTest
    @CsvSource({"400", "422", "500", "501"})
    void asksWithoutTheFormWhereAServerRefusesIt(int status) {
        for (Speech speech : Speech.values()) {
            try (FakeServer server =
                    new FakeServer(
                            FakeServer.status(status, "{}"),
                            speech == Speech.ANTHROPIC
                                    ? says(speech, GOOD)
                                    : FakeServer.status(status, "{}"),
                            says(speech, GOOD))) {
                Drafted drafted = draft(speech, server);
                assertThat(drafted.rubric().stages()).hasSize(2);
                assertThat(drafted.spent().structured()).isFalse();
                int last = server.received().size() - 1;
                assertThat(last).isEqualTo(speech == Speech.ANTHROPIC ? 1 : 2);
                JsonNode second = body(server, last);
                assertThat(second.has("response_format")).isFalse();
                assertThat(second.has("format")).isFalse();
                assertThat(second.has("output_config")).isFalse();
                assertThat(second.at("/generationConfig").has("responseSchema")).isFalse();
                assertThat(second.toString())
                        .contains("every_step", "The form of the answer, as a JSON Schema");
            }
        }
    }

    @Test
    void asksForAnyJsonWhereAServerKnowsNoForms() {
        try (FakeServer server =
                new FakeServer(FakeServer.status(400, "{}"), says(Speech.OPENAI, GOOD))) {
            Drafted drafted = draft(Speech.OPENAI, server);
            assertThat(drafted.spent().structured()).isFalse();
            assertThat(body(server, 1).at("/response_format/type").asText())
                    .isEqualTo("json_object");
            assertThat(body(server, 1).at("/response_format")).hasSize(1);
        }
    }
}
