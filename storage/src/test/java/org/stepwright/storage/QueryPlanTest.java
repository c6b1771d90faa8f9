package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a filter asks of a trace is looked up, never searched for among all labels. */
class QueryPlanTest {
    @TempDir Path dir;

    static Stream<Arguments> filters() {
        return Stream.of(FilterKey.values())
                .filter(key -> key != FilterKey.VIEW)
                .flatMap(
                        key ->
                                (key.choices().isEmpty() ? List.of("x") : key.choices())
                                        .stream().map(v -> TraceFilter.ALL.with(key, v)))
                .flatMap(
                        filter ->
                                Stream.of("", "anna", "import:x")
                                        .map(who -> Arguments.of(filter, who)));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void noFilterScansLabels(TraceFilter filter, String annotator) {
        try (Workspace workspace = Workspace.create(dir.resolve("w"))) {
            for (String seq : List.of("t.seq", "r.trace")) {
                List<String> plan = plan(workspace, filter, annotator, seq);
                assertThat(plan)
                        .as(String.join("\n", plan))
                        .isNotEmpty()
                        .noneMatch(line -> line.matches("SCAN (l|e|n|o|s|d|label.*|gold|g)( .*)?"));
            }
        }
    }

    @Test
    void marksAndDifferencesAreFoundByTheirIndexes() {
        try (Workspace workspace = Workspace.create(dir.resolve("w"))) {
            assertThat(uses(workspace, "spark:yes", "")).contains("label_event_marked");
            assertThat(uses(workspace, "kind:x", "anna")).contains("label_event_marked");
            assertThat(uses(workspace, "disagree:yes", "")).contains("label_not_correct");
            assertThat(uses(workspace, "verdict:wrong", "")).contains("label_not_correct");
            assertThat(uses(workspace, "decided:no", "")).contains("label_decision");
            assertThat(uses(workspace, "labelled:yes", "anna")).contains("label_of_person");
            assertThat(uses(workspace, "verdict:correct", "anna")).contains("label_of_person");
        }
    }

    private static String uses(Workspace workspace, String where, String annotator) {
        return String.join("\n", plan(workspace, TraceFilter.parse(where), annotator, "r.trace"));
    }

    private static List<String> plan(
            Workspace workspace, TraceFilter filter, String annotator, String seq) {
        return workspace
                .database()
                .read(
                        db -> {
                            TraceQuery query = TraceQuery.of(db, List.of(filter), annotator, seq);
                            PreparedStatement explain =
                                    db.prepare(
                                            "EXPLAIN QUERY PLAN SELECT t.id FROM queue_rank r"
                                                    + " CROSS JOIN trace t ON t.seq = r.trace"
                                                    + " WHERE r.ordering = 'RANDOM'"
                                                    + " AND r.generation = 1 AND "
                                                    + query.where()
                                                    + " ORDER BY r.position");
                            query.bind(explain, 1);
                            List<String> lines = new ArrayList<>();
                            try (ResultSet row = explain.executeQuery()) {
                                while (row.next()) {
                                    lines.add(row.getString("detail"));
                                }
                            }
                            return lines;
                        });
    }
}
