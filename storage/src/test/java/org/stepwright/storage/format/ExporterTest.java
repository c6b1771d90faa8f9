package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.rubric.Rubric;
import org.stepwright.score.Aggregation;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.export.ExportOptions;
import org.stepwright.storage.export.ExportReport;
import org.stepwright.storage.export.Exporter;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.SplitRatios;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ExporterTest {
    private static final String[] TOPICS = {
        "apples in a basket",
        "trains between two cities",
        "water in a leaking tank",
        "the ages of three sisters",
        "tickets for a school play",
        "paint for a garden fence",
        "coins in a jar",
        "pages of a long book",
        "eggs from a small farm",
        "rows of folding chairs"
    };

    @TempDir Path dir;
    private Workspace workspace;

    @BeforeEach
    void fill() {
        workspace = Workspace.create(dir.resolve("w.stepwright"));
        List<LabelledTrace> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(
                    row(
                            "t" + i,
                            "A question about " + TOPICS[i % 10] + "; how many are there?",
                            i));
        }
        workspace.traces().add(rows);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static LabelledTrace row(String id, String problem, int i) {
        Trace trace =
                Samples.plain(
                        id,
                        problem,
                        List.of("first", "second", "third"),
                        i % 2 == 0 ? "even" : "odd",
                        "m",
                        Outcome.RIGHT);
        List<StepLabel> labels = new ArrayList<>();
        for (String annotator : i % 4 == 0 ? List.of("ann", "ben") : List.of("ann")) {
            Verdicts maker = new Verdicts(id, annotator, Instant.EPOCH, LabelSource.HUMAN);
            labels.add(maker.of(0, Verdict.CORRECT));
            labels.add(maker.of(1, i % 5 == 0 ? Verdict.NEUTRAL : Verdict.CORRECT));
            labels.add(maker.of(2, i % 3 == 0 ? Verdict.WRONG : Verdict.CORRECT));
        }
        return new LabelledTrace(trace, labels);
    }

    @Test
    void answersToARewrittenProblemStayWithThoseToTheOriginal() throws IOException {
        List<LabelledTrace> rewritten = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            LabelledTrace row = row("r" + i, "Other words, number " + i, i);
            Trace trace = row.trace();
            String original = "A question about " + TOPICS[i] + "; how many are there?";
            Map<String, String> metadata = new TreeMap<>(trace.metadata());
            metadata.put(Trace.ORIGINAL_PROBLEM, original);
            rewritten.add(
                    new LabelledTrace(
                            new Trace(
                                    trace.id(),
                                    trace.problem(),
                                    trace.steps(),
                                    trace.outcome(),
                                    trace.reference(),
                                    metadata),
                            row.labels()));
        }
        workspace.traces().add(rewritten);
        export(options("generic", dir.resolve("out"), NeutralPolicy.CORRECT));
        for (String file : bytes(dir.resolve("out")).values()) {
            for (int i = 0; i < 10; i++) {
                assertThat(file.contains("\"id\":\"r" + i + "\""))
                        .isEqualTo(file.contains("\"id\":\"t" + i + "\""));
            }
        }
    }

    private ExportOptions options(String format, Path out, NeutralPolicy neutral) {
        return ExportOptions.of(format, out)
                .withSplit(SplitRatios.parse("60/20/20"))
                .withSeed(7)
                .withNeutral(neutral);
    }

    private ExportReport export(ExportOptions options) {
        return new Exporter(workspace).run(options, Progress.NONE);
    }

    private static Map<String, String> bytes(Path folder) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return bytes;
    }

    @Test
    void aProblemIsInOnePartOnlyAndEveryTraceIsWritten() throws IOException {
        Path out = dir.resolve("out");
        ExportReport report = export(options("generic", out, NeutralPolicy.WRONG));
        assertThat(report.traces()).isEqualTo(40);
        assertThat(report.steps()).isEqualTo(120);
        assertThat(report.labels()).isEqualTo(150);
        assertThat(report.splits().values().stream().mapToLong(n -> n).sum()).isEqualTo(40);
        assertThat(report.splits().keySet()).containsExactly("train", "validation", "test");
        Map<String, String> partOf = new HashMap<>();
        for (String part : report.splits().keySet()) {
            Path file = out.resolve(part + ".jsonl");
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode row = Json.MAPPER.readTree(line);
                    assertThat(row.get("split").asText()).isEqualTo(part);
                    assertThat(row.get("label_source").asText()).isEqualTo("human");
                    String before = partOf.put(row.get("problem").asText(), part);
                    assertThat(before).isIn(null, part);
                }
            }
        }
        assertThat(partOf).hasSize(10);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndLeavesNothingElseBehind() throws IOException {
        for (String format : LabelFiles.writableFormats()) {
            export(options(format, dir.resolve("a-" + format), NeutralPolicy.WRONG));
            export(options(format, dir.resolve("b-" + format), NeutralPolicy.WRONG));
            assertThat(bytes(dir.resolve("a-" + format)))
                    .isEqualTo(bytes(dir.resolve("b-" + format)));
        }
        try (Stream<Path> files = Files.list(dir)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .noneMatch(n -> n.startsWith("."));
        }
    }

    @Test
    void everyWrittenFormatIsReadAgain() {
        for (String format : LabelFiles.writableFormats()) {
            Path out = dir.resolve("again-" + format);
            ExportReport report = export(options(format, out, NeutralPolicy.WRONG));
            long rows = 0;
            for (Path file : report.files()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".jsonl") || name.endsWith(".json") || name.endsWith(".csv")) {
                    ReadReport read = LabelFiles.read(file, "auto", new Reading(), Progress.NONE);
                    assertThat(read.format()).isEqualTo(format);
                    assertThat(read.rejects()).isEmpty();
                    rows += read.rows();
                }
            }
            assertThat(rows).isEqualTo(format.equals("prm800k") ? 50 : report.traces());
        }
    }

    @Test
    void neutralFollowsThePolicy() throws IOException {
        for (NeutralPolicy policy : NeutralPolicy.values()) {
            Path out = dir.resolve("trl-" + Names.of(policy));
            export(
                    ExportOptions.of("trl", out)
                            .withSplit(new SplitRatios(1, 0, 0))
                            .withSeed(1)
                            .withWhere(TraceFilter.parse("id:t5"))
                            .withNeutral(policy));
            JsonNode labels =
                    Json.MAPPER
                            .readTree(Files.readString(out.resolve("train.jsonl")))
                            .get("labels");
            String expected =
                    switch (policy) {
                        case WRONG -> "[true,false,true]";
                        case CORRECT -> "[true,true,true]";
                        case DROP -> "[true]";
                    };
            assertThat(labels.toString()).isEqualTo(expected);
            assertThat(Files.readString(out.resolve("README.md"))).contains("- Neutral: ");
        }
    }

    @Test
    void theFilterIsObeyed() {
        TraceFilter even = TraceFilter.parse("source:even annotator:ben");
        ExportReport report =
                export(
                        ExportOptions.of("generic", dir.resolve("even"))
                                .withSeed(1)
                                .withWhere(even));
        assertThat(report.labels()).isEqualTo(30);
        assertThatThrownBy(
                        () ->
                                export(
                                        ExportOptions.of("generic", dir.resolve("none"))
                                                .withSeed(1)
                                                .withWhere(TraceFilter.parse("source:nowhere"))))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("No trace matches the filter");
    }

    @Test
    void theCardTellsHubsAndPeople() throws IOException {
        workspace
                .rubrics()
                .saveDraft(
                        new Rubric(
                                "sums",
                                "Sums",
                                "",
                                List.of(),
                                List.of(),
                                Aggregation.MIN,
                                List.of()));
        workspace.rubrics().publish("sums", "");
        Path out = dir.resolve("card");
        ExportReport report =
                export(
                        ExportOptions.of("processbench", out)
                                .withRubric("sums")
                                .withSplit(SplitRatios.parse("60/20/20"))
                                .withSeed(7)
                                .withNeutral(NeutralPolicy.CORRECT));
        String card = Files.readString(out.resolve("README.md"));
        assertThat(card).startsWith("---\n");
        String front = card.substring(4, card.indexOf("\n---\n"));
        Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(front);
        assertThat(yaml)
                .containsKeys("license", "configs", "size_categories", "task_categories", "tags");
        assertThat(yaml.get("size_categories")).isEqualTo(List.of("n<1K"));
        assertThat(card)
                .contains("Krippendorff's alpha", "sums@1", "seed 7", "human 150", "| all | 40 |");
        assertThat(report.warnings()).contains("150 of the labels were not made under sums@1.");
        assertThat(new RubricYaml().read(Files.readString(out.resolve("rubric.yaml"))).title())
                .isEqualTo("Sums");
        JsonNode first = Json.MAPPER.readTree(Files.readString(out.resolve("train.json"))).get(0);
        assertThat(first.has("rubric_version")).as("the labels were made without one").isFalse();
    }

    @Test
    void anExportIsWrittenOverItsOwnEarlierWorkOnly() throws IOException {
        Path out = dir.resolve("out");
        ExportOptions options = options("generic", out, NeutralPolicy.WRONG);
        export(options);
        export(options("trl", out, NeutralPolicy.WRONG));
        Files.writeString(out.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> export(options))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("notes.txt");
        Files.delete(out.resolve("notes.txt"));
        Files.writeString(out.resolve("README.md"), "edited");
        assertThatThrownBy(() -> export(options))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("README.md");
        assertThat(Files.readString(out.resolve("README.md"))).isEqualTo("edited");
        Path empty = Files.createDirectory(dir.resolve("empty"));
        assertThat(export(options("generic", empty, NeutralPolicy.WRONG)).traces()).isEqualTo(40);
    }

    @Test
    void whatCannotBeExportedIsSaidInASentence() {
        assertThatThrownBy(() -> export(options("mr-ben", dir.resolve("x"), NeutralPolicy.WRONG)))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("can only be read; choose one of ");
        ExportOptions noRubric =
                ExportOptions.of("trl", dir.resolve("x")).withRubric("no@1").withSeed(1);
        assertThatThrownBy(() -> export(noRubric))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("no@1");
        assertThat(dir.resolve("x")).doesNotExist();
    }

    @Test
    void longRowsAndUnlabelledTracesAreWarnedOf() {
        Trace longTrace =
                Samples.plain("long", "q", List.of("x".repeat(5_000)), "s", null, Outcome.UNKNOWN);
        StepLabel label = Verdicts.imported("long", "trl").of(0, Verdict.CORRECT);
        Trace bare = Samples.plain("bare", "q", List.of("x"), "s", null, Outcome.UNKNOWN);
        workspace
                .traces()
                .add(
                        List.of(
                                new LabelledTrace(longTrace, List.of(label)),
                                new LabelledTrace(bare, List.of())));
        ExportReport report = export(options("trl", dir.resolve("warn"), NeutralPolicy.WRONG));
        assertThat(report.warnings())
                .anyMatch(w -> w.startsWith("Each of 1 trace is estimated"))
                .anyMatch(w -> w.startsWith("1 trace left out: the first step has no label"));
    }
}
