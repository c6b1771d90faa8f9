package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwright.label.Verdict.CORRECT;
import static org.stepwright.label.Verdict.WRONG;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.work.WorkFailed;

class WorkspaceTest {
    @TempDir Path dir;

    private Path file(String name) {
        return dir.resolve(name);
    }

    @Test
    void opensWhatItMade() throws IOException {
        // Signs that mean something in a URL or a query must not in a file name.
        Path file = file("my work? 100% #1 ö.stepwright");
        try (Workspace made = Workspace.create(file)) {
            made.traces().add(List.of(Samples.labelled("a", "anna", CORRECT)));
            assertThat(made.file()).isEqualTo(file);
        }
        try (Workspace again = Workspace.open(file)) {
            assertThat(again.counts()).isEqualTo(new WorkspaceCounts(1, 1, 1, 1, 0, 0));
        }
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).as("nothing beside a closed workspace").containsExactly(file);
        }
    }

    @Test
    void refusesToMakeWhereSomethingIs() throws IOException {
        Files.writeString(file("w"), "precious");

        refused(() -> Workspace.create(file("w")), "already something");
        refused(() -> Workspace.create(file("no/such/w")), "folder");
        assertThat(file("w")).hasContent("precious");
    }

    @Test
    void refusesWhatIsMissingOrAFolder() {
        refused(() -> Workspace.open(file("none")), "There is no file");
        refused(() -> Workspace.open(dir), "is a folder");
        assertThat(file("none")).doesNotExist();
    }

    @Test
    void refusesWhatIsNoSqliteFile() throws IOException {
        for (String content : List.of("", "hello", "x".repeat(5000))) {
            Files.writeString(file("w"), content);
            refused(() -> Workspace.open(file("w")), "is no workspace");
            assertThat(file("w")).hasContent(content);
        }
    }

    @Test
    void refusesAnotherProgramsFileUntouched() throws Exception {
        sqlite(file("w"), "CREATE TABLE theirs (x)");
        byte[] before = Files.readAllBytes(file("w"));

        refused(() -> Workspace.open(file("w")), "another program");

        assertThat(Files.readAllBytes(file("w"))).isEqualTo(before);
        try (Stream<Path> files = Files.list(dir)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void refusesANewerVersionUntouched() throws Exception {
        Workspace.create(file("w")).close();
        sqlite(file("w"), "PRAGMA user_version = 99");
        byte[] before = Files.readAllBytes(file("w"));

        refused(() -> Workspace.open(file("w")), "newer version");

        assertThat(Files.readAllBytes(file("w"))).isEqualTo(before);
    }

    @Test
    void updatesAnOlderFileAfterACopy() throws Exception {
        try (Workspace old = Workspace.create(file("w"))) {
            old.traces().add(List.of(Samples.labelled("a", "anna", CORRECT)));
        }
        // Both folders: what is applied already has to stay known.
        Migrations next =
                new Migrations(
                        List.of(
                                Migrations.CURRENT.locations().get(0),
                                "classpath:org/stepwright/storage/next"),
                        6);

        try (Workspace updated = Workspace.open(file("w"), next)) {
            assertThat(updated.counts().labels()).isEqualTo(1);
            assertThat(updated.check().problems()).isEmpty();
        }

        Path copy;
        try (Stream<Path> files = Files.list(dir)) {
            copy = files.filter(f -> f.toString().endsWith(".bak")).findFirst().orElseThrow();
        }
        try (Workspace before = Workspace.open(copy)) {
            assertThat(before.counts().labels()).isEqualTo(1);
        }
        refused(() -> Workspace.open(file("w")), "newer version");
    }

    @Test
    void copiesWhileInUse() throws Exception {
        try (Workspace workspace = Workspace.create(file("w"))) {
            workspace.traces().add(List.of(Samples.labelled("a", "anna", CORRECT, null)));
            workspace.labels().put(Samples.label("a", 1, WRONG, "anna")).join();

            workspace.backup(file("copy"));
            refused(() -> workspace.backup(file("copy")), "already something");
            refused(() -> workspace.backup(file("no/copy")), "cannot be written");
        }
        try (Workspace copy = Workspace.open(file("copy"))) {
            assertThat(copy.counts().labels()).isEqualTo(2);
            assertThat(copy.labels().undoDepth("anna")).isEqualTo(1);
            assertThat(copy.check().ok()).isTrue();
        }
    }

    @Test
    void aCopyThatFailsLeavesNothing() throws Exception {
        try (Workspace workspace = Workspace.create(file("w"))) {
            for (int i = 0; i < 200; i++) {
                workspace.traces().add(List.of(Samples.labelled("t" + i, "anna", CORRECT)));
            }
        }
        damage(file("w"));

        try (Workspace workspace = Workspace.open(file("w"))) {
            refused(() -> workspace.backup(file("copy")), "is damaged");
        }
        try (Stream<Path> files = Files.list(dir)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("w");
        }
    }

    /** Without the refusal this waits for ever for somebody to write into the pipe. */
    @Test
    @Timeout(60)
    @DisabledOnOs(OS.WINDOWS)
    void aPipeIsNoWorkspace() throws Exception {
        String pipe = file("pipe").toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
        refused(() -> Workspace.open(file("pipe")), "is a pipe");
    }

    @Test
    void aClosedWorkspaceSaysSo() {
        Workspace workspace = Workspace.create(file("w"));
        workspace.close();
        workspace.close();

        refused(workspace::counts, "is closed");
        refused(() -> workspace.traces().add(List.of()), "is closed");
        assertThat(workspace.labels().undo("anna")).isCompletedExceptionally();
    }

    @Test
    void checkSeesABrokenProjection() throws Exception {
        try (Workspace workspace = Workspace.create(file("w"))) {
            workspace.traces().add(List.of(Samples.labelled("a", "anna", CORRECT, WRONG)));
            workspace.traces().add(List.of(Samples.unlabelled("b", "0")));
            workspace.labels().put(Samples.label("a", 0, WRONG, "anna")).join();
            assertThat(workspace.check().problems()).isEmpty();
        }
        for (String damage :
                List.of(
                        "DELETE FROM label WHERE step = 1",
                        "UPDATE label SET verdict = 'NEUTRAL' WHERE step = 0",
                        "INSERT INTO rubric_draft (rubric_id, title, content, content_hash,"
                                + " saved_at) VALUES ('x', 'X', '{', '0', '')",
                        "DELETE FROM undo_step",
                        "DELETE FROM step WHERE position = 0",
                        "DELETE FROM trace_words_docsize WHERE id = 1",
                        "INSERT INTO trace_state VALUES (1, 'bert', 'LABEL', 'SUBMITTED', 1)",
                        "INSERT INTO preference VALUES (1, 2, 'bert', 'FIRST', 1)",
                        "INSERT INTO revision VALUES (1, 2, 1)")) {
            Path copy = file("damaged");
            Files.deleteIfExists(copy);
            Files.copy(file("w"), copy);
            sqlite(copy, damage);
            try (Workspace workspace = Workspace.open(copy)) {
                assertThat(workspace.check().problems()).as(damage).isNotEmpty();
            }
        }
    }

    @Test
    void checkOfADamagedFileIsAReport() throws Exception {
        try (Workspace workspace = Workspace.create(file("w"))) {
            for (int i = 0; i < 200; i++) {
                workspace.traces().add(List.of(Samples.labelled("t" + i, "anna", CORRECT)));
            }
        }
        damage(file("w"));

        try (Workspace workspace = Workspace.open(file("w"))) {
            CheckReport report = workspace.check();
            assertThat(report.ok()).isFalse();
            assertThat(report.problems()).allMatch(p -> p.endsWith("."));
        }
    }

    @Test
    void historyCannotBeChanged() throws Exception {
        try (Workspace workspace = Workspace.create(file("w"))) {
            workspace.traces().add(List.of(Samples.labelled("a", "anna", CORRECT)));
        }
        for (String change :
                List.of(
                        "UPDATE label_event SET verdict = 'WRONG'",
                        "DELETE FROM label_event",
                        "UPDATE label_batch SET action = 'DO'",
                        "DELETE FROM label_batch")) {
            assertThatThrownBy(() -> sqlite(file("w"), change))
                    .as(change)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("never");
        }
    }

    /** Overwrites the page at which the steps begin. */
    private static void damage(Path file) throws IOException, SQLException {
        int page;
        int size;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            page = number(statement, "SELECT rootpage FROM sqlite_schema WHERE name = 'step'");
            size = number(statement, "PRAGMA page_size");
        }
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, (page - 1) * size, page * size, (byte) 'x');
        Files.write(file, bytes);
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.getInt(1);
        }
    }

    private static void refused(Runnable action, String part) {
        assertThatThrownBy(action::run)
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining(part)
                .hasMessageEndingWith(".");
    }

    static void sqlite(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
