package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwright.label.QueueOrder;
import org.stepwright.work.WorkFailed;

/** Saved views, settings of the project and remarks. */
class TeamStoresTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:15:30Z");

    @TempDir Path dir;
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.create(dir.resolve("w"));
        workspace.traces().add(List.of(Samples.unlabelled("a", "0", "1")));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void sql(String sql, String... values) {
        workspace
                .database()
                .write(
                        Durability.SOON,
                        db -> {
                            var statement = db.prepare(sql);
                            for (int i = 0; i < values.length; i++) {
                                statement.setString(i + 1, values[i]);
                            }
                            return statement.executeUpdate();
                        });
    }

    private static SavedView view(String name, String filter) {
        return new SavedView(name, filter, QueueOrder.UNCERTAIN);
    }

    @Test
    void viewsAreKeptByName() {
        SavedViews views = workspace.views();
        views.save(view(" beta ", "state:open"));
        views.save(view("Alpha", "text:\"two words\" spark:yes"));
        views.save(view("beta", "state:submitted"));
        assertThat(views.all())
                .containsExactly(
                        view("Alpha", "text:\"two words\" spark:yes"),
                        view("beta", "state:submitted"));
        workspace.close();
        workspace = Workspace.open(dir.resolve("w"));
        assertThat(workspace.views().all()).hasSize(2);
        workspace.views().delete("beta");
        workspace.views().delete("nobody's");
        assertThat(workspace.views().all()).extracting(SavedView::name).containsExactly("Alpha");
    }

    @Test
    void viewsThatCannotBeAreRefusedAndChangeNothing() {
        SavedViews views = workspace.views();
        views.save(view("b", "state:open"));
        views.save(view("a", "view:b"));
        for (SavedView wrong :
                List.of(
                        view(" ", "state:open"),
                        view("x".repeat(101), "state:open"),
                        view("c", "colour:red"),
                        view("c", "bare"),
                        view("c", "text:" + "x".repeat(10_000)),
                        view("c", "view:nowhere"),
                        view("c", "view:c"),
                        view("b", "view:a"))) {
            assertThatThrownBy(() -> views.save(wrong))
                    .as(wrong.name())
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageEndingWith(".");
        }
        assertThat(views.all()).containsExactly(view("a", "view:b"), view("b", "state:open"));
    }

    @Test
    void aCircleThatCameFromElsewhereIsASentence() {
        sql("INSERT INTO saved_view VALUES ('a', 'view:b', 'NEWER'), ('b', 'view:a', 'RANDOM')");
        assertThat(workspace.views().all().get(0).order()).isEqualTo(QueueOrder.IMPORTED);
        assertThatThrownBy(() -> workspace.traces().count(TraceFilter.parse("view:a"), ""))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("contains itself");
    }

    @Test
    void settingsAreDefaultsUntilTheyAreSet() {
        assertThat(workspace.project().current()).isEqualTo(ProjectSettings.DEFAULTS);
        settings()
                .sampleStream()
                .limit(100)
                .forEach(
                        settings -> {
                            workspace.project().save(settings);
                            assertThat(workspace.project().current()).isEqualTo(settings);
                        });
    }

    private static Arbitrary<ProjectSettings> settings() {
        Arbitrary<Double> share = Arbitraries.doubles().between(0, 1).ofScale(9);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 100),
                        share,
                        share,
                        Arbitraries.integers().between(0, 3650),
                        Arbitraries.subsetOf(ProjectSettings.SOURCES),
                        Arbitraries.of(ProjectSettings.CONSENSUS),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 1000))
                .as(
                        (overlap, gold, slice, days, sources, consensus, flag, screening) ->
                                new ProjectSettings(
                                        overlap, flag, gold, 1 - gold, days, slice, sources, !flag,
                                        consensus, screening));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "overlap|0",
                "overlap|1.5",
                "overlap|\"2\"",
                "overlap|99999999999999",
                "blind|1",
                "goldShare|1.01",
                "goldShare|\"NaN\"",
                "sliceShare|-0.1",
                "shownSources|[\"verifier\",\"oracle\"]",
                "shownSources|\"verifier\"",
                "shownSources|[1]",
                "consensus|\"LATER\"",
                "consensus|null",
                "screening|{}",
                "overlap|no json",
                "overlap|",
                "from a newer version|7"
            })
    void whatIsNotKnownIsTheDefault(String name, String json) {
        workspace.project().save(ProjectSettings.DEFAULTS.withRepeatShare(0.25));
        sql("INSERT OR REPLACE INTO project_setting VALUES (?, ?)", name, json == null ? "" : json);
        assertThat(workspace.project().current())
                .isEqualTo(ProjectSettings.DEFAULTS.withRepeatShare(0.25));
    }

    @Test
    void settingsOutOfRangeAreNone() {
        ProjectSettings d = ProjectSettings.DEFAULTS;
        for (Runnable wrong :
                List.<Runnable>of(
                        () -> d.withOverlap(0),
                        () -> d.withOverlap(101),
                        () -> d.withGoldShare(Double.NaN),
                        () -> d.withRepeatShare(1.1),
                        () -> d.withRepeatAfterDays(-1),
                        () -> d.withSliceShare(-0.1),
                        () -> d.withShownSources(Set.of("oracle")),
                        () -> d.withConsensus("majority"),
                        () -> d.withScreening(-1))) {
            assertThatThrownBy(wrong::run).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(d.withBlind(false).withShownAfterSubmit(false).blind()).isFalse();
    }

    @Test
    void remarksOnlyGrow() {
        RemarkStore remarks = workspace.remarks();
        Remark second = Remark.of("a", 1, "anna", "is \"this\" right?", AT.plusMillis(5));
        Remark first = Remark.of("a", Remark.WHOLE_TRACE, "bert", "x".repeat(10_000), AT);
        remarks.add(second);
        remarks.add(first);
        remarks.add(second);
        remarks.add(new Remark(second.uid(), "a", 0, "eve", "another text", AT));
        assertThat(remarks.of("a")).containsExactly(first, second);
        assertThat(remarks.of("b")).isEmpty();
        for (String change :
                List.of("UPDATE remark SET text = 'y'", "DELETE FROM remark WHERE step = 1")) {
            assertThatThrownBy(() -> sql(change)).isInstanceOf(WorkFailed.class);
        }
        assertThat(remarks.of("a")).hasSize(2);
    }

    @Test
    void remarksThatCannotBeAreSentences() {
        for (Remark wrong :
                List.of(
                        Remark.of("a", 0, "anna", "  \n", AT),
                        Remark.of("a", 0, "anna", "x".repeat(10_001), AT),
                        Remark.of("a", 2, "anna", "x", AT),
                        Remark.of("b", 0, "anna", "x", AT))) {
            assertThatThrownBy(() -> workspace.remarks().add(wrong))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageEndingWith(".");
        }
        assertThat(workspace.remarks().of("a")).isEmpty();
        assertThatThrownBy(() -> Remark.of("a", -2, "anna", "x", AT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Remark.of("a", 0, " ", "x", AT))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
