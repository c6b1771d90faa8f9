package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.app.Samples;

/** One small model is trained; the other commands use it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelCommandsTest {
    private static final int TRACES = 240;
    private static final String KEY = "canary-9f2c-do-not-leak";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Path folder;
    private Path samples;
    private Path model;
    private JsonNode trained;

    @BeforeAll
    void train(@TempDir Path fresh) throws Exception {
        folder = fresh;
        Path all = Samples.copy(Samples.LABELLED, folder);
        samples =
                Files.write(
                        folder.resolve("some.jsonl"), Files.readAllLines(all).subList(0, TRACES));
        model = folder.resolve("small model.prm");
        trained =
                run("train", "--data", samples, "--out", model, "--seed", "7", "--json")
                        .exits(0)
                        .json();
    }

    private CliRun run(Object... args) {
        return CliRun.of(folder, args);
    }

    @Test
    void trainTellsWhatItDid() {
        assertThat(trained.get("model").asText()).isEqualTo(model.toString());
        assertThat(trained.get("recipe").asText()).isEqualTo("signals");
        assertThat(trained.get("traces").asInt()).isEqualTo(TRACES);
        assertThat(trained.get("steps").asInt()).isPositive();
        assertThat(trained.get("positives").asInt()).isPositive();
        assertThat(trained.get("seconds").asDouble()).isPositive();
        assertThat(trained.get("threshold").asDouble()).isBetween(0.0, 1.0);
        assertThat(trained.get("dataset_sha256").asText()).hasSize(64);
        assertFileEval(trained.get("validation"));
    }

    private static void assertFileEval(JsonNode eval) {
        assertThat(eval.fieldNames())
                .toIterable()
                .contains(
                        "file",
                        "traces",
                        "steps",
                        "error_accuracy",
                        "correct_accuracy",
                        "f1",
                        "auroc",
                        "ece",
                        "brier",
                        "threshold",
                        "ci95",
                        "baselines");
        assertThat(eval.at("/ci95/f1")).hasSize(2);
        assertThat(eval.get("baselines").fieldNames())
                .toIterable()
                .contains(
                        "always-correct",
                        "constant-index",
                        "uniform",
                        "length",
                        "position",
                        "doubt",
                        "length+position");
    }

    @Test
    void evalPrintsARowAFileAndTheirAverage() {
        CliRun run =
                run("eval", "--model", model, "--threshold-from", samples, samples, samples)
                        .exits(0);
        assertThat(run.out())
                .contains("base rate:", "split:", "threshold:", "best F1 on some.jsonl")
                .contains("baseline length+position", "95 % interval", "average F1");
    }

    @Test
    void theAverageIsThatOfTheFiles() throws Exception {
        // problems that the model never saw, so that this file's F1 differs from the other's
        List<String> all = Files.readAllLines(folder.resolve(Samples.LABELLED));
        Path other = Files.write(folder.resolve("other.jsonl"), all.subList(TRACES, all.size()));
        JsonNode json = run("eval", "--model", model, samples, other, "--json").exits(0).json();
        assertThat(json.get("files")).hasSize(2);
        json.get("files").forEach(ModelCommandsTest::assertFileEval);
        double first = json.at("/files/0/f1").asDouble();
        double second = json.at("/files/1/f1").asDouble();
        assertThat(first).isNotCloseTo(second, within(0.001));
        assertThat(json.get("average_f1").asDouble()).isCloseTo((first + second) / 2, within(1e-9));
    }

    @Test
    void aFileOfRejectsOnlyListsThemBeforeItFails() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.jsonl"), "noise\nmore noise\n");
        Path rejects = folder.resolve("eval-rejects.jsonl");
        CliRun run =
                run("eval", "--model", model, "--format", "generic", "--rejects", rejects, bad)
                        .exits(1);
        assertThat(rejects).exists();
        assertThat(Files.readAllLines(rejects)).hasSize(2);
        assertThat(run.err()).contains("bad.jsonl:1: ").contains("no labelled trace");
    }

    @Test
    void baselinesAreModelsToo() {
        for (String name : List.of("always-correct", "constant-index", "uniform")) {
            JsonNode json = run("eval", "--model", name, samples, "--json").exits(0).json();
            assertFileEval(json.at("/files/0"));
        }
        JsonNode always = run("eval", "--model", "always-correct", samples, "--json").json();
        assertThat(always.at("/files/0/f1").asDouble()).isZero();
        assertThat(always.at("/files/0/correct_accuracy").asDouble()).isEqualTo(100);
    }

    @Test
    void scoreWritesARowATraceAndListsRejects() throws Exception {
        Path in = folder.resolve("traces.jsonl");
        Files.writeString(
                in,
                "{\"id\":\"a\",\"problem\":\"What is 2 + 2?\",\"steps\":[\"2 + 2 = 4\",\"So"
                    + " 4.\"]}\n"
                    + "{\"id\":\"b\",\"problem\":\"x\",\"steps\":7}\n"
                    + "noise\n"
                    + "{\"id\":\"c\",\"problem\":\"What is 3 + 3?\",\"steps\":[\"3 + 3 = 7\"]}\n");
        Path out = folder.resolve("scores.jsonl");
        Path rejects = folder.resolve("score-rejects.jsonl");
        CliRun run =
                run(
                                "score",
                                "--model",
                                model,
                                "--in",
                                in,
                                "--out",
                                out,
                                "--rejects",
                                rejects,
                                "--json")
                        .exits(3);
        assertThat(run.json().get("traces").asInt()).isEqualTo(2);
        assertThat(run.json().get("rejected").asInt()).isEqualTo(2);
        List<String> rows = Files.readAllLines(out);
        assertThat(rows).hasSize(2);
        JsonNode row = JSON.readTree(rows.get(0));
        assertThat(row.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "step_scores",
                        "trace_score",
                        "aggregation",
                        "first_error",
                        "model",
                        "rubric_version");
        assertThat(row.get("step_scores")).hasSize(2);
        assertThat(Files.readAllLines(rejects)).hasSize(2);
    }

    @Test
    void aCancelledScoreLeavesNoHalfFile() throws Exception {
        Path out = folder.resolve("cancelled.jsonl");
        CliRun.with(
                        folder,
                        Map.of(),
                        CancelSwitch::cancel,
                        "score",
                        "--model",
                        model,
                        "--in",
                        samples,
                        "--out",
                        out)
                .exits(130);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(p -> p.getFileName().toString()))
                    .noneMatch(n -> n.startsWith("cancelled"));
        }
    }

    @Test
    void somethingElseIsNoModel() {
        CliRun run =
                run("score", "--model", samples, "--in", samples, "--out", folder.resolve("x"))
                        .exits(1);
        assertThat(run.err().strip().lines()).hasSize(1);
    }

    @Test
    void aRecordedAnswerIsScoredAndMarkedAsRecorded() {
        Path recording = Samples.copy(Samples.RECORDING, folder);
        Object[] args = {
            "live",
            "--connection",
            "recorded:" + recording,
            "--model",
            model,
            Samples.recordedPrompt()
        };
        CliRun people = run(args).exits(0);
        assertThat(people.out()).contains("   1  0.").contains("recorded");
        assertThat(people.err()).contains("recorded");
        Object[] json = Stream.concat(Stream.of(args), Stream.of("--json")).toArray();
        JsonNode answer = run(json).exits(0).json();
        assertThat(answer.get("recorded").asBoolean()).isTrue();
        assertThat(answer.at("/answers/0/steps"))
                .hasSameSizeAs(answer.at("/answers/0/step_scores"));
        Object[] three = Stream.concat(Stream.of(json), Stream.of("--n", "3")).toArray();
        assertThat(run(three).exits(0).json().get("answers")).hasSize(3);
    }

    @Test
    void aPromptThatIsNotRecordedOrAConnectionThatIsNotThereIsASentence() {
        Path recording = Samples.copy(Samples.RECORDING, folder);
        run("live", "--connection", "recorded:" + recording, "--model", model, "other").exits(1);
        assertThat(run("live", "--connection", "nobody", "--model", model, "hi").exits(1).err())
                .contains("nobody");
    }

    @Test
    void aKeyIsNowhereInWhatCommandsWriteOrSay() throws Exception {
        new org.stepwright.settings.SettingsStore(folder.resolve("config/settings.json"))
                .update(
                        s ->
                                s.withConnection(
                                        new org.stepwright.prm.live.Connection(
                                                "work",
                                                org.stepwright.prm.live.ConnectionKind
                                                        .OPENAI_COMPATIBLE,
                                                "http://127.0.0.1:9/v1",
                                                "a-model",
                                                "work",
                                                0,
                                                16,
                                                1,
                                                "")));
        CliRun run =
                CliRun.with(
                        folder,
                        Map.of("STEPWRIGHT_KEY_WORK", KEY),
                        cancel -> {},
                        "live",
                        "--connection",
                        "work",
                        "--model",
                        model,
                        "hello",
                        "--verbose");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out() + run.err()).doesNotContain(KEY);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(KEY);
            }
        }
    }
}
