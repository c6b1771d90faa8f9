package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.label.Preference;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.score.Aggregation;
import org.stepwright.score.TraceScore;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** The other file comes from outside: it is refused in one sentence, or merged; never half. */
class MergeHostileTest {
    @TempDir Path dir;
    private Workspace ours;
    private Path other;

    @BeforeEach
    void open() {
        ours = Workspace.create(dir.resolve("ours"));
        ours.traces().add(List.of(Samples.labelled("a", "file", Verdict.WRONG, null)));
        other = dir.resolve("other");
        ours.backup(other);
        try (Workspace workspace = Workspace.open(other)) {
            workspace.traces().add(List.of(Samples.labelled("b", "file", Verdict.WRONG, null)));
            workspace.labels().put(Samples.richLabel("a", 1, 0, "anna")).join();
            workspace.labels().finish("a", "anna", TraceState.SUBMITTED, "").join();
            workspace
                    .labels()
                    .prefer(
                            Preference.of("a", "b", Preference.Choice.TIE, "", "anna", Samples.AT),
                            Act.NONE)
                    .join();
            workspace
                    .suggestions()
                    .replace("b", "s", List.of(new Suggestion("b", 0, "s", 1, "", Samples.AT)));
            workspace
                    .scores()
                    .save(
                            "r",
                            new TraceScore("b", List.of(1.0), 1, Aggregation.MIN, -1, "m", ""),
                            Samples.AT);
            workspace
                    .runs()
                    .save(
                            new Run(
                                    "r",
                                    Run.Kind.EVAL,
                                    "",
                                    Samples.AT,
                                    null,
                                    Run.Status.FAILED,
                                    "",
                                    "",
                                    "",
                                    "",
                                    ""));
        }
    }

    @AfterEach
    void wholeAtTheEnd() {
        assertThat(ours.check().problems()).isEmpty();
        ours.close();
    }

    private void refuses(Path file, String says) {
        List<String> before = MergeView.everything(ours);
        assertThatThrownBy(() -> ours.merge(file, Progress.NONE))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining(says)
                .satisfies(e -> assertThat(e.getMessage()).endsWith(".").doesNotContain("\n"));
        assertThat(MergeView.everything(ours)).isEqualTo(before);
        // The writer works on.
        ours.labels().put(Samples.label("a", 1, Verdict.WRONG, "me")).join();
        ours.labels().undo("me").join();
    }

    @Test
    void whatIsNoOtherWorkspaceIsRefused() throws Exception {
        refuses(dir.resolve("none"), "no file");
        refuses(dir, "is a folder");
        refuses(Files.writeString(dir.resolve("text"), "x".repeat(200)), "is no workspace");
        refuses(ours.file(), "the same workspace");
        refuses(Files.createSymbolicLink(dir.resolve("link"), ours.file()), "the same workspace");
        WorkspaceTest.sqlite(dir.resolve("sqlite"), "CREATE TABLE x (a)");
        refuses(dir.resolve("sqlite"), "another program");
        WorkspaceTest.sqlite(other, "PRAGMA user_version = 1000");
        refuses(other, "newer version");
    }

    @Test
    void aTornFileIsRefused() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(other.toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        refuses(other, "damaged");
    }

    @Test
    void noiseInTheMiddleIsRefusedOrHarmless() throws Exception {
        byte[] good = Files.readAllBytes(other);
        java.util.Random random = new java.util.Random(5);
        for (int round = 0; round < 25; round++) {
            byte[] bad = good.clone();
            for (int i = 0; i < 200; i++) {
                bad[100 + random.nextInt(bad.length - 100)] = (byte) random.nextInt();
            }
            Path file = Files.write(dir.resolve("noise" + round), bad);
            try {
                ours.merge(file, Progress.NONE);
            } catch (WorkFailed e) {
                assertThat(e.getMessage()).endsWith(".").doesNotContain("\n");
            }
            assertThat(ours.check().problems()).isEmpty();
        }
    }

