package org.stepwright.assets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricLint;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.StageMatcher;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.verify.VerifierCatalog;

class TemplatesTest {
    static Stream<String> names() throws IOException {
        return StreamSupport.stream(
                        new YAMLMapper().readTree(text("index.yaml")).spliterator(), false)
                .flatMap(group -> group.findValuesAsText("name").stream())
                .map(name -> name + ".yaml");
    }

    @ParameterizedTest
    @MethodSource("names")
    void reviewersFindNothing(String name) throws IOException {
        assertThat(RubricLint.check(rubric(name), VerifierCatalog.standard()::problem)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theFileIsNamedAfterItsRubric(String name) throws IOException {
        assertThat(name).isEqualTo(rubric(name).id() + ".yaml");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyLevelIsDescribedWithAnExample(String name) throws IOException {
        Rubric rubric = rubric(name);

        assertThat(rubric.stages()).hasSizeGreaterThanOrEqualTo(4);
        for (Criterion criterion : rubric.criteria()) {
            Scale scale = criterion.scale();
            assertThat(criterion.guidance()).as(criterion.id()).isNotBlank();
            assertThat(scale.levels())
                    .as(criterion.id() + ": one for each value of the scale")
                    .hasSize((int) (scale.max() - scale.min()) + 1)
                    .allMatch(l -> !l.anchor().isBlank() && !l.example().isBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theFileFitsTheShippedSchema(String name) throws IOException {
        var schema =
                JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(new RubricYaml().schema());

        assertThat(schema.validate(new YAMLMapper().readTree(text(name)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void writtenAnewItIsTheSameRubric(String name) throws IOException {
        RubricYaml yaml = new RubricYaml();

        assertThat(yaml.read(yaml.write(rubric(name)))).isEqualTo(rubric(name));
    }

    @Test
    void thereAreAtLeastTwelve() throws IOException {
        assertThat(names()).hasSizeGreaterThanOrEqualTo(12).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("names")
    void commentsSayWhyItIsBuiltLikeThis(String name) throws IOException {
        List<String> lines = text(name).lines().toList();
        int aggregation = lines.indexOf("aggregation: " + aggregation(name));

        assertThat(lines.get(0)).startsWith("# ");
        assertThat(lines.get(aggregation - 1)).startsWith("# ");
    }

    private static String aggregation(String name) throws IOException {
        return rubric(name).aggregation().name().toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @MethodSource("names")
    void factsOutweighStyleManyTimes(String name) throws IOException {
        Rubric rubric = rubric(name);

        double style = weight(rubric, Criterion.Judged.STYLE);

        assertThat(style * 10).isLessThan(weight(rubric, Criterion.Judged.VERIFIABLE));
    }

    @Test
    void toolCallsFindTheirStage() throws IOException {
        StageMatcher matcher = new StageMatcher(rubric("customer-service-agent.yaml"));
        Step call =
                new Step(
                        "cancel_reservation({\"reservation_id\":\"K1NW8N\"})",
                        StepKind.TOOL_CALL,
                        "",
                        List.of());

        assertThat(matcher.stageOf(List.of(call)).orElseThrow().id()).isEqualTo("act");
    }

    @Test
    void stepsOfARefundFindTheirStages() throws IOException {
        StageMatcher matcher = new StageMatcher(rubric("refund-decision.yaml"));

        assertThat(matcher.stageOf(steps("The request is about 3 desk lamps.")).orElseThrow().id())
                .isEqualTo("understand-request");
        assertThat(
                        matcher.stageOf(
                                        steps(
                                                "The request is about 3 desk lamps.",
                                                "Decision: approve it."))
                                .orElseThrow()
                                .id())
                .isEqualTo("decide");
    }

    private static List<Step> steps(String... texts) {
        return Stream.of(texts).map(Step::of).toList();
    }

    private static double weight(Rubric rubric, Criterion.Judged judged) {
        return rubric.criteria().stream()
                .filter(c -> c.judged() == judged)
                .mapToDouble(Criterion::weight)
                .sum();
    }

    private static Rubric rubric(String name) throws IOException {
        return new RubricYaml().read(text(name));
    }

    private static String text(String name) throws IOException {
        try (InputStream in =
                TemplatesTest.class.getResourceAsStream(
                        "/org/stepwright/assets/templates/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
