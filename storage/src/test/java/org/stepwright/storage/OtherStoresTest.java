package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.Suggestion;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.score.Aggregation;
import org.stepwright.score.TraceScore;
import org.stepwright.work.WorkFailed;

class OtherStoresTest {
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

    private static Rubric rubric(String title) {
        Criterion exact =
                new Criterion(
                        "exact",
                        "Exact",
                        "Numbers *match*.",
                        new Scale(Scale.Kind.NUMERIC, 0.1, 2.5, List.of()),
                        0.3,
                        true,
                        Criterion.Judged.VERIFIABLE,
                        new VerifierSpec("arithmetic", Map.of("tolerance", "0.01", "a", "b")));
        Criterion polite =
                new Criterion(
                        "polite",
                        "Polite",
                        "",
                        Scale.ternary(),
                        1,
                        false,
                        Criterion.Judged.STYLE,
                        null);
        Stage stage =
                new Stage(
                        "decide", "Decide", "İ ı", true, false, List.of("refund"), List.of(exact));
        return new Rubric(
                "refunds",
                title,
                "",
                List.of(stage),
                List.of(polite),
                Aggregation.MIN,
                List.of("wrong tool"));
    }

    @Test
    void publishedVersionsStay() {
        RubricStore rubrics = workspace.rubrics();
        Rubric first = rubric("Refunds");
        rubrics.saveDraft(first);
        assertThat(rubrics.list().get(0).draftDiffers()).isTrue();

        RubricVersion one = rubrics.publish("refunds", "first");
        assertThat(rubrics.list())
                .singleElement()
                .satisfies(
                        head -> {
                            assertThat(head.latestVersion()).isEqualTo(1);
                            assertThat(head.draftDiffers()).isFalse();
                        });
        assertThatThrownBy(() -> rubrics.publish("refunds", ""))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("Nothing changed");

        rubrics.saveDraft(rubric("Refunds 2"));
        assertThat(rubrics.list().get(0).draftDiffers()).isTrue();
        RubricVersion two = rubrics.publish("refunds", "second");
        rubrics.deleteDraft("refunds");

        assertThat(rubrics.versions("refunds")).containsExactly(one, two);
        assertThat(rubrics.version("refunds@1")).contains(one);
        for (String none : List.of("refunds@01", "refunds@", "refunds@x", "refunds@99", "@1", "")) {
            assertThat(rubrics.version(none)).as(none).isEmpty();
        }
        assertThat(rubrics.version("refunds@1").orElseThrow().rubric()).isEqualTo(first);
        assertThat(one.contentHash()).hasSize(64).isNotEqualTo(two.contentHash());
        for (String none : List.of("refunds@3", "refunds", "@1", "refunds@", "refunds@01", "")) {
            assertThat(rubrics.version(none)).as(none).isEmpty();
        }
        assertThat(rubrics.draft("refunds")).isEmpty();
        assertThat(rubrics.list())
                .extracting(RubricHead::title, RubricHead::draftDiffers)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Refunds 2", false));
        assertThatThrownBy(() -> rubrics.publish("refunds", "")).hasMessageContaining("no draft");
    }

    @Test
    void publishedVersionsCannotBeChanged() throws Exception {
        workspace.rubrics().saveDraft(rubric("Refunds"));
        workspace.rubrics().publish("refunds", "");
        for (String change :
                List.of("UPDATE rubric_version SET title = 'x'", "DELETE FROM rubric_version")) {
            assertThatThrownBy(() -> WorkspaceTest.sqlite(workspace.file(), change))
                    .hasMessageContaining("published rubric versions");
        }
    }

    @Test
    void suggestionsAreReplacedBySource() {
        SuggestionStore suggestions = workspace.suggestions();
        Suggestion one = new Suggestion("a", 1, "verifier:x", 0.25, "2+2=5", Samples.AT);
        Suggestion two = new Suggestion("a", 0, "model:m", 1, "", Samples.AT);
        suggestions.replace("a", "verifier:x", List.of(one, one));
        suggestions.replace("a", "model:m", List.of(two));
        suggestions.replace("a", "verifier:x", List.of(one));

        assertThat(suggestions.of("a")).containsExactly(two, one);
        assertThat(workspace.labels().of("a")).as("never labels").isEmpty();
        assertThat(workspace.counts().labels()).isZero();
        Suggestion outside = new Suggestion("a", 2, "model:m", 1, "", Samples.AT);
        assertThatThrownBy(() -> suggestions.replace("a", "model:m", List.of(outside)))
                .isInstanceOf(WorkFailed.class);
        assertThat(suggestions.of("a")).as("all or nothing").containsExactly(two, one);
        assertThatThrownBy(() -> suggestions.replace("none", "model:m", List.of()))
                .isInstanceOf(WorkFailed.class);
    }

