package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelSource;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.Workspace;

class MergeCommandTest {
    private static final String ROW =
            "{\"id\":\"%s\",\"problem\":\"What is 2 + 2?\",\"steps\":[\"2 + 2 = 4\",\"So 4.\"],"
                    + "\"labels\":[true,true]}\n";

    @TempDir Path folder;
    private Path mine;
    private Path theirs;

    @BeforeEach
    void twoMachines() throws Exception {
        mine = folder.resolve("mine.stepwright");
        theirs = folder.resolve("theirs.stepwright");
        Path rows =
                Files.writeString(
                        folder.resolve("r.jsonl"), ROW.formatted("a") + ROW.formatted("b"));
        run("init", mine).exits(0);
        run("import", "--workspace", mine, rows).exits(0);
        run("backup", mine, theirs).exits(0);
    }

    private CliRun run(Object... args) {
        return CliRun.of(folder, args);
    }

    private static void label(Path file, String trace, int step, Verdict verdict, String who) {
        try (Workspace workspace = Workspace.open(file)) {
            workspace
                    .labels()
                    .put(
                            StepLabel.verdict(
                                    trace, step, verdict, who, Instant.EPOCH, LabelSource.HUMAN))
                    .join();
        }
    }

    @Test
    void bothEndAlikeAndASecondMergeChangesNothing() {
        label(mine, "a", 0, Verdict.WRONG, "anna");
        label(theirs, "b", 1, Verdict.CORRECT, "bert");

        CliRun merged = run("merge", mine, theirs).exits(0);
        assertThat(merged.out().strip()).isEqualTo("Merged " + theirs + ": 1 label that changed.");
        JsonNode json = run("merge", theirs, mine, "--json").exits(0).json();
        assertThat(json.get("labels_changed").asInt()).isEqualTo(1);
        assertThat(json.get("batches_added").asInt()).isEqualTo(1);
        assertThat(json.get("conflicts").asInt()).isZero();

        assertThat(run("merge", mine, theirs).exits(0).out()).contains("nothing changed");
        run("check", mine).exits(0);
        run("check", theirs).exits(0);
        for (Path file : new Path[] {mine, theirs}) {
            try (Workspace workspace = Workspace.open(file)) {
                assertThat(workspace.labels().of("a", "anna")).hasSize(1);
                assertThat(workspace.labels().of("b", "bert")).hasSize(1);
            }
        }
    }

    @Test
    void conflictsAreATable() {
        label(mine, "a", 1, Verdict.WRONG, "anna");
        label(theirs, "a", 1, Verdict.CORRECT, "anna");

        CliRun merged = run("merge", mine, theirs).exits(0);

        assertThat(merged.out()).contains("1 difference;");
        assertThat(merged.out().lines().skip(2).toList())
                .containsExactly(
                        "trace  step   what   who     kept  set aside",
                        "a         2  label  anna  correct      wrong");
        JsonNode other = run("merge", theirs, mine, "--json").exits(0).json();
        assertThat(other.get("conflict_list")).isEmpty();
        try (Workspace workspace = Workspace.open(theirs)) {
            assertThat(workspace.labels().of("a", "anna").get(0).verdict())
                    .isEqualTo(Verdict.CORRECT);
        }
    }

    @Test
    void whatCannotBeMergedIsOneSentence() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "not a workspace".repeat(20));
        for (Path other : new Path[] {text, folder.resolve("none"), mine, folder}) {
            CliRun run = run("merge", mine, other, "--json").exits(1);
            assertThat(run.err().strip().lines()).hasSize(1);
            assertThat(run.json().get("error").asText()).endsWith(".");
        }
        run("merge", mine).exits(2);
        run("check", mine).exits(0);
    }

    @Test
    void cancelledItChangesNothing() {
        label(theirs, "b", 1, Verdict.CORRECT, "bert");
        CliRun.with(folder, java.util.Map.of(), CancelSwitch::cancel, "merge", mine, theirs)
                .exits(130);
        try (Workspace workspace = Workspace.open(mine)) {
            assertThat(workspace.labels().of("b", "bert")).isEmpty();
        }
        run("merge", mine, theirs).exits(0);
    }
}
