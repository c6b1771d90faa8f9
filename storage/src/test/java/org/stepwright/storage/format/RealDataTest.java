package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/** The counts of the public data sets, where they are there. */
class RealDataTest {
    static Path data(String path) {
        Path file = Path.of(System.getProperty("stepwright.shared", "../shared"), "data", path);
        String reason = "skipped, because " + file + " is not there";
        if (!Files.exists(file)) {
            System.out.println(reason);
        }
        Assumptions.assumeTrue(Files.exists(file), reason);
        return file;
    }

    static ReadReport read(Path file, List<LabelledTrace> rows) {
        Reading reading = new Reading();
        ReadReport report = LabelFiles.read(file, LabelFiles.AUTO, reading, Progress.NONE);
        rows.addAll(reading.rows);
        return report;
    }

    @Test
    void processbench() {
        List<LabelledTrace> rows = new ArrayList<>();
        ReadReport report = read(data("processbench/gsm8k.json"), rows);
        assertThat(report.format()).isEqualTo("processbench");
        assertThat(report.rejects()).isEmpty();
        assertThat(rows).hasSize(400);
        assertThat(StepTargets.of(rows.get(0)).firstError()).hasValue(1);
        assertThat(rows.get(0).trace().outcome()).isEqualTo(Outcome.WRONG);
        long allCorrect =
                rows.stream().filter(r -> StepTargets.of(r).firstError().getAsInt() == -1).count();
        assertThat(allCorrect).isEqualTo(193);
    }

    @Test
    void prmbench() throws IOException {
        List<LabelledTrace> rows = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        try (Stream<Path> files = Files.list(data("prmbench"))) {
            // The subset repeats rows of the other files.
            for (Path file :
                    files.filter(f -> f.getFileName().toString().startsWith("prm"))
                            .sorted()
                            .toList()) {
                ReadReport report = read(file, rows);
                assertThat(report.format()).isEqualTo("prmbench");
                rejects.addAll(report.rejects());
            }
        }
        assertThat(rows.size() + rejects.size()).isEqualTo(6216);
        assertThat(rejects).hasSize(100);
        assertThat(rejects).allMatch(r -> r.reason().contains("points past the last step"));
        Set<String> ids = new HashSet<>();
        rows.forEach(r -> ids.add(r.trace().id()));
        assertThat(ids).hasSize(6116);
        assertThat(rows).allMatch(r -> r.labels().size() == r.trace().steps().size());
        assertThat(rows).allMatch(r -> r.trace().metadata().containsKey(Trace.ERROR_KIND));
        assertThat(rows.stream().filter(r -> StepTargets.of(r).firstError().getAsInt() == -1))
                .hasSize(165);
    }

    @Test
    void mrben() {
        List<LabelledTrace> math = new ArrayList<>();
        assertThat(read(data("mr-ben/math.json"), math).rejects()).isEmpty();
        assertThat(math).hasSize(918);
        assertThat(math.stream().filter(r -> StepTargets.of(r).firstError().getAsInt() == -1))
                .hasSize(149);
        List<LabelledTrace> physics = new ArrayList<>();
        assertThat(read(data("mr-ben/physics.json"), physics).rejects()).isEmpty();
        assertThat(physics).hasSize(667);
        List<LabelledTrace> coding = new ArrayList<>();
        ReadReport report = read(data("mr-ben/coding.json"), coding);
        assertThat(report.format()).isEqualTo("mr-ben");
        assertThat(coding.size() + report.rejects().size()).isEqualTo(238);
        assertThat(report.rejects()).hasSize(18);
        assertThat(report.rejects())
                .allMatch(
                        r ->
                                r.reason().contains("first error step")
                                        || r.reason().contains("First_Error_Step"));
        assertThat(coding).allMatch(r -> StepTargets.of(r).firstError().isPresent());
    }

