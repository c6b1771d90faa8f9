package org.stepwright.assets.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepTargets;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.storage.format.LabelFiles;
import org.stepwright.storage.format.RowSink;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Trace;
import org.stepwright.tryout.CheckedStep;
import org.stepwright.tryout.StageUse;
import org.stepwright.tryout.StepChecks;
import org.stepwright.tryout.TryOut;
import org.stepwright.tryout.TryOutReport;
import org.stepwright.verify.VerifierCatalog;
import org.stepwright.work.Progress;

/** Each template is tried on its own traces: stages are found, verifiers see what they should. */
class TemplateSamplesTest {
    private static final String ASSETS = "/org/stepwright/assets/";
    private static final String CAUGHT_BY = "caught_by";

    @TempDir Path folder;

    static Stream<String> names() throws IOException {
        return StreamSupport.stream(
                        new YAMLMapper().readTree(text("templates/index.yaml")).spliterator(),
                        false)
                .flatMap(group -> group.findValuesAsText("name").stream());
    }

    /** Templates that bring traces of their own. */
    static Stream<String> sampled() throws IOException {
        return names().filter(n -> url("samples/templates/" + n + ".jsonl") != null);
    }

    @Test
    void everyTemplateBringsTraces() throws IOException {
        assertThat(sampled())
                .hasSizeGreaterThanOrEqualTo(12)
                .containsExactlyElementsOf(names().toList());
    }

    @ParameterizedTest
    @MethodSource("sampled")
    void halfOfTheTracesAreFlawlessAndTheOthersHaveOneKnownError(String name) throws IOException {
        Rubric rubric = rubric(name);
        List<LabelledTrace> rows = read(name);

        assertThat(rows).hasSizeGreaterThanOrEqualTo(8);
        assertThat(rows.stream().map(r -> r.trace().id())).doesNotHaveDuplicates();
        assertThat(flawless(rows)).hasSizeBetween(rows.size() / 3, rows.size() * 2 / 3);
        for (LabelledTrace row : rows) {
            String kind = row.trace().metadata().get(Trace.ERROR_KIND);
            int error = StepTargets.of(row).firstError().orElseThrow();
            assertThat(kind == null).as(row.trace().id()).isEqualTo(error == -1);
            if (kind != null) {
                assertThat(rubric.errorKinds()).as(row.trace().id()).contains(kind);
                assertThat(row.labels()).as(row.trace().id()).hasSize(error + 1);
            } else {
                assertThat(row.trace().outcome()).isEqualTo(Outcome.RIGHT);
                assertThat(row.labels()).hasSameSizeAs(row.trace().steps());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sampled")
    void flawlessTracesPassThroughEveryRequiredStage(String name) throws IOException {
        TryOutReport report = tryOut(name);

        assertThat(report.unusable()).isEmpty();
        assertThat(report.stages())
                .allSatisfy(s -> assertThat(s.traces()).as(s.stageId()).isPositive())
                .filteredOn(StageUse::required)
                .allSatisfy(s -> assertThat(s.tracesWithout()).as(s.stageId()).isZero());
    }

    @ParameterizedTest
    @MethodSource("sampled")
    void tryingItOutOnFlawlessTracesFindsNothing(String name) throws IOException {
        TryOutReport report = tryOut(name);

        assertThat(report.criteria())
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c.failed()).as(c.criterionId()).isZero());
        assertThat(report.rows()).allMatch(row -> row.failedChecks() == 0);
    }

    @ParameterizedTest
    @MethodSource("sampled")
    void verifiersAreSilentOnWhatIsRight(String name) throws IOException {
        Rubric rubric = rubric(name);
        for (LabelledTrace row : read(name)) {
            int error = StepTargets.of(row).firstError().orElseThrow();
            int right = error < 0 ? row.trace().steps().size() : error;
            for (int step = 0; step < right; step++) {
                assertThat(failed(rubric, row.trace(), step))
                        .as(row.trace().id() + ": " + row.trace().steps().get(step).text())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sampled")
    void verifiersSeeTheErrorsThatTheyAreThereFor(String name) throws IOException {
        Rubric rubric = rubric(name);
        List<String> automatic =
                rubric.criteria().stream()
                        .filter(c -> c.automatic().isPresent())
                        .map(Criterion::id)
                        .toList();
        int planted = 0;
        for (LabelledTrace row : read(name)) {
            String by = row.trace().metadata().get(CAUGHT_BY);
            if (by != null) {
                planted++;
                int error = StepTargets.of(row).firstError().orElseThrow();
                assertThat(automatic).as(row.trace().id()).contains(by);
                assertThat(failed(rubric, row.trace(), error)).as(row.trace().id()).contains(by);
            }
        }
        assertThat(planted).isGreaterThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("sampled")
    void everyVerifierIsPutToTheTestByAPlantedError(String name) throws IOException {
        Rubric rubric = rubric(name);
        Set<String> tested = new HashSet<>();
        read(name).forEach(row -> tested.add(row.trace().metadata().get(CAUGHT_BY)));
        long untested =
                rubric.criteria().stream()
                        .filter(c -> c.automatic().isPresent() && !tested.contains(c.id()))
                        .count();

        // The verifiers themselves have their own tests; a template shows most of its own at work.
        assertThat(untested).isLessThanOrEqualTo(2);
    }

    private TryOutReport tryOut(String name) throws IOException {
        List<Trace> traces = flawless(read(name)).stream().map(LabelledTrace::trace).toList();
        return TryOut.run(rubric(name), VerifierCatalog.standard(), traces, Progress.NONE);
    }

    /** Ids of the criteria that their verifiers find not met in a step. */
    private static List<String> failed(Rubric rubric, Trace trace, int step) {
        CheckedStep checked =
                new StepChecks(rubric, VerifierCatalog.standard()).of(trace).get(step);
        return checked.facts().stream()
                .filter(fact -> !fact.finding().holds())
                .map(fact -> fact.asked().map(Criterion::id).orElse("arithmetic nobody asked for"))
                .distinct()
                .toList();
    }

    private static List<LabelledTrace> flawless(List<LabelledTrace> rows) {
        return rows.stream()
                .filter(r -> !r.trace().metadata().containsKey(Trace.ERROR_KIND))
                .toList();
    }

    private List<LabelledTrace> read(String name) throws IOException {
        Path file = folder.resolve(name + ".jsonl");
        Files.writeString(file, text("samples/templates/" + name + ".jsonl"));
        List<LabelledTrace> rows = new ArrayList<>();
        LabelFiles.read(
                file,
                "generic",
                new RowSink() {
                    @Override
                    public void accept(long line, LabelledTrace row) {
                        rows.add(row);
                    }

                    @Override
                    public void reject(long line, String reason) {
                        throw new AssertionError(name + " " + line + ": " + reason);
                    }
                },
                Progress.NONE);
        return rows;
    }

    private static Rubric rubric(String name) throws IOException {
        return new RubricYaml().read(text("templates/" + name + ".yaml"));
    }

    private static java.net.URL url(String path) {
        return TemplateSamplesTest.class.getResource(ASSETS + path);
    }

    private static String text(String path) throws IOException {
        try (InputStream in = TemplateSamplesTest.class.getResourceAsStream(ASSETS + path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
