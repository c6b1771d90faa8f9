package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.score.Aggregation;
import org.stepwright.work.WorkFailed;

class RubricYamlTest {
    private final RubricYaml yaml = new RubricYaml();

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void writingAndReadingGivesTheSameRubric(@ForAll("rubrics") Rubric rubric) {
        assertThat(yaml.read(yaml.write(rubric))).isEqualTo(rubric);
    }

    /** The parser takes minutes for as many brackets as the size allows. */
    @Example
    void bracketsWithoutEndAreRefusedBeforeTheyAreAllParsed() {
        for (String deep : List.of("[".repeat(1 << 20), "- ".repeat(1 << 19))) {
            assertThatThrownBy(() -> yaml.read(deep))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("nested deeper than 20");
        }
    }

    @Example
    void readsASmallRubricWithDefaults() {
        Rubric rubric =
                yaml.read(
                        """
                        id: refunds
                        title: Refund requests
                        every_step:
                          - id: true-facts
                            title: Says only true things
                            scale: binary
                            gate: true
                            verifier: {name: arithmetic, options: {tolerance: 0.01}}
                        stages:
                          - id: look-up
                            title: Look up the order
                            match: [get_order]
                        """);
        assertThat(rubric.aggregation()).isEqualTo(Aggregation.MIN);
        Criterion criterion = rubric.everyStep().get(0);
        assertThat(criterion.weight()).isEqualTo(1);
        assertThat(criterion.verifier().options()).containsEntry("tolerance", "0.01");
        assertThat(rubric.stages().get(0).required()).isTrue();
    }

    private void refused(String text, String sentence) {
        assertThatThrownBy(() -> yaml.read(text))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining(sentence);
    }

    @Example
    void saysWhatIsWrongAndInWhichLine() {
        refused("", "The rubric is empty.");
        refused("id: a\n", "Line 1: this rubric has no \"title\".");
        refused(
                "id: a\ntitle: t\ncolour: red\n",
                "Line 3: \"colour\" is not known in a rubric; it can have aggregation,");
        refused("id: a\ntitle: t\nid: b\n", "Line 3: \"id\" occurs twice in this rubric.");
        refused(
                "id: a\ntitle: t\naggregation: sum\n",
                "Line 3: \"aggregation\" is one of last, min, product, mean, weighted, not"
                        + " \"sum\".");
        refused("id: A b\ntitle: t\n", "Line 1: The id of a rubric is lower-case letters");
        refused(
                "id: a\ntitle: t\nevery_step:\n  - id: x\n    title: t\n    weight: heavy\n",
                "Line 6: \"weight\" is a number, not \"heavy\".");
        refused(
                "id: a\ntitle: t\nevery_step:\n  - id: x\n    title: t\n    gate: yes\n",
                "Line 6: \"gate\" is true or false, not \"yes\".");
        refused("id: a\ntitle: t\nstages: five\n", "Line 3: \"stages\" is a list");
        refused("- a\n", "Line 1: a rubric is a map of keys and values, not a list.");
        refused("id: [a\ntitle: t\n", "this is not valid YAML");
        refused("id: a\n---\nid: b\n", "Line 2");
        refused("id: a\ntitle: \u0001\n", "The rubric is not valid YAML");
    }

    @Example
    void refusesWhatCouldDoHarm() {
        refused(
                "id: a\ntitle: t\ndescription: !!java.net.URL [\"http://localhost\"]\n",
                "Line 3: tags (!) are not allowed.");
        refused(
                "id: a\ntitle: &x t\ndescription: *x\n",
                "Line 2: anchors and aliases (& and *) are not allowed.");
        refused("a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", "Line 1: anchors and aliases");
        refused("id: a\ntitle: t\nstages: " + "[".repeat(10_000), "nested deeper than 20");
        refused("id: a\ntitle: " + "x".repeat(1 << 20), "longer than 1 MiB");
        refused(
                "id: a\ntitle: t\nevery_step:\n  - id: x\n    title: t\n    weight: .inf\n",
                "Line 6: \"weight\" is a number");
    }

    @Example
    void theSchemaKnowsTheSameKeysAsTheReader() throws IOException {
        JsonNode schema = Json.MAPPER.readTree(yaml.schema());
        Set<String> keys = new TreeSet<>();
        schema.get("properties").fieldNames().forEachRemaining(keys::add);
        assertThat(keys)
                .containsExactly(
                        "aggregation",
                        "description",
                        "error_kinds",
                        "every_step",
                        "id",
                        "stages",
                        "title");
        assertThat(schema.at("/$defs/criterion/properties").size()).isEqualTo(8);
        assertThat(schema.at("/$defs/stage/properties").size()).isEqualTo(7);
    }

    @Example
    void numbersAreWrittenForReadersOfEveryYaml() {
        Rubric rubric =
                yaml.read(
                        "id: a\n"
                                + "title: \"1e3\"\n"
                                + "every_step:\n"
                                + "  - id: b\n"
                                + "    title: t\n"
                                + "    weight: 1e22\n");

        assertThat(yaml.write(rubric)).contains("title: \"1e3\"").contains("weight: 1.0E+22");
        assertThat(yaml.read(yaml.write(rubric))).isEqualTo(rubric);
    }

    @Example
    void everyCharacterComesBackAsItIs() {
        for (int from = 0; from <= Character.MAX_CODE_POINT; from += 1024) {
            StringBuilder inside = new StringBuilder();
            List<String> alone = new ArrayList<>();
            for (int c = from; c < from + 1024; c++) {
                if (c < 0xD800 || c > 0xDFFF) {
                    inside.appendCodePoint(c);
                    if (c > 0xFFFF) {
                        continue;
                    }
                    alone.add(Character.toString(c));
                    alone.add(Character.toString(c) + "\n" + Character.toString(c));
                }
            }
            alone.add(inside.toString());
            assertThat(roundTrip(alone)).isEqualTo(alone);
        }
    }

    @Example
    void halfACharacterSpoilsNoOther() {
        assertThat(roundTrip(List.of("\uD83Da", "a\uDE00b", "\uD83D\uD83D\uDE00")))
                .containsExactly("\uFFFDa", "a\uFFFDb", "\uFFFD\uD83D\uDE00");
        refused("id: a\ntitle: \"\\ud83d\"\n", "Line 2: \"title\" holds half of a character");
    }

    private List<String> roundTrip(List<String> texts) {
        Rubric rubric = new Rubric("a", "t", "", List.of(), List.of(), Aggregation.MIN, texts);
        return yaml.read(yaml.write(rubric)).errorKinds();
    }

    @Provide
    Arbitrary<Rubric> rubrics() {
        return RubricSamples.rubrics();
    }
}
