package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.stepwright.rubric.Rubric;
import org.stepwright.verify.VerifierCatalog;
import org.stepwright.verify.VerifierKind;
import org.stepwright.work.WorkFailed;

/** The shipped schema and the reader agree; the schema is read by another YAML parser here. */
class RubricSchemaTest {
    private static final String HEAD = "id: a\ntitle: t\n";
    private static final String CRITERION = HEAD + "every_step:\n  - id: c\n    title: t\n";
    private static final String STAGE = HEAD + "stages:\n  - id: s\n    title: t\n";

    private final RubricYaml yaml = new RubricYaml();
    private final JsonSchema schema =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(yaml.schema());

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenFitsTheSchema(@ForAll("rubrics") Rubric rubric) throws IOException {
        assertThat(problems(yaml.write(rubric))).isEmpty();
    }

    @Provide
    Arbitrary<Rubric> rubrics() {
        return RubricSamples.rubrics();
    }

    @Example
    void whatOneOfThemRefusesTheOtherRefusesToo() throws IOException {
        for (String wrong :
                List.of(
                        "title: t\n",
                        "id: a\n",
                        "- a\n",
                        "id: A b\ntitle: t\n",
                        "id: " + "a".repeat(81) + "\ntitle: t\n",
                        "id: a\ntitle: \"\"\n",
                        "id: a\ntitle: \" \\t\"\n",
                        HEAD + "colour: red\n",
                        HEAD + "aggregation: sum\n",
                        HEAD + "stages: five\n",
                        HEAD + "description: [a]\n",
                        HEAD + "error_kinds: {a: b}\n",
                        HEAD + "error_kinds: [[a]]\n",
                        STAGE + "    color: red\n",
                        STAGE + "    required: perhaps\n",
                        STAGE + "    match: word\n",
                        STAGE + "    criteria: [c]\n",
                        HEAD + "stages:\n  - title: t\n",
                        CRITERION + "    weight: -1\n",
                        CRITERION + "    weight: heavy\n",
                        CRITERION + "    gate: perhaps\n",
                        CRITERION + "    judged: taste\n",
                        CRITERION + "    verifier: arithmetic\n",
                        CRITERION + "    verifier: {options: {}}\n",
                        CRITERION + "    verifier: {name: \" \"}\n",
                        CRITERION + "    verifier: {name: regex, pattern: a}\n",
                        CRITERION + "    verifier: {name: regex, options: {pattern: [a]}}\n",
                        CRITERION + "    scale: five\n",
                        CRITERION + "    scale: {kind: likert, min: 1}\n",
                        CRITERION + "    scale: {kind: likert, min: 1, max: 2.5}\n",
                        CRITERION + "    scale: {kind: binary, min: 0, max: 2}\n",
                        CRITERION + "    scale: {kind: ternary, min: 0, max: 1}\n",
                        CRITERION + "    scale: {kind: stars, min: 1, max: 5}\n",
                        CRITERION
                                + "    scale: {kind: likert, min: 1, max: 3, levels: [{name:"
                                + " x}]}\n",
                        CRITERION
                                + "    scale: {kind: likert, min: 1, max: 3, levels: [{value:"
                                + " 1.5}]}\n",
                        CRITERION
                                + "    scale: {kind: likert, min: 1, max: 3, levels: [{value: 1,"
                                + " text: x}]}\n")) {
            assertThat(problems(wrong)).as("schema: " + wrong).isNotEmpty();
            assertThatThrownBy(() -> yaml.read(wrong))
                    .as("reader: " + wrong)
                    .isInstanceOf(WorkFailed.class);
        }
    }

    @Example
    void theFrameOfTheCasesAboveIsRight() throws IOException {
        for (String right :
                List.of(HEAD, CRITERION, STAGE, CRITERION + "    verifier: {name: x}\n")) {
            assertThat(problems(right)).as(right).isEmpty();
            assertThat(yaml.read(right).id()).isEqualTo("a");
        }
    }

    @Example
    void suggestsEveryKindOfVerifier() throws IOException {
        List<String> suggested = new ArrayList<>();
        json().at("/$defs/verifier/properties/name/anyOf/0/enum")
                .forEach(name -> suggested.add(name.asText()));

        assertThat(suggested)
                .containsAll(
                        VerifierCatalog.standard().kinds().stream()
                                .map(VerifierKind::name)
                                .toList());
    }

    @Example
    void editorsFindADescriptionForEveryKey() throws IOException {
        List<String> bare = new ArrayList<>();
        describe(json(), "", bare);
        for (String name : Set.of("stage", "criterion", "verifier", "level", "scale")) {
            describe(json().at("/$defs/" + name), name, bare);
        }
        describe(json().at("/$defs/scale/oneOf/1"), "scale", bare);

        assertThat(bare).isEmpty();
    }

    private void describe(JsonNode object, String where, List<String> bare) throws IOException {
        for (var entry : object.path("properties").properties()) {
            JsonNode value = entry.getValue();
            String reference = value.path("$ref").asText("");
            boolean said =
                    value.has("description")
                            || !reference.isEmpty()
                                    && json().at(reference.substring(1)).has("description");
            if (!said) {
                bare.add(where + "/" + entry.getKey());
            }
        }
    }

    private JsonNode json() throws IOException {
        return Json.MAPPER.readTree(yaml.schema());
    }

    private List<String> problems(String text) throws IOException {
        JsonNode node = new YAMLMapper().readTree(text);
        return schema.validate(node).stream().map(Object::toString).toList();
    }
}
