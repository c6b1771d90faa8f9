package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;

/**
 * Files that earlier versions of the program wrote, each by the program of its time: labels of two
 * people and of an imported file, ratings, comments, sparks, an alternative's label, a decision in
 * place of a label, a clear, states, undone and redone steps, two rubric versions (labels carried
 * over in 3), scores, suggestions and a run; in 4 all that a team does too: sessions, a preference,
 * steps cut anew, gold, remarks, views, settings and an order of work. The files of 4 and later
 * were written by {@link FixtureBench} as it was then.
 */
class OlderVersionsTest {
    /** What is kept row by row, whatever columns come to it. */
    private static final List<String> KEPT =
            List.of(
                    "rubric_draft",
                    "rubric_version",
                    "trace",
                    "step",
                    "label_batch",
                    "label_event",
                    "label",
                    "trace_state",
                    "undo_step",
                    "suggestion",
                    "score",
                    "run",
                    "carry_over",
                    "revisit",
                    "session",
                    "preference",
                    "revision",
                    "revision_trace",
                    "project_setting",
                    "saved_view",
                    "ranking",
                    "queue_rank",
                    "gold",
                    "remark",
                    "slice_place");

    @TempDir Path dir;

    /** What people see. */
    private record Seen(Map<String, List<StepLabel>> labels, Map<String, TraceState> states) {
        static Seen of(Workspace workspace, List<String> traces, List<String> people) {
            Map<String, List<StepLabel>> labels = new TreeMap<>();
            Map<String, TraceState> states = new TreeMap<>();
            for (String trace : traces) {
                labels.put(trace, workspace.labels().of(trace));
                for (String who : people) {
                    states.put(trace + " " + who, workspace.labels().state(trace, who));
                }
            }
            return new Seen(labels, states);
        }
    }

    private Path older(int version) throws IOException {
        Path file = dir.resolve("w");
        try (InputStream in =
                new GZIPInputStream(
                        OlderVersionsTest.class.getResourceAsStream(
                                "workspace-v" + version + ".sqlite.gz"))) {
            Files.copy(in, file);
        }
        assertThat(Header.read(file).version()).isEqualTo(version);
        return file;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void everythingIsKept(int version) throws Exception {
        Path file = older(version);
        Map<String, List<String>> columns = columns(file);
        Map<String, List<String>> before = rows(file, columns);

        try (Workspace workspace = Workspace.open(file)) {
            assertThat(workspace.check().problems()).isEmpty();
        }

        assertThat(Header.read(file).version()).isEqualTo(Migrations.CURRENT.latest());
        assertThat(before.get("label")).isNotEmpty();
        assertThat(rows(file, columns)).isEqualTo(before);
        try (Stream<Path> files = Files.list(dir)) {
            List<Integer> copies =
                    files.filter(f -> f.toString().endsWith(".bak"))
                            .map(f -> Header.read(f).version())
                            .toList();
            assertThat(copies)
                    .isEqualTo(
                            version < Migrations.CURRENT.latest() ? List.of(version) : List.of());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void everythingCanBeUndoneAndDoneAgain(int version) throws Exception {
        try (Workspace workspace = Workspace.open(older(version))) {
            LabelStore labels = workspace.labels();
            List<String> people = people(workspace.file());
            List<String> traces = traces(workspace);
            Seen end = Seen.of(workspace, traces, people);
            for (String who : people) {
                int depth = labels.undoDepth(who);
                assertThat(depth).as(who).isPositive();
                for (int i = 0; i < depth; i++) {
                    assertThat(labels.undo(who).join()).isPresent();
                }
                assertThat(labels.undo(who).join()).isEmpty();
                assertThat(labels.undoDepth(who)).isZero();
                assertThat(workspace.check().problems()).isEmpty();
                for (int i = 0; i < depth; i++) {
                    assertThat(labels.redo(who).join()).isPresent();
                }
            }
            assertThat(Seen.of(workspace, traces, people)).isEqualTo(end);
            assertThat(workspace.check().problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void workGoesOn(int version) throws Exception {
        try (Workspace workspace = Workspace.open(older(version))) {
            LabelStore labels = workspace.labels();
            long events = workspace.counts().events();
            List<StepLabel> before = labels.of("a", "anna");

            labels.put(Samples.label("a", 0, Verdict.NEUTRAL, "anna")).join();
            labels.put(Samples.label("a", 0, Verdict.CORRECT, "cleo")).join();
            labels.finish("a", "cleo", TraceState.SUBMITTED, "").join();

            assertThat(labels.of("a", "anna").get(0).verdict()).isEqualTo(Verdict.NEUTRAL);
            assertThat(labels.of("a", "cleo")).hasSize(1);
            assertThat(labels.state("a", "cleo")).isEqualTo(TraceState.SUBMITTED);
            assertThat(workspace.counts().events()).isEqualTo(events + 3);
            labels.undo("anna").join();
            assertThat(labels.of("a", "anna")).isEqualTo(before);
            assertThat(labels.of("a", "cleo")).as("one's own last change").hasSize(1);
            assertThat(workspace.traces().add(List.of(Samples.unlabelled("new", "s"))).added())
                    .isEqualTo(1);
            assertThat(workspace.check().problems()).isEmpty();
        }
    }

    private static List<String> traces(Workspace workspace) {
        List<String> ids = new ArrayList<>();
        workspace.traces().forEach(TraceFilter.ALL, row -> ids.add(row.trace().id()));
        return ids;
    }

    private static List<String> people(Path file) throws SQLException {
        return query(file, "SELECT DISTINCT annotator FROM undo_step ORDER BY 1");
    }

    /** The columns that each table has now. */
    private static Map<String, List<String>> columns(Path file) throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (String table : KEPT) {
            List<String> names =
                    query(file, "SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid");
            if (!names.isEmpty()) {
                columns.put(table, names);
            }
        }
        return columns;
    }

    private static Map<String, List<String>> rows(Path file, Map<String, List<String>> columns)
            throws SQLException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> table : columns.entrySet()) {
            String row =
                    table.getValue().stream()
                            .map(column -> "quote(" + column + ")")
                            .collect(Collectors.joining(" || ' ' || "));
            rows.put(
                    table.getKey(),
                    query(file, "SELECT " + row + " FROM " + table.getKey() + " ORDER BY 1"));
        }
        return rows;
    }

    private static List<String> query(Path file, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                lines.add(row.getString(1));
            }
        }
        return lines;
    }
}
