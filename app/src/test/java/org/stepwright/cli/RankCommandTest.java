package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.app.Samples;
import org.stepwright.label.QueueOrder;
import org.stepwright.storage.Workspace;

class RankCommandTest {
    private static final int TRACES = 240;

    private Path folder;
    private Path samples;
    private Path workspace;

    @BeforeEach
    void fill(@TempDir Path fresh) throws Exception {
        folder = fresh;
        Path all = Samples.copy(Samples.LABELLED, folder);
        samples =
                Files.write(
                        folder.resolve("some.jsonl"), Files.readAllLines(all).subList(0, TRACES));
        workspace = folder.resolve("w.stepwright");
        run("init", workspace).exits(0);
        run("import", "--workspace", workspace, "--format", "auto", samples).exits(0);
    }

    private CliRun run(Object... args) {
        return CliRun.of(folder, args);
    }

    @Test
    void ordersByAModelAndSaysHow() throws Exception {
        Path model = folder.resolve("m.prm");
        run("train", "--data", samples, "--out", model).exits(0);

        JsonNode first =
                run(
                                "rank",
                                "--workspace",
                                workspace,
                                "--order",
                                "uncertain",
                                "--model",
                                model,
                                "--json")
                        .exits(0)
                        .json();
        CliRun again = run("rank", "--workspace", workspace, "--order", "Convincing-Wrong");

        assertThat(first.get("order").asText()).isEqualTo("uncertain");
        assertThat(first.get("model").asText()).isEqualTo("m");
        assertThat(first.get("traces").asInt()).isEqualTo(TRACES);
        assertThat(first.get("scored_now").asInt()).isEqualTo(TRACES);
        assertThat(first.get("share").asDouble()).isEqualTo(0.1);
        assertThat(first.get("slice").asInt()).isBetween(1, TRACES / 3);
        assertThat(again.exits(0).out())
                .contains("Ordered 240 traces (convincing-wrong)")
                .contains("m has scored 240 traces, 0 of them now.");
        try (Workspace open = Workspace.open(workspace)) {
            assertThat(open.ranks().of(QueueOrder.UNCERTAIN)).hasSize(TRACES);
            assertThat(open.ranks().about(QueueOrder.CONVINCING_WRONG).orElseThrow().basis())
                    .isEqualTo("m");
        }
    }

    @Test
    void theSameSeedGivesTheSameOrder() {
        for (String name : new String[] {"a", "b"}) {
            run("backup", workspace, folder.resolve(name)).exits(0);
            run(
                            "rank",
                            "--workspace",
                            folder.resolve(name),
                            "--order",
                            "random",
                            "--seed",
                            "7",
                            "--slice",
                            "0.2")
                    .exits(0);
        }
        try (Workspace a = Workspace.open(folder.resolve("a"));
                Workspace b = Workspace.open(folder.resolve("b"))) {
            assertThat(a.ranks().of(QueueOrder.RANDOM))
                    .hasSize(TRACES)
                    .isEqualTo(b.ranks().of(QueueOrder.RANDOM));
        }
    }

    /** What the guide says about evaluating on the slice. */
    @Test
    void theSliceIsKeptApartFromTrainingAndEvaluatedOn() throws Exception {
        Path model = folder.resolve("rest.prm");
        JsonNode trained =
                run(
                                "train",
                                "--workspace",
                                workspace,
                                "--where",
                                "slice:no",
                                "--out",
                                model,
                                "--json")
                        .exits(0)
                        .json();
        Path out = folder.resolve("slice");
        JsonNode exported =
                run(
                                "export",
                                "--workspace",
                                workspace,
                                "--where",
                                "slice:yes labelled:yes",
                                "--format",
                                "generic",
                                "--split",
                                "100/0/0",
                                "--out",
                                out,
                                "--json")
                        .exits(0)
                        .json();
        int slice =
                run("rank", "--workspace", workspace, "--order", "random", "--json")
                        .exits(0)
                        .json()
                        .get("slice")
                        .asInt();

        assertThat(exported.get("traces").asInt()).isEqualTo(slice).isPositive();
        assertThat(trained.get("traces").asInt()).isEqualTo(TRACES - slice);
        JsonNode eval =
                run("eval", "--model", model, out.resolve("train.jsonl"), "--json").exits(0).json();
        assertThat(eval.at("/files/0/traces").asInt()).isEqualTo(slice);
    }

    @Test
    void withoutScoresItSaysWhatToDo() {
        CliRun run = run("rank", "--workspace", workspace, "--order", "learning").exits(1);

        assertThat(run.err()).contains("No model has scored").contains("--model M.prm");
    }

    @Test
    void wrongOptionsAreWrongUsage() {
        assertThat(run("rank", "--workspace", workspace, "--order", "imported").exits(2).err())
                .contains("random, uncertain, convincing-wrong, disagreement, learning");
        assertThat(
                        run("rank", "--workspace", workspace, "--order", "random", "--slice", "2")
                                .exits(2)
                                .err())
                .contains("--slice is a share from 0 to 1");
    }
}
