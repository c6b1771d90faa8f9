package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** Each kind of damage is planted in a workspace that has something in every table. */
class WorkspaceCheckTest {
    private static final boolean DERIVED = true;
    private static final boolean HISTORY = false;

    @TempDir Path dir;
    private Path file;

    @BeforeEach
    void full() throws IOException {
        file = dir.resolve("w");
        try (InputStream in =
                new GZIPInputStream(
                        WorkspaceCheckTest.class.getResourceAsStream("workspace-v4.sqlite.gz"))) {
            Files.copy(in, file);
        }
        try (Workspace workspace = Workspace.open(file)) {
            workspace.aside().setAside(List.of("c", "d"), "junk", "anna");
            workspace.aside().takeBack(List.of("d"), "anna");
            assertThat(workspace.check().problems()).isEmpty();
        }
        plant(
                "INSERT INTO import_run (seq, file, format, started_at, rejected)"
                        + " VALUES (1, 'f', 'generic', '2026-03-01T10:15:30Z', 1)",
                "INSERT INTO import_range VALUES (1, 2, 1), (3, 4, 1)",
                "INSERT INTO import_reject VALUES (1, 0, 7, 'bad')");
        assertThat(problems()).isEmpty();
    }

    /** Writes past all triggers, as a broken program or disk would. */
    private void plant(String... sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA foreign_keys = OFF");
            for (String trigger : triggers(connection)) {
                statement.executeUpdate("DROP TRIGGER " + trigger);
            }
            for (String one : sql) {
                assertThat(statement.executeUpdate(one)).as(one).isPositive();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> triggers(Connection connection) throws SQLException {
        List<String> names = new java.util.ArrayList<>();
        try (Statement statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private List<String> problems() {
        try (Workspace workspace = Workspace.open(file)) {
            return workspace.check().problems();
        }
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("current labels", DERIVED, "DELETE FROM label WHERE annotator = 'bert'"),
                damage(
                        "current labels",
                        DERIVED,
                        "UPDATE label SET verdict = 'NEUTRAL' WHERE verdict = 'WRONG'"),
                damage(
                        "states of traces",
                        DERIVED,
                        "UPDATE trace_state SET state = 'OPEN' WHERE annotator = 'anna'"),
                damage("preferences that", DERIVED, "DELETE FROM preference"),
                damage("replaced otherwise", DERIVED, "DELETE FROM revision"),
                damage("can be undone", DERIVED, "UPDATE undo_step SET undone = 1 - undone"),
                damage("set aside otherwise", DERIVED, "DELETE FROM aside"),
                damage("set aside otherwise", DERIVED, "INSERT INTO aside VALUES (1)"),
                damage("random slice", DERIVED, "DELETE FROM slice_place WHERE trace = 2"),
                damage(
                        "search",
                        DERIVED,
                        "INSERT INTO trace_words (rowid, problem, steps) VALUES (99, 'x', 'y')"),
                damage("by their words", DERIVED, swapSearch()),
                damage("do not follow", HISTORY, "UPDATE label_event SET prev = 1 WHERE seq = 20"),
                damage(
                        "of no batch",
                        HISTORY,
                        "DELETE FROM label_batch WHERE seq = (SELECT batch FROM label_event WHERE"
                                + " seq = 9)"),
                damage(
                        "steps that are not there",
                        HISTORY,
                        "UPDATE label_event SET step = 99 WHERE seq = 3"),
                damage(
                        "steps are not all there",
                        HISTORY,
                        "DELETE FROM step WHERE trace = 1 AND position = 2"),
                damage(
                        "not what came in",
                        HISTORY,
                        "UPDATE step SET text = 'forged' WHERE trace = 2 AND position = 0"),
                damage(
                        "not what came in",
                        HISTORY,
                        "UPDATE trace SET problem = 'forged' WHERE seq = 2"),
                damage(
                        "cannot be read",
                        HISTORY,
                        "UPDATE step SET kind = 'NONSENSE' WHERE trace = 2 AND position = 0"),
                damage(
                        "facts cannot be read",
                        HISTORY,
                        "UPDATE trace SET source = 'elsewhere' WHERE seq = 1"),
                damage(
                        "facts cannot be read",
                        HISTORY,
                        "UPDATE trace SET metadata = '{' WHERE seq = 1"),
                damage(
                        "alternatives cannot be read",
                        HISTORY,
                        "UPDATE step SET alternatives = '[' WHERE trace = 1 AND position = 1"),
                damage(
                        "ratings or kinds",
                        HISTORY,
                        "UPDATE label_event SET ratings = '[{' WHERE ratings IS NOT NULL"),
                damage("no numbers", HISTORY, "UPDATE score SET step_rewards = 'a lot'"),
                damage("manifest or result", HISTORY, "UPDATE run SET manifest_json = '{'"),
                damage(
                        "comparisons with",
                        HISTORY,
                        "UPDATE label_event SET candidate = 99 WHERE step = -2"),
                damage("replaced by traces", DERIVED, "UPDATE revision SET by_trace = 99"),
                damage(
                        "order of work",
                        HISTORY,
                        "UPDATE queue_rank SET trace = 99 WHERE position = 1"),
                damage(
                        "came with two files",
                        HISTORY,
                        "UPDATE import_range SET last = 3 WHERE first = 1"),
                damage(
                        "came with two files",
                        HISTORY,
                        "UPDATE import_range SET last = 99 WHERE first = 3"),
                damage("more rejected rows", HISTORY, "UPDATE import_run SET rejected = 0"),
                damage("points at nothing", HISTORY, "UPDATE remark SET trace = 99"),
                damage(
                        "points at nothing",
                        HISTORY,
                        "UPDATE set_aside SET trace = 99 WHERE trace = 3"),
                damage("points at nothing", HISTORY, "UPDATE import_range SET run = 99"),
                damage("points at nothing", HISTORY, "UPDATE gold SET trace = 99"),
                damage("points at nothing", HISTORY, "UPDATE suggestion SET trace = 99"),
                damage(
                        "not what was saved",
                        HISTORY,
                        "UPDATE rubric_version SET content = '{}' WHERE number = 1"));
    }

    private static Arguments damage(String found, boolean derived, String... sql) {
        return Arguments.of(found, derived, sql);
    }

    /** The index says of two traces what the other one says. */
    private static String[] swapSearch() {
        return new String[] {
            "INSERT INTO trace_words (trace_words) VALUES ('delete-all')",
            "INSERT INTO trace_words (rowid, problem, steps) SELECT seq, 'other words', 'than"
                    + " these' FROM trace"
        };
    }

    @ParameterizedTest
    @MethodSource("damages")
    void isFoundAndRepairedWhereItFollowsFromTheHistory(
            String found, boolean derived, String[] sql) {
        plant(sql);

        assertThat(problems()).anyMatch(problem -> problem.contains(found));

        try (Workspace workspace = Workspace.open(file)) {
            WorkspaceCounts before = workspace.counts();
            workspace.repair(Progress.NONE);
            if (derived) {
                assertThat(workspace.check().problems()).isEmpty();
            } else {
                assertThat(workspace.check().ok()).as("no repair hides what was lost").isFalse();
            }
            assertThat(workspace.counts().events()).isEqualTo(before.events());
        } catch (WorkFailed e) {
            assertThat(derived)
                    .as("what follows from the history can be made anew: " + e)
                    .isFalse();
        }
    }

    @Test
    void pagesThatAreNotPagesAreFoundAndNotRepaired() throws Exception {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(4096 * 10);
            bytes.write(new byte[4096 * 6]);
        }
        try (Workspace workspace = Workspace.open(file)) {
            assertThat(workspace.check().problems()).anyMatch(p -> p.contains("damaged"));
            assertThatThrownBy(() -> workspace.repair(Progress.NONE))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("restore a backup");
        }
    }

    @Test
    void saysHowFarItIsAndCanBeStopped() {
        long[] seen = {0, 0};
        boolean[] stop = {false};
        Progress progress =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {
                        assertThat(done).isBetween(seen[0], total);
                        seen[0] = done;
                        seen[1] = total;
                    }

                    @Override
                    public boolean isCancelled() {
                        return stop[0];
                    }
                };
        try (Workspace workspace = Workspace.open(file)) {
            assertThat(workspace.check(progress).ok()).isTrue();
            assertThat(seen[0]).isEqualTo(seen[1] - 1);
            stop[0] = true;
            assertThatThrownBy(() -> workspace.check(progress)).isInstanceOf(Cancelled.class);
        }
    }
}