    /** What the tables' own rules let through and the program could not read any more. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE label_event SET verdict = 'GREAT' WHERE verdict IS NOT NULL",
                "UPDATE label_event SET source = 'X' WHERE kind = 'LABEL'",
                "UPDATE label_event SET pass = 'X'",
                "UPDATE label_event SET ratings = '[' WHERE kind = 'LABEL'",
                "UPDATE label_event SET ratings = '[{\"a\":1}]' WHERE kind = 'LABEL'",
                "UPDATE label_event SET error_kinds = '{}' WHERE kind = 'LABEL'",
                "UPDATE label_event SET labelled_at = 'today' WHERE kind = 'LABEL'",
                "UPDATE label_event SET annotator = ' ' WHERE kind = 'LABEL'",
                "UPDATE label_event SET annotator = '' WHERE kind = 'STATE'",
                "UPDATE label_event SET state = 'X' WHERE kind = 'STATE'",
                "UPDATE label_event SET state = NULL WHERE kind = 'STATE'",
                "UPDATE label_event SET state = 'X' WHERE kind = 'PREFER'",
                "UPDATE label_event SET candidate = trace, trace = candidate WHERE kind = 'PREFER'",
                "UPDATE label_event SET candidate = 1 WHERE kind = 'LABEL'",
                "UPDATE label_event SET candidate = -1 WHERE kind = 'LABEL'",
                "UPDATE label_event SET step = 7 WHERE kind = 'LABEL'",
                "UPDATE label_event SET step = -9 WHERE kind = 'STATE'",
                "UPDATE label_event SET kind = 'REVISE', state = 'b' WHERE kind = 'LABEL'",
                "UPDATE label_batch SET written_at = 'x'",
                "UPDATE label_batch SET written_at = '2026-01-01T00:00:00Z'",
                "UPDATE label_batch SET written_at = '9999-12-31T23:59:59.999999999Z'",
                "UPDATE label_batch SET uid = '' WHERE action = 'DO' AND seq = 3",
                "UPDATE label_batch SET uid = uid || printf('%.300c', 'x')",
                "UPDATE trace SET digest = x'00' WHERE id = 'b'",
                "UPDATE trace SET outcome = 'X' WHERE id = 'b'",
                "UPDATE trace SET metadata = '[' WHERE id = 'b'",
                "UPDATE trace SET step_count = 9 WHERE id = 'b'",
                "UPDATE trace SET source = 'elsewhere' WHERE id = 'b'",
                "UPDATE step SET kind = 'X' WHERE trace = 2",
                "UPDATE step SET text = text || '!' WHERE trace = 2",
                "UPDATE step SET alternatives = '[' WHERE trace = 2",
                "UPDATE step SET position = position + 1 WHERE trace = 2 AND position = 1",
                "UPDATE suggestion SET made_at = 'x'",
                "UPDATE suggestion SET step = 99",
                "UPDATE score SET step_rewards = 'x'",
                "UPDATE score SET aggregation = 'x'",
                "UPDATE run SET kind = 'x'",
                "UPDATE run SET result_json = '[1]'",
                "INSERT INTO session VALUES ('s', 'a', 'X', 'RANDOM', '[]', 'x', NULL)",
                "INSERT INTO saved_view VALUES ('v', '', 'X')",
                "INSERT INTO remark VALUES ('u', 1, 99, 'a', 't', '2026-01-01T00:00:00Z')",
                "INSERT INTO remark VALUES ('u', 1, 0, 'a', 't', 'x')",
                "INSERT INTO gold VALUES (1, 'GOLD', 'a', 'x')",
                "INSERT INTO rubric_version VALUES ('r', 1, 't', '{}', 'h', '', 'x')",
                "INSERT INTO rubric_draft VALUES ('r', 't', '{\"id\":7}', 'h', 'x')",
                "UPDATE label_event SET kind = 'CLEAR', verdict = 'GREAT' WHERE kind = 'LABEL'",
                "UPDATE label_event SET comment = printf('%.50000000c', 'x') WHERE kind = 'LABEL'",
                "UPDATE label_event SET annotator = printf('%.50000000c', 'x')",
                "UPDATE label_batch SET accepted = printf('%.50000000c', 'x')",
                "UPDATE suggestion SET step = 4294967296",
                "INSERT INTO saved_view VALUES ('', '', 'RANDOM')",
                "INSERT INTO saved_view VALUES (printf('%.101c', 'x'), '', 'RANDOM')",
                "INSERT INTO saved_view VALUES ('v', printf('%.10001c', 'x'), 'RANDOM')",
                "INSERT INTO remark VALUES ('', 1, 0, 'a', 't', '2026-01-01T00:00:00Z')",
                "INSERT INTO remark VALUES ('u', 1, 0, ' ', 't', '2026-01-01T00:00:00Z')",
                "INSERT INTO remark VALUES ('u', 1, 0, 'a', printf('%.10001c', 'x'),"
                        + " '2026-01-01T00:00:00Z')",
                "INSERT INTO remark VALUES ('u', 1, 4294967296, 'a', 't', '2026-01-01T00:00:00Z')",
                "ALTER TABLE remark ADD COLUMN more TEXT",
                "ALTER TABLE remark DROP COLUMN text",
                "DROP TABLE gold; CREATE VIEW gold AS SELECT 1",
                "DROP TABLE session"
            })
    void whatCannotBeReadIsRefusedWhole(String sql) throws Exception {
        for (String table : List.of("label_batch", "label_event")) {
            WorkspaceTest.sqlite(other, "DROP TRIGGER " + table + "_never_changes");
        }
        for (String part : sql.split("; ")) {
            WorkspaceTest.sqlite(other, part);
        }
        refuses(other, "damaged");
    }

    /** Tables that look like ours and are not held to our rules. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "label_batch|uid TEXT NOT NULL UNIQUE|uid TEXT NOT NULL|uid = 'same'",
                "label_batch|IN ('DO',|IN ('HELLO', 'DO',|action = 'HELLO'",
                "trace|id TEXT NOT NULL UNIQUE|id TEXT NOT NULL|id = 'c'"
            })
    void whatBreaksARuleIsRefusedWhole(String table, String rule, String loose, String change)
            throws Exception {
        String strict =
                MergeView.lines(ours, "SELECT sql FROM sqlite_schema WHERE name = ?", table).get(0);
        String changed = strict.replace(rule, loose);
        assertThat(changed).isNotEqualTo(strict);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                Statement statement = connection.createStatement()) {
            for (String sql :
                    List.of(
                            "PRAGMA foreign_keys = OFF",
                            "PRAGMA legacy_alter_table = ON",
                            "ALTER TABLE " + table + " RENAME TO strict_one",
                            changed,
                            "INSERT INTO " + table + " SELECT * FROM strict_one",
                            "DROP TABLE strict_one",
                            "UPDATE " + table + " SET " + change)) {
                statement.execute(sql);
            }
        }
        refuses(other, "damaged");
    }

    /** A cut hides what it replaces: it must not be used to hide what somebody works on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE label_event SET kind = 'REVISE', step = -3, annotator = '', state = 'b'"
                        + " WHERE kind = 'STATE'",
                "UPDATE label_event SET kind = 'REVISE', step = -3, annotator = '', state = 'a'"
                        + " WHERE kind = 'STATE'",
                "UPDATE label_event SET kind = 'REVISE', step = -3, annotator = '', state = 'a'"
                        + " WHERE kind = 'STATE'; INSERT INTO revision_trace SELECT seq FROM trace",
                "UPDATE label_event SET kind = 'REVISE', step = -3, annotator = '', state = 'b',"
                        + " trace = 2 WHERE kind = 'STATE';"
                        + " INSERT INTO revision_trace VALUES (2)",
                "INSERT INTO revision_trace SELECT seq FROM trace"
            })
    void noCutHidesATrace(String sql) throws Exception {
        WorkspaceTest.sqlite(other, "DROP TRIGGER label_event_never_changes");
        for (String part : sql.split("; ?")) {
            WorkspaceTest.sqlite(other, part);
        }
        refuses(other, "damaged");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anOlderFileIsMergedAndStaysAsItIs(int version) throws Exception {
        Path older = dir.resolve("older");
        try (InputStream in =
                new GZIPInputStream(
                        MergeHostileTest.class.getResourceAsStream(
                                "workspace-v" + version + ".sqlite.gz"))) {
            Files.copy(in, older);
        }
        byte[] before = Files.readAllBytes(older);
        try (Workspace fresh = Workspace.create(dir.resolve("fresh"))) {
            MergeReport report = fresh.merge(older, Progress.NONE);

            assertThat(report.conflicts()).isEmpty();
            assertThat(fresh.check().problems()).isEmpty();
            assertThat(fresh.merge(older, Progress.NONE).batchesAdded()).isZero();
            assertThat(Files.readAllBytes(older)).isEqualTo(before);
            try (Workspace opened = Workspace.open(older)) {
                assertThat(report.batchesAdded()).isEqualTo(MergeView.uids(opened).size());
                assertThat(MergeView.everything(fresh)).isEqualTo(MergeView.everything(opened));
                assertThat(opened.merge(fresh.file(), Progress.NONE).labelsChanged()).isZero();
            }
        }
    }

    @Test
    void theOtherFileIsOnlyReadAndNothingIsLeftBehind() throws Exception {
        byte[] before = Files.readAllBytes(other);
        long temporary = leftovers();
        ours.merge(other, Progress.NONE);
        assertThat(Files.readAllBytes(other)).isEqualTo(before);
        assertThat(leftovers()).isEqualTo(temporary);
        try (Stream<Path> files = Files.list(dir)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsOnly("ours", "ours-wal", "ours-shm", "other");
        }
    }

    private static long leftovers() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(f -> f.getFileName().toString().startsWith("stepwright-merge-"))
                    .count();
        }
    }

    @Test
    void aFileInUseIsMergedWithWhatItsWriterSaved() {
        try (Workspace inUse = Workspace.open(other)) {
            inUse.labels().put(Samples.label("a", 0, Verdict.WRONG, "cleo")).join();
            ours.merge(other, Progress.NONE);
            inUse.labels().put(Samples.label("b", 0, Verdict.WRONG, "cleo")).join();
        }
        assertThat(ours.labels().of("a", "cleo")).hasSize(1);
        assertThat(ours.labels().of("b", "cleo")).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoHindrance() throws Exception {
        Path folder = Files.createDirectory(dir.resolve("stick"));
        Path there = Files.copy(other, folder.resolve("w"));
        assertThat(folder.toFile().setWritable(false)).isTrue();
        assertThat(there.toFile().setWritable(false)).isTrue();
        assumeThat(Files.isWritable(folder)).as("this user may write everything").isFalse();
        try {
            assertThat(ours.merge(there, Progress.NONE).tracesAdded()).isEqualTo(1);
        } finally {
            folder.toFile().setWritable(true);
        }
    }

    @Test
    void aTraceAsLongAsABookShelfIsRefused() throws Exception {
        WorkspaceTest.sqlite(other, "UPDATE step SET text = printf('%.30000000c', 'x')");
        refuses(other, "damaged");
    }
}
