package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.app.Samples;

/** Files of other projects on the command line: evaluated, trained on, imported and written. */
class FormatCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path dir;
    private Path data;

    @BeforeEach
    void find() {
        data = Path.of(System.getProperty("stepwright.shared", "../shared"), "data");
        String reason = "skipped, because " + data + " is not there";
        if (!Files.exists(data)) {
            System.out.println(reason);
        }
        Assumptions.assumeTrue(Files.exists(data), reason);
        data = data.toAbsolutePath().normalize();
    }

    private CliRun run(Object... args) {
        return CliRun.of(dir, args);
    }

    @Test
    void evalReadsEveryLabelledFormatAndAFolderIsOneRow() {
        JsonNode json =
                run(
                                "eval",
                                "--model",
                                "uniform",
                                "--json",
                                data.resolve("processbench/gsm8k.json"),
                                data.resolve("prmbench/prm800k_test_p1_4o_confidence.jsonl"),
                                data.resolve("mr-ben/physics.json"),
                                data.resolve("bigbench-mistake/word_sorting.jsonl"),
                                data.resolve("who-and-when/algorithm-generated"),
                                data.resolve("format-samples/openr.samples_prm800k.jsonl"))
                        .exits(3)
                        .json();
        assertThat(json.get("files").findValuesAsText("file"))
                .startsWith(
                        "gsm8k.json",
                        "prm800k_test_p1_4o_confidence.jsonl",
                        "physics.json",
                        "word_sorting.jsonl",
                        "algorithm-generated",
                        "openr.samples_prm800k.jsonl");
        List<Integer> traces = new ArrayList<>();
        json.get("files").forEach(f -> traces.add(f.get("traces").asInt()));
        assertThat(traces.subList(0, 5)).containsExactly(400, 83, 667, 300, 126);
        assertThat(json.get("rejected").asInt()).isEqualTo(7);
    }

    @Test
    void aFileWithoutLabelsIsSaidToHoldNone() {
        CliRun run =
                run(
                                "eval",
                                "--model",
                                "uniform",
                                data.resolve("qwen-rm-maj-example/math_cot_100.jsonl"))
                        .exits(1);
        assertThat(run.err()).contains("holds no labelled trace");
    }

    @Test
    void aModelIsTrainedOnAFolderAndJudgedOnAnotherFormat() {
        Path model = dir.resolve("mistakes.prm");
        JsonNode trained =
                run(
                                "train",
                                "--data",
                                data.resolve("bigbench-mistake"),
                                "--out",
                                model,
                                "--seed",
                                "7",
                                "--json")
                        .exits(0)
                        .json();
        assertThat(trained.get("traces").asInt()).isEqualTo(900);
        JsonNode json =
                run(
                                "eval",
                                "--model",
                                model,
                                "--json",
                                data.resolve("who-and-when/algorithm-generated"))
                        .exits(0)
                        .json();
        assertThat(json.at("/files/0/traces").asInt()).isEqualTo(126);
        assertThat(json.at("/files/0/error_accuracy").asDouble()).isBetween(0.0, 100.0);
    }

    @Test
    void prm800kGoesThroughTheWorkbenchToTheByte() throws IOException {
        Path original = data.resolve("format-samples/openr.samples_prm800k.jsonl");
        Path out = through("prm800k", original);
        List<String> written = new ArrayList<>();
        for (String line : lines(out, ".jsonl")) {
            ObjectNode row = (ObjectNode) JSON.readTree(line);
            row.remove("stepwright");
            written.add(row.toString());
        }
        List<String> before = new ArrayList<>();
        for (String line : Files.readAllLines(original)) {
            before.add(JSON.readTree(line).toString());
        }
        assertThat(written).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void everyFormatThatCanBeWrittenIsReadAgainWithoutAReject() throws IOException {
        Path samples = Samples.copy(Samples.LABELLED, dir);
        for (String format :
                List.of(
                        "math-shepherd",
                        "openrlhf",
                        "openr",
                        "rlhflow",
                        "versaprm",
                        "bigbench-mistake",
                        "processbench",
                        "trl")) {
            Path out = through(format, samples);
            Path again = dir.resolve("again-" + format + ".stepwright");
            run("init", again).exits(0);
            JsonNode read = run("import", "--workspace", again, "--json", out).exits(0).json();
            assertThat(read.get("traces_added").asInt()).as(format).isPositive();
        }
    }

    @Test
    void aFolderIsImportedWithOneNoteAboutWhatIsNoData() {
        Path workspace = dir.resolve("folder.stepwright");
        run("init", workspace).exits(0);
        CliRun run = run("import", "--workspace", workspace, data.resolve("who-and-when")).exits(0);
        assertThat(run.out())
                .contains("126 traces added")
                .containsOnlyOnce("Passed over in")
                .contains("LICENSE");
    }

    /** Imports a file and exports it. */
    private Path through(String format, Path file) {
        Path workspace = dir.resolve(format + ".stepwright");
        Path out = dir.resolve("out-" + format);
        run("init", workspace).exits(0);
        run("import", "--workspace", workspace, file).exits(0);
        run("export", "--workspace", workspace, "--format", format, "--out", out).exits(0);
        return out;
    }

    private static List<String> lines(Path folder, String ending) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }
}