    @Test
    void taubench() {
        List<LabelledTrace> rows = new ArrayList<>();
        ReadReport report = read(data("tau-bench/gpt-4o-airline.json"), rows);
        assertThat(report.format()).isEqualTo("chat");
        assertThat(report.rejects()).isEmpty();
        assertThat(rows).hasSize(200);
        assertThat(rows.stream().filter(r -> r.trace().outcome() == Outcome.RIGHT)).hasSize(84);
        assertThat(rows.get(0).trace().id()).startsWith("0-0-");
        assertThat(rows).allMatch(r -> r.labels().isEmpty() && !r.trace().steps().isEmpty());
    }

    @Test
    void mathShepherd() {
        List<LabelledTrace> rows = new ArrayList<>();
        ReadReport report = read(data("format-samples/openr.samples_math-shepherd.jsonl"), rows);
        assertThat(report.format()).isEqualTo("math-shepherd");
        assertThat(report.rejects()).isEmpty();
        assertThat(rows).hasSize(7);
        LabelledTrace first = rows.get(0);
        assertThat(first.trace().problem()).endsWith("clarinet lessons in a year?");
        assertThat(first.trace().steps()).hasSize(5);
        assertThat(first.trace().steps().get(4).text()).endsWith("The answer is: 13520");
        assertThat(first.labels().get(4).verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void prm800kReadsEveryLayout() {
        for (String[] file :
                new String[][] {
                    {"openr.samples_prm800k.jsonl", "6"},
                    {"prm800k.prm800k-phase1-test-example.json", "1"},
                    {"prm800k.prm800k-phase1-train-example.json", "3"},
                    {"prm800k.prm800k-phase2-train-example.json", "1"}
                }) {
            List<LabelledTrace> rows = new ArrayList<>();
            ReadReport report = read(data("format-samples/" + file[0]), rows);
            assertThat(report.format()).isEqualTo("prm800k");
            assertThat(report.rejects()).isEmpty();
            assertThat(rows).as(file[0]).hasSize(Integer.parseInt(file[1]));
        }
    }

    @Test
    void prm800kGivesBackEveryFieldOfTheSamples() throws IOException {
        for (String name :
                List.of(
                        "openr.samples_prm800k.jsonl",
                        "prm800k.prm800k-phase1-test-example.json",
                        "prm800k.prm800k-phase1-train-example.json",
                        "prm800k.prm800k-phase2-train-example.json")) {
            Path file = data("format-samples/" + name);
            List<LabelledTrace> rows = new ArrayList<>();
            read(file, rows);
            List<JsonNode> written = trees(write("prm800k", rows));
            written.forEach(node -> ((ObjectNode) node).remove("stepwright"));
            assertThat(written).isEqualTo(trees(Files.readString(file)));
            // Not only the same values: the same bytes, in the same order.
            assertThat(written.toString()).isEqualTo(trees(Files.readString(file)).toString());
        }
    }

    static String write(String format, List<LabelledTrace> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LabelWriter.Rows writer = LabelFiles.format(format).writer().orElseThrow().open(out)) {
            for (LabelledTrace row : rows) {
                writer.write(row, new LabelWriter.RowFacts("", NeutralPolicy.WRONG));
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<JsonNode> trees(String json) throws IOException {
        try (MappingIterator<JsonNode> values =
                Json.MAPPER
                        .readerFor(JsonNode.class)
                        .without(
                                com.fasterxml.jackson.databind.DeserializationFeature
                                        .FAIL_ON_TRAILING_TOKENS)
                        .readValues(json)) {
            return values.readAll();
        }
    }

    @Test
    void rowsNeverShareAnIdAcrossTheCategoriesOfPrmbench() {
        List<LabelledTrace> rows = new ArrayList<>();
        read(data("prmbench/prm800k_test_p1_4o_circular.jsonl"), rows);
        assertThat(rows.get(0).trace().id()).isEqualTo("prm_test_p1_0-circular");
        assertThat(rows.get(0).trace().metadata()).containsEntry(Trace.ERROR_KIND, "circular");
    }
}
