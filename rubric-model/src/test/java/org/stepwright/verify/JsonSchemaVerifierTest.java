package org.stepwright.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.work.WorkFailed;

class JsonSchemaVerifierTest {
    private static Verifier verifier(String name, Map<String, String> options) {
        return VerifierCatalog.standard().create(new VerifierSpec(name, options));
    }

    private static List<Finding> check(Verifier verifier, String reference, String text) {
        return verifier.check(new Prefix("p", reference, List.of(Step.of(text))));
    }

    private static final String SCHEMA =
            "{\"type\":\"object\",\"required\":[\"id\"],\"properties\":{\"id\":{\"type\":\"string\","
                + "\"pattern\":\"^[A-Z]\\\\d+$\"}}}";

    @Test
    void argumentsOfCallsAndJsonInTextAreChecked() {
        Verifier verifier = verifier("json-schema", Map.of("schema", SCHEMA));
        assertThat(checkCall(verifier, "find({\"id\":\"A1\"})"))
                .allMatch(Finding::holds)
                .hasSize(1);
        assertThat(checkCall(verifier, "find({\"id\":\"1\"})"))
                .noneMatch(Finding::holds)
                .hasSize(1);
        assertThat(checkCall(verifier, "find({})")).noneMatch(Finding::holds).hasSize(1);
        assertThat(checkCall(verifier, "find({oops)"))
                .extracting(Finding::message)
                .containsExactly("This is not valid JSON.");
        assertThat(check(verifier, null, "Here:\n```json\n{\"id\":\"B2\"}\n```"))
                .allMatch(Finding::holds)
                .hasSize(1);
        assertThat(check(verifier, null, "{\"id\":7}")).noneMatch(Finding::holds).hasSize(1);
        assertThat(check(verifier, null, "No JSON here.")).isEmpty();
        Verifier other = verifier("json-schema", Map.of("schema", SCHEMA, "tool", "cancel"));
        assertThat(checkCall(other, "find({})")).isEmpty();
        assertThat(checkCall(other, "cancel({})")).hasSize(1);
    }

    @Test
    void findingsDoNotFollowTheMachinesLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(check(verifier("json-schema", Map.of("schema", SCHEMA)), null, "{}"))
                    .extracting(Finding::message)
                    .allMatch(message -> message.contains("required property 'id' not found"));
        } finally {
            Locale.setDefault(before);
        }
    }

    /**
     * Each level is twice the next: a few lines of text that write out a thousand million times.
     */
    @Test
    void schemasThatWriteOutWithoutEndAreRefusedOrLeftUndecided() {
        StringBuilder levels = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            String next = "{\"$ref\":\"#/$defs/d" + (i + 1) + "\"}";
            levels.append("\"d" + i + "\":{\"allOf\":[" + next + "," + next + "]},");
        }
        String fan = "{\"$defs\":{" + levels + "\"d30\":{}},\"$ref\":\"#/$defs/d0\"}";
        assertThatThrownBy(() -> verifier("json-schema", Map.of("schema", fan)))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("too large");
        StringBuilder chain = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            chain.append("\"" + i + "\":{\"$ref\":\"#/$defs/" + (i + 1) + "\"},");
        }
        String long2000 = "{\"$defs\":{" + chain + "\"2000\":{}},\"$ref\":\"#/$defs/0\"}";
        assertThatCode(
                        () ->
                                VerifierCatalog.standard()
                                        .problem(
                                                new VerifierSpec(
                                                        "json-schema", Map.of("schema", long2000))))
                .doesNotThrowAnyException();
        String ring = "{\"$ref\":\"#/$defs/b\"},\"b\":{\"$ref\":\"#/$defs/a\"}";
        Verifier endless =
                verifier(
                        "json-schema",
                        Map.of(
                                "schema",
                                "{\"items\":{\"$ref\":\"#/$defs/a\"},\"$defs\":{\"a\":"
                                        + ring
                                        + "}}"));
        assertThat(check(endless, null, "[1]")).isEmpty();
        Verifier deep =
                verifier(
                        "json-schema",
                        Map.of(
                                "schema",
                                "{\"items\":{\"allOf\":[{\"$ref\":\"#\"},{\"$ref\":\"#\"}]}}"));
        assertThat(check(deep, null, "[[[1]]]")).allMatch(Finding::holds).hasSize(1);
        assertThat(check(deep, null, "[".repeat(90) + "]".repeat(90))).isEmpty();
    }

    @Test
    void schemasMayReferToTheirOwnParts() {
        String tree =
                "{\"$id\":\"https://example.org/s/tree\",\"$ref\":\"#/$defs/node\",\"$defs\":{"
                    + "\"node\":{\"type\":\"object\",\"properties\":{"
                    + "\"left\":{\"$ref\":\"tree#/$defs/node\"},"
                    + "\"right\":{\"$ref\":\"https://example.org/s/tree#/$defs/node\"},"
                    + "\"value\":{\"$ref\":\"#value\"},\"path\":{\"$ref\":\"#/$defs/a~1b%25\"}}},"
                    + "\"v\":{\"$anchor\":\"value\",\"type\":\"integer\"},"
                    + "\"a/b%\":{\"type\":\"string\"}}}";
        Verifier verifier = verifier("json-schema", Map.of("schema", tree));
        String node = "{\"left\":{\"right\":{\"value\":%s}},\"path\":\"p\"}";
        assertThat(check(verifier, null, node.formatted("1"))).allMatch(Finding::holds).hasSize(1);
        assertThat(check(verifier, null, node.formatted("\"x\"")))
                .noneMatch(Finding::holds)
                .hasSize(1);
    }

    private static List<Finding> checkCall(Verifier verifier, String call) {
        Step step = new Step(call, StepKind.TOOL_CALL, "", List.of());
        return verifier.check(new Prefix("p", null, List.of(step)));
    }

    @Test
    void nothingRemoteIsLoadedAndHostileSchemasAreRefused() {
        for (String schema :
                List.of(
                        "{\"$ref\":\"http://127.0.0.1:9/schema.json\"}",
                        "{\"$ref\":\"file:///etc/passwd\"}",
                        "{\"$ref\":\"#\"}",
                        "{\"pattern\":\"((a{100}){100}){100}\"}",
                        "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
                        "[]",
                        "")) {
            assertThatThrownBy(() -> verifier("json-schema", Map.of("schema", schema)))
                    .as(schema.substring(0, Math.min(40, schema.length())))
                    .isInstanceOf(WorkFailed.class);
        }
        Verifier verifier =
                verifier("json-schema", Map.of("schema", "{\"items\":{\"$ref\":\"#\"}}"));
        assertThat(check(verifier, null, "[".repeat(40_000) + "]".repeat(40_000))).hasSize(1);
        assertThat(check(verifier, null, "[" + "1,".repeat(500_000) + "1]")).isEmpty();
    }
}
