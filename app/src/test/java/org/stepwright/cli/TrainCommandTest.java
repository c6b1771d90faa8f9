package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.app.Samples;
import org.stepwright.app.TrainingOutcome;
import org.stepwright.prm.ModelBundle;
import org.stepwright.storage.Run;
import org.stepwright.storage.Workspace;

/** Training from the command line, on files and on workspaces. */
class TrainCommandTest {
    private static final int TRACES = 240;

    @TempDir Path folder;
    private Path samples;

    @BeforeEach
    void write() throws Exception {
        Path all = Samples.copy(Samples.LABELLED, folder);
        samples =
                Files.write(
                        folder.resolve("some.jsonl"), Files.readAllLines(all).subList(0, TRACES));
    }

    private CliRun run(Object... args) {
        return CliRun.of(folder, args);
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws Exception {
        Path first = folder.resolve("one/same.prm");
        Path second = folder.resolve("two/same.prm");
        for (Path out : List.of(first, second)) {
            Files.createDirectories(out.getParent());
            run("train", "--data", samples, "--out", out, "--seed", "11").exits(0);
        }
        assertThat(first).hasSameBinaryContentAs(second);
    }

    @Test
    void trainReadsAWorkspaceAndKeepsTheRun() throws Exception {
        Path workspace = folder.resolve("train.stepwright");
        run("init", workspace).exits(0);
        run("import", "--workspace", workspace, samples).exits(0);
        Path out = folder.resolve("from-workspace.prm");
        JsonNode fromFile =
                run("train", "--data", samples, "--out", out, "--seed", "7", "--json")
                        .exits(0)
                        .json();
        JsonNode json =
                run(
                                "train",
                                "--workspace",
                                workspace,
                                "--recipe",
                                "signals",
                                "--seed",
                                "7",
                                "--out",
                                out,
                                "--json")
                        .exits(0)
                        .json();
        assertThat(json.get("dataset_sha256")).isEqualTo(fromFile.get("dataset_sha256"));
        try (var open = Workspace.open(workspace)) {
            assertThat(open.runs().list(Run.Kind.TRAIN)).hasSize(1);
        }
    }

    @Test
    void aNameIsNoMarkupInTheModelsCard() {
        Path out = folder.resolve("named.prm");
        run("train", "--data", samples, "--out", out, "--name", "a <b>\n\n# [c](d)").exits(0);
        assertThat(ModelBundle.read(out).modelCard()).startsWith("# a &lt;b> # \\[c](d)\n");
    }

    @Test
    void excludedProblemsAreLeftOut() throws Exception {
        List<String> rows = Files.readAllLines(samples);
        Path some = Files.write(folder.resolve("excluded.jsonl"), rows.subList(0, 40));
        JsonNode json =
                run(
                                "train",
                                "--data",
                                samples,
                                "--exclude-problems",
                                some,
                                "--out",
                                folder.resolve("excluded.prm"),
                                "--json")
                        .exits(0)
                        .json();
        assertThat(json.get("traces").asInt()).isLessThanOrEqualTo(TRACES - 40);
    }

    @Test
    void tooFewLabelsAreASentence() throws Exception {
        Path few =
                Files.write(folder.resolve("few.jsonl"), Files.readAllLines(samples).subList(0, 1));
        CliRun run = run("train", "--data", few, "--out", folder.resolve("few.prm")).exits(1);
        assertThat(run.err()).contains("label");
        assertThat(folder.resolve("few.prm")).doesNotExist();
    }

    @Test
    void aTrainingThatFailsOrIsCancelledIsKeptInItsWorkspace() throws Exception {
        Path workspace = folder.resolve("failing.stepwright");
        run("init", workspace).exits(0);
        Object[] train = {
            "train", "--workspace", workspace, "--out", folder.resolve("failing.prm")
        };
        String why = run(train).exits(1).err().strip();
        run("import", "--workspace", workspace, samples).exits(0);
        CliRun.with(folder, Map.of(), CancelSwitch::cancel, train).exits(130);
        try (Workspace open = Workspace.open(workspace)) {
            assertThat(open.runs().list(Run.Kind.TRAIN))
                    .extracting(Run::status)
                    .containsExactlyInAnyOrder(Run.Status.FAILED, Run.Status.CANCELLED);
            assertThat(open.runs().list(Run.Kind.TRAIN))
                    .filteredOn(r -> r.status() == Run.Status.FAILED)
                    .allSatisfy(r -> assertThat(why).contains(TrainingOutcome.failure(r)));
        }
        assertThat(folder.resolve("failing.prm")).doesNotExist();
    }
}
