package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelSource;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.Workspace;

class BackupCommandsTest {
    private static final String ROW =
            "{\"id\":\"%s\",\"problem\":\"What is 2 + 2?\",\"steps\":[\"2 + 2 = 4\",\"So 4.\"],"
                    + "\"labels\":[true,true]}\n";

    @TempDir Path folder;
    private Path mine;

    @BeforeEach
    void make() throws Exception {
        mine = folder.resolve("mine.stepwright");
        Path rows =
                Files.writeString(
                        folder.resolve("r.jsonl"), ROW.formatted("a") + ROW.formatted("b"));
        run("init", mine).exits(0);
        run("import", "--workspace", mine, rows).exits(0);
    }

    private CliRun run(Object... args) {
        return CliRun.of(folder, args);
    }

    private void label(Verdict verdict) {
        try (Workspace workspace = Workspace.open(mine)) {
            workspace
                    .labels()
                    .put(
                            StepLabel.verdict(
                                    "a", 0, verdict, "anna", Instant.EPOCH, LabelSource.HUMAN))
                    .join();
        }
    }

    private Verdict labelled() {
        try (Workspace workspace = Workspace.open(mine)) {
            return workspace.labels().of("a", "anna").get(0).verdict();
        }
    }

    @Test
    void aBackupIsListedPreviewedAndRestored() {
        label(Verdict.WRONG);
        JsonNode made = run("backup", mine, "--json").exits(0).json();
        assertThat(made.get("verified").asBoolean()).isTrue();
        String backup = made.get("backup").asText();
        label(Verdict.CORRECT);

        assertThat(run("backup", mine, "--list").exits(0).out()).contains(backup, "manual", "yes");
        CliRun preview = run("restore", mine, backup, "--preview").exits(0);
        assertThat(preview.out())
                .contains("Only the workspace has 0 traces, 1 label change (anna 1)");
        assertThat(labelled()).isEqualTo(Verdict.CORRECT);

        JsonNode restored = run("restore", mine, backup, "--json").exits(0).json();
        assertThat(restored.at("/only_in_workspace/label_changes_by/anna").asInt()).isEqualTo(1);
        assertThat(labelled()).isEqualTo(Verdict.WRONG);
        run("restore", mine, restored.get("kept").asText()).exits(0);
        assertThat(labelled()).as("and back").isEqualTo(Verdict.CORRECT);
        run("check", mine).exits(0);
    }

    @Test
    void theBackupOfTheDayIsMadeOnce() {
        assertThat(run("backup", mine, "--daily").exits(0).out()).contains("all is well");
        assertThat(run("backup", mine, "--daily").exits(0).out())
                .contains("There is a backup of today");
        assertThat(run("backup", mine, "--list", "--json").exits(0).json().get("backups"))
                .hasSize(1);
        run("backup", mine, folder.resolve("x"), "--daily").exits(2);
    }

    @Test
    void anOpenWorkspaceIsNotReplaced() {
        String backup = run("backup", mine, "--json").exits(0).json().get("backup").asText();
        try (Workspace workspace = Workspace.open(mine)) {
            assertThat(workspace.counts().traces()).isEqualTo(2);
            assertThat(run("restore", mine, backup).exits(1).err())
                    .contains("open in another window or program");
        }
    }

    @Test
    void aMergeMakesABackupUnlessToldNotTo() {
        Path theirs = folder.resolve("theirs.stepwright");
        run("backup", mine, theirs).exits(0);
        assertThat(run("merge", mine, theirs).exits(0).err()).contains("-merge.bak");
        run("merge", mine, theirs, "--no-backup").exits(0);
        assertThat(run("backup", mine, "--list", "--json").exits(0).json().get("backups"))
                .hasSize(1);
    }

    @Test
    void aRepairMakesLabelsFromTheHistory() throws Exception {
        label(Verdict.WRONG);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + mine);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE label SET verdict = 'NEUTRAL'");
        }
        assertThat(run("check", mine).exits(1).err()).contains("--repair");

        CliRun repaired = run("check", mine, "--repair").exits(0);

        assertThat(repaired.out()).contains("all is well");
        assertThat(repaired.err()).contains("-repair.bak");
        run("check", mine).exits(0);
    }
}
