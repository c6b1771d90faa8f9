package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
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

/** What an export says of itself, and what its parts are made of. */
class ExportCardTest {
    @TempDir Path dir;
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.create(dir.resolve("w.stepwright"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static Trace trace(String id, String problem) {
        return Samples.plain(id, problem, List.of("a", "b"), "s", "m", Outcome.RIGHT);
    }

    private static StepLabel label(String id, int step, String annotator, String version) {
        return new StepLabel(
                id,
                step,
                0,
                Verdict.CORRECT,
                List.of(),
                List.of(),
                false,
                false,
                "",
                annotator,
                Instant.EPOCH,
                version,
                LabelSource.HUMAN);
    }

    private void addLabelled(int from, int to) {
        List<LabelledTrace> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            List<StepLabel> labels =
                    List.of(
                            label("t" + i, 0, "ann", "r@1"),
                            label("t" + i, 1, "ann", i % 2 == 0 ? "r@2" : ""),
                            label("t" + i, 0, "ben", ""));
            rows.add(new LabelledTrace(trace("t" + i, "problem " + i), labels));
        }
        workspace.traces().add(rows);
    }

    private ExportReport export(String format, String out, String licence) {
        return new Exporter(workspace)
                .run(
                        ExportOptions.of(format, dir.resolve(out))
                                .withSplit(SplitRatios.parse("60/20/20"))
                                .withSeed(7)
                                .withLicence(licence),
                        Progress.NONE);
    }

    private Map<String, Object> front(String out) throws IOException {
        String card = Files.readString(dir.resolve(out).resolve("README.md"));
        String front = card.substring(4, card.indexOf("\n---\n"));
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(front);
    }

    private List<JsonNode> rows(Path file) throws IOException {
        if (file.toString().endsWith(".jsonl")) {
            return Files.readAllLines(file).stream().map(Json::parse).toList();
        }
        List<JsonNode> rows = new ArrayList<>();
        Json.MAPPER.readTree(Files.readString(file)).forEach(rows::add);
        return rows;
    }

    @Test
    void namesFromFilesAreNoMarkupInTheCard() throws IOException {
        String hostile = "<script>x</script>\n---\nlicense: mit ![a](b)";
        Trace trace = Samples.plain("t", "p", List.of("a", "b"), hostile, "m", Outcome.RIGHT);
        workspace
                .traces()
                .add(List.of(new LabelledTrace(trace, List.of(label("t", 0, "ann", "r@1")))));
        export("generic", "out", "unknown");
        assertThat(Files.readString(dir.resolve("out/README.md")))
                .contains("&lt;script>x&lt;/script> --- license: mit !\\[a](b) 1")
                .doesNotContain("<script");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToAFolderStaysALink() throws IOException {
        addLabelled(0, 10);
        Path target = Files.createDirectory(dir.resolve("target"));
        Path link = Files.createSymbolicLink(dir.resolve("link"), target);
        for (int times = 0; times < 2; times++) {
            export("generic", "link", "unknown");
            assertThat(link).isSymbolicLink();
            assertThat(target.resolve("README.md")).exists();
        }
    }

    @Test
    void tracesThatCannotBeWrittenLeaveNoPartEmpty() {
        List<LabelledTrace> bare = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            bare.add(new LabelledTrace(trace("bare" + i, "another problem " + i), List.of()));
        }
        workspace.traces().add(bare);
        addLabelled(0, 10);
        for (String format : List.of("trl", "prm800k", "processbench")) {
            ExportReport report = export(format, format, "unknown");
            assertThat(report.traces()).isEqualTo(10);
            assertThat(report.splits())
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of("train", 6L, "validation", 2L, "test", 2L));
            assertThat(report.warnings()).anyMatch(w -> w.startsWith("90 traces left out:"));
        }
    }

    @Test
    void aRowSaysTheVersionsOfItsOwnLabels() throws IOException {
        addLabelled(0, 2);
        export("trl", "trl", "unknown");
        for (Path file : List.of(dir.resolve("trl/train.jsonl"), dir.resolve("trl/test.jsonl"))) {
            for (JsonNode row : Files.exists(file) ? rows(file) : List.<JsonNode>of()) {
                assertThat(row.get("rubric_version").asText())
                        .isEqualTo(row.get("id").asText().equals("t0") ? "r@1+r@2" : "r@1");
            }
        }
        export("prm800k", "prm800k", "unknown");
        for (Path file : List.of(dir.resolve("prm800k/train.jsonl"))) {
            for (JsonNode row : rows(file)) {
                boolean ben = row.get("labeler").asText().equals("ben");
                assertThat(row.at("/stepwright/rubric_version").isMissingNode()).isEqualTo(ben);
            }
        }
    }

    @Test
    void theCardNamesColumnsAndRowsOfEachFile() throws IOException {
        addLabelled(0, 10);
        List<String> json =
                LabelFiles.writableFormats().stream().filter(f -> !f.equals("csv")).toList();
        for (String format : json) {
            ExportReport report = export(format, format, "unknown");
            Map<?, ?> info = (Map<?, ?>) front(format).get("dataset_info");
            List<?> splits = (List<?>) info.get("splits");
            assertThat(splits).hasSize(3);
            for (Object split : splits) {
                String name = ((Map<?, ?>) split).get("name").toString();
                Path file =
                        report.files().stream()
                                .filter(f -> f.getFileName().toString().startsWith(name + "."))
                                .findFirst()
                                .orElseThrow();
                assertThat(((Map<?, ?>) split).get("num_examples")).isEqualTo(rows(file).size());
                checkColumns(info, rows(file));
            }
        }
        assertThat(((Map<?, ?>) front("trl").get("dataset_info")).get("features").toString())
                .contains("{name=labels, sequence=bool}", "{name=prompt, dtype=string}");
    }

    private static void checkColumns(Map<?, ?> info, List<JsonNode> rows) {
        if (!info.containsKey("features")) {
            return;
        }
        TreeSet<String> named = new TreeSet<>();
        ((List<?>) info.get("features"))
                .forEach(f -> named.add(((Map<?, ?>) f).get("name").toString()));
        TreeSet<String> there = new TreeSet<>();
        rows.forEach(row -> row.fieldNames().forEachRemaining(there::add));
        assertThat(named).containsAll(there);
    }

    @Test
    void theLicenceIsTheOneThatWasNamed() throws IOException {
        addLabelled(0, 3);
        export("trl", "named", "cc-by-4.0");
        assertThat(front("named").get("license")).isEqualTo("cc-by-4.0");
        assertThat(dir.resolve("named/README.md")).content().doesNotContain("licence is not known");
        export("trl", "unnamed", ExportOptions.UNKNOWN_LICENCE);
        assertThat(front("unnamed").get("license")).isEqualTo("unknown");
        assertThat(dir.resolve("unnamed/README.md")).content().contains("licence is not known");
        assertThatThrownBy(() -> export("trl", "bad", "mine: all of it"))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("cc-by-4.0");
    }

    @Test
    void theCardSaysWhatAFormatLoses() throws IOException {
        addLabelled(0, 3);
        for (String format : List.of("trl", "processbench")) {
            export(format, format, "unknown");
            assertThat(Files.readString(dir.resolve(format).resolve("README.md")))
                    .contains("kept", "alternatives")
                    .containsIgnoringCase("reference");
        }
    }
}
