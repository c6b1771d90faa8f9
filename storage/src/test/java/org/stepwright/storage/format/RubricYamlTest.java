package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.score.Aggregation;
import org.stepwright.work.WorkFailed;

class RubricYamlTest {
    private final RubricYaml yaml = new RubricYaml();

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
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

    @Provide
    Arbitrary<Rubric> rubrics() {
        return Combinators.combine(
                        ids(),
                        titles(),
                        Samples.texts(),
                        stages().list().ofMaxSize(3).uniqueElements(Stage::id),
                        criteria().list().ofMaxSize(3),
                        Arbitraries.of(Aggregation.class),
                        Samples.texts().list().ofMaxSize(3))
                .as(RubricYamlTest::unique);
    }

    /** Criterion ids are unique in the whole rubric; later ones that repeat are dropped. */
    private static Rubric unique(
            String id,
            String title,
            String description,
            List<Stage> stages,
            List<Criterion> everyStep,
            Aggregation aggregation,
            List<String> kinds) {
        Set<String> seen = new HashSet<>();
        List<Criterion> first = everyStep.stream().filter(c -> seen.add(c.id())).toList();
        List<Stage> kept = new ArrayList<>();
        for (Stage s : stages) {
            List<Criterion> own = s.criteria().stream().filter(c -> seen.add(c.id())).toList();
            kept.add(
                    new Stage(
                            s.id(),
                            s.title(),
                            s.description(),
                            s.required(),
                            s.repeatable(),
                            s.match(),
                            own));
        }
        return new Rubric(id, title, description, kept, first, aggregation, kinds);
    }

    private static Arbitrary<String> ids() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(8);
    }

    private static Arbitrary<String> titles() {
        return Samples.texts().filter(t -> !t.isBlank());
    }

    private static Arbitrary<Stage> stages() {
        return Combinators.combine(
                        ids(),
                        titles(),
                        Samples.texts(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Samples.texts().list().ofMaxSize(2),
                        criteria().list().ofMaxSize(2).uniqueElements(Criterion::id))
                .as(Stage::new);
    }

    private static Arbitrary<Criterion> criteria() {
        Arbitrary<VerifierSpec> verifiers =
                Combinators.combine(
                                titles(),
                                Arbitraries.maps(Samples.texts(), Samples.texts()).ofMaxSize(2))
                        .as(VerifierSpec::new);
        return Combinators.combine(
                        ids(),
                        titles(),
                        Samples.texts(),
                        scales(),
                        Samples.numbers().filter(n -> n >= 0),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Criterion.Judged.class),
                        verifiers.injectNull(0.5))
                .as(Criterion::new);
    }

    private static Arbitrary<Scale> scales() {
        Arbitrary<Scale> own =
                Combinators.combine(
                                Arbitraries.of(Scale.Kind.LIKERT, Scale.Kind.NUMERIC),
                                Arbitraries.of(-10.0, -0.0, 0.0, -1.0 / 3, -1e-9),
                                Arbitraries.of(1.0, 5.0, 10.5, 1e9, 1e17),
                                Samples.texts(),
                                Samples.texts())
                        .as(
                                (kind, low, high, name, anchor) -> {
                                    boolean whole = kind == Scale.Kind.LIKERT;
                                    double min = whole ? Math.floor(low) : low;
                                    double max = whole ? Math.ceil(high) : high;
                                    return new Scale(
                                            kind,
                                            min,
                                            max,
                                            List.of(
                                                    new Scale.Level(min, name, anchor, ""),
                                                    new Scale.Level(max, "", "", anchor)));
                                });
        return Arbitraries.oneOf(Arbitraries.of(Scale.binary(), Scale.ternary()), own);
    }
}