    @Test
    void scoresThatNoModelGivesAreASentence() throws Exception {
        workspace.scores().save("r", score("a", 0.5, "m"), Instant.EPOCH);
        for (String change :
                List.of(
                        "step_rewards = '[1e999]'",
                        "step_rewards = '[null]'",
                        "step_rewards = 'null'",
                        "step_rewards = '[-5]'",
                        "step_rewards = '[NaN]'",
                        "step_rewards = '[0.5]', trace_reward = 9e999",
                        "trace_reward = 0.5, aggregation = 'X'",
                        "aggregation = 'MIN', first_error = 77")) {
            WorkspaceTest.sqlite(workspace.file(), "UPDATE score SET " + change);
            for (Runnable read :
                    List.<Runnable>of(
                            () -> workspace.scores().of("r"),
                            () -> workspace.scores().latest("a"),
                            () -> workspace.scores().forEach("m", "", s -> {}))) {
                assertThatThrownBy(read::run)
                        .as(change)
                        .isInstanceOf(WorkFailed.class)
                        .hasMessageContaining("cannot be read");
            }
        }
    }

    @Test
    void scoresComeBackByRunAndByModel() {
        TraceScore old = score("a", 0.1 + 0.2, "m");
        TraceScore recent = score("a", 1.0 / 3, "m");
        TraceScore other = score("elsewhere", 0, "m");
        workspace.scores().saveAll("r1", List.of(old, other), Instant.EPOCH);
        workspace.scores().save("r2", recent, Instant.EPOCH.plusNanos(1));
        workspace.scores().save("r1", old, Instant.EPOCH);

        assertThat(workspace.scores().of("r1")).containsExactly(old, other);
        assertThat(workspace.scores().latest("a", "m")).contains(recent);
        assertThat(workspace.scores().latest("a", "n")).isEmpty();
        assertThat(streamed("m", "")).containsExactly(old, other, recent);
        assertThat(streamed("m", "r2")).containsExactly(recent);
        assertThat(streamed("n", "")).isEmpty();
    }

    @Test
    void theModelThatScoredLastComesFirst() {
        assertThat(workspace.scores().models()).isEmpty();

        workspace.scores().save("r1", score("a", 1, "late"), Instant.EPOCH.plusSeconds(5));
        workspace.scores().save("r2", score("a", 1, "early"), Instant.EPOCH);
        workspace.scores().save("r3", score("b", 1, "early"), Instant.EPOCH.plusSeconds(1));

        assertThat(workspace.scores().models()).containsExactly("late", "early");
    }

    private List<TraceScore> streamed(String model, String run) {
        List<TraceScore> scores = new ArrayList<>();
        workspace.scores().forEach(model, run, scores::add);
        return scores;
    }

    private static TraceScore score(String trace, double reward, String model) {
        return new TraceScore(
                trace, List.of(reward, 1.0), reward, Aggregation.MIN, -1, model, "refunds@1");
    }

    @Test
    void runsAreUpdatedInPlace() {
        Run running = run("1", Instant.EPOCH, null, Run.Status.RUNNING);
        Run done = run("1", Instant.EPOCH, Samples.AT, Run.Status.SUCCEEDED);
        Run later = run("2", Samples.AT, null, Run.Status.FAILED);
        workspace.runs().save(running);
        workspace.runs().save(later);
        workspace.runs().save(done);

        assertThat(workspace.runs().list(Run.Kind.TRAIN)).containsExactly(later, done);
        assertThat(workspace.runs().list(Run.Kind.LIVE)).isEmpty();
        assertThat(workspace.runs().find("1")).contains(done);
        assertThat(workspace.counts().runs()).isEqualTo(2);
    }

    private static Run run(String id, Instant from, Instant to, Run.Status status) {
        return new Run(
                id, Run.Kind.TRAIN, "n", from, to, status, "signals", "", "{\"a\":1}", "", "m.prm");
    }
}
