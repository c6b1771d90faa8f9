package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Criterion.Judged;
import org.stepwright.rubric.CriterionMove;
import org.stepwright.rubric.MigrationPlan;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.score.Aggregation;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** 400 traces of three steps, labelled by two people under the first version. */
class LabelMigrationsTest {
    private static final int TRACES = 400;
    private static final Scale FIVE = new Scale(Scale.Kind.LIKERT, 1, 5, List.of());

    @TempDir Path dir;
    private Workspace workspace;
    private RubricVersion first;
    private RubricVersion second;

    @BeforeEach
    void label() {
        workspace = Workspace.create(dir.resolve("w"));
        first =
                publish(
                        List.of(stage(criterion("tone", FIVE))),
                        criterion("facts", Scale.ternary()),
                        criterion("clause", FIVE),
                        criterion("gone", FIVE));
        second =
                publish(
                        List.of(stage(criterion("tone", FIVE), criterion("reason", FIVE))),
                        criterion("facts", Scale.ternary()),
                        criterion("clause", Scale.binary()));
        List<LabelledTrace> rows = new ArrayList<>();
        for (int i = 0; i < TRACES; i++) {
            List<StepLabel> labels = new ArrayList<>();
            for (String who : List.of("anna", "bert")) {
                for (int step = 0; step < 3; step++) {
                    labels.add(labelOf("t" + i, step, who, i));
                }
            }
            rows.add(
                    new LabelledTrace(
                            Samples.trace("t" + i, "The case.", "Rules apply.", "I decide so."),
                            labels));
        }
        workspace.traces().add(rows);
    }

    @AfterEach
    void close() {
        assertThat(workspace.check().problems()).isEmpty();
        workspace.close();
    }

    private static Criterion criterion(String id, Scale scale) {
        return new Criterion(id, "The " + id, "", scale, 1, false, Judged.VERIFIABLE, null);
    }

    private static Stage stage(Criterion... criteria) {
        return new Stage("decide", "Decide", "", true, true, List.of("decide"), List.of(criteria));
    }

    private RubricVersion publish(List<Stage> stages, Criterion... everyStep) {
        workspace
                .rubrics()
                .saveDraft(
                        new Rubric(
                                "r",
                                "R",
                                "",
                                stages,
                                List.of(everyStep),
                                Aggregation.MIN,
                                List.of("slip")));
        return workspace.rubrics().publish("r", "");
    }

    /** A third of bert's labels are verdicts without a rubric: they are none of this. */
    private static StepLabel labelOf(String trace, int step, String who, int i) {
        if (who.equals("bert") && step == 1) {
            return StepLabel.verdict(
                    trace, step, Verdict.CORRECT, who, Samples.AT, LabelSource.IMPORTED);
        }
        return new StepLabel(
                trace,
                step,
                0,
                Verdict.WRONG,
                List.of(
                        new Rating("facts", -1),
                        new Rating("clause", 1 + i % 5),
                        new Rating("gone", 2)),
                List.of("slip"),
                step == 2,
                false,
                "because",
                who,
                Samples.AT,
                "r@1",
                who.equals("anna") ? LabelSource.HUMAN : LabelSource.IMPORTED);
    }

    private MigrationPlan plan() {
        return workspace.migrations().propose(first, second, Progress.NONE);
    }

    private List<StepLabel> all() {
        return IntStream.range(0, TRACES)
                .boxed()
                .flatMap(i -> workspace.labels().of("t" + i).stream())
                .toList();
    }

    @Test
    void thePreviewCountsAndChangesNothing() {
        MigrationPlan plan = plan();
        assertThat(plan.moves())
                .contains(
                        CriterionMove.rescaled(
                                "clause", "clause", Map.of(1.0, 0.0, 2.0, 0.0, 4.0, 1.0, 5.0, 1.0)),
                        CriterionMove.dropped("gone"));
        List<StepLabel> before = all();

        MigrationPreview preview = workspace.migrations().preview(plan, Progress.NONE);

        assertThat(preview.labels()).isEqualTo(2000);
        assertThat(preview.kept()).isEqualTo(2000);
        assertThat(preview.mapped()).isEqualTo(1600);
        assertThat(preview.renamed()).isZero();
        assertThat(preview.dropped()).isEqualTo(2000 + 400);
        // 800 labels of the last step lack the new criterion; 240 others have a middle clause.
        assertThat(preview.stepsToRevisit()).isEqualTo(800 + 240);
        assertThat(preview.toRate()).isEqualTo(800 + 400);
        assertThat(preview.examples()).hasSize(200);
        MoveUse clause =
                preview.uses().stream()
                        .filter(u -> u.move().from().equals("clause"))
                        .findFirst()
                        .orElseThrow();
        assertThat(clause.carried()).isEqualTo(1600);
        assertThat(clause.dropped()).isEqualTo(400);
        assertThat(clause.values()).containsEntry(3.0, 400L).hasSize(5);
        assertThat(all()).isEqualTo(before);
        assertThat(workspace.migrations().revisits("r@2")).isEmpty();
    }

    @Test
    void carriesOverOnceAndKeepsWhatPeopleSaid() {
        MigrationResult result = workspace.migrations().carryOver(plan(), "boss", Progress.NONE);

        assertThat(result.labels()).isEqualTo(2000);
        assertThat(result.dropped()).isEqualTo(2400);
        assertThat(result.stepsToRevisit()).isEqualTo(1040);
        assertThat(result.changedMeanwhile()).isZero();
        StepLabel label = workspace.labels().of("t3", "bert").get(2);
        assertThat(label)
                .isEqualTo(
                        new StepLabel(
                                "t3",
                                2,
                                0,
                                Verdict.WRONG,
                                List.of(new Rating("facts", -1), new Rating("clause", 1)),
                                List.of("slip"),
                                true,
                                false,
                                "because",
                                "bert",
                                Samples.AT,
                                "r@2",
                                LabelSource.IMPORTED));
        assertThat(workspace.migrations().labelsUnder("r@1")).isZero();
        assertThat(workspace.labels().countByRubric()).isEqualTo(Map.of("r@2", 2000L));
        assertThat(all()).filteredOn(l -> l.rubricVersion().isEmpty()).hasSize(400);

        long events = workspace.counts().events();
        MigrationResult again = workspace.migrations().carryOver(plan(), "boss", Progress.NONE);
        assertThat(again.labels()).isZero();
        assertThat(workspace.counts().events()).isEqualTo(events);
    }

    @Test
    void everyAnnotatorCanTakeTheirOwnBack() {
        List<StepLabel> before = all();
        MigrationResult result = workspace.migrations().carryOver(plan(), "boss", Progress.NONE);
        assertThat(result.undoSteps()).isEqualTo(Map.of("anna", 2, "bert", 1));
        assertThat(workspace.migrations().revisits("r@2")).hasSize(1200);

        result.undoSteps()
                .forEach(
                        (who, steps) -> {
                            for (int i = 0; i < steps; i++) {
                                assertThat(workspace.labels().undo(who).join()).isPresent();
                            }
                        });

        assertThat(all()).isEqualTo(before);
        assertThat(workspace.migrations().revisits("r@2")).isEmpty();
        workspace.labels().redo("bert").join();
        assertThat(workspace.migrations().revisits("r@2")).hasSize(560);
    }

    @Test
    void aRatingSettlesARevisitAndTakingItBackOpensItAgain() {
        workspace.migrations().carryOver(plan(), "boss", Progress.NONE);
        TraceFilter waiting = TraceFilter.parse("revisit:yes annotator:anna");
        assertThat(workspace.traces().count(waiting, "")).isEqualTo(400);
        Revisit revisit = new Revisit("t0", 2, 0, "anna", "r@2", "reason");
        assertThat(workspace.migrations().revisitsOf("t0")).contains(revisit).hasSize(2);

        StepLabel label = workspace.labels().of("t0", "anna").get(2);
        List<Rating> ratings = new ArrayList<>(label.ratings());
        ratings.add(new Rating("reason", 3));
        workspace.labels().put(with(label, ratings)).join();

        assertThat(workspace.migrations().revisitsOf("t0")).doesNotContain(revisit).hasSize(1);
        assertThat(workspace.traces().count(waiting, "")).isEqualTo(399);
        assertThat(workspace.traces().count(TraceFilter.parse("revisit:no"), "anna")).isEqualTo(1);
        workspace.labels().undo("anna").join();
        assertThat(workspace.migrations().revisitsOf("t0")).contains(revisit);

        workspace.migrations().dismiss(revisit);
        assertThat(workspace.migrations().revisitsOf("t0")).doesNotContain(revisit).hasSize(1);
    }

    private static StepLabel with(StepLabel l, List<Rating> ratings) {
        return new StepLabel(
                l.traceId(),
                l.step(),
                l.candidate(),
                l.verdict(),
                ratings,
                l.errorKinds(),
                l.spark(),
                l.unsure(),
                l.comment(),
                l.annotator(),
                l.at(),
                l.rubricVersion(),
                l.source());
    }

    @Test
    void whatWasStoppedKeepsWholeBatchesAndGoesOn() {
        MigrationPlan plan = plan();
        Progress stopping =
                new Progress() {
                    private long done;

                    @Override
                    public void report(long done, long total, String message) {
                        this.done = done;
                    }

                    @Override
                    public boolean isCancelled() {
                        return done > 0;
                    }
                };
        assertThatThrownBy(() -> workspace.migrations().carryOver(plan, "boss", stopping))
                .isInstanceOf(Cancelled.class);
        assertThat(workspace.migrations().labelsUnder("r@2")).isEqualTo(1000);

        MigrationResult rest = workspace.migrations().carryOver(plan, "boss", Progress.NONE);

        assertThat(rest.labels()).isEqualTo(1000);
        assertThat(workspace.migrations().labelsUnder("r@2")).isEqualTo(2000);
    }

    @Test
    void whatSomebodyChangesMeanwhileIsLeftAlone() {
        StepLabel mine = Samples.label("t0", 0, Verdict.CORRECT, "anna");
        Progress relabels =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {
                        if (done == 0) {
                            workspace.labels().put(mine).join();
                        }
                    }

                    @Override
                    public boolean isCancelled() {
                        return false;
                    }
                };

        MigrationResult result = workspace.migrations().carryOver(plan(), "boss", relabels);

        assertThat(result.labels()).isEqualTo(1999);
        assertThat(result.changedMeanwhile()).isEqualTo(1);
        assertThat(workspace.labels().of("t0", "anna").get(0)).isEqualTo(mine);
    }

    @Test
    void refusesWhatIsNotPublishedHere() {
        RubricVersion foreign =
                new RubricVersion(
                        2, second.rubric(), "0".repeat(64), second.publishedAt(), "another file");
        assertThatThrownBy(
                        () ->
                                workspace
                                        .migrations()
                                        .carryOver(
                                                MigrationPlan.propose(first, foreign),
                                                "boss",
                                                Progress.NONE))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("r@2 is not published in this workspace");
        assertThatThrownBy(() -> workspace.migrations().carryOver(plan(), " ", Progress.NONE))
                .isInstanceOf(WorkFailed.class);
    }

    @Test
    void theDecisionIsKept() throws Exception {
        workspace.migrations().carryOver(plan(), "boss", Progress.NONE);

        List<String> decisions =
                workspace
                        .database()
                        .read(
                                db ->
                                        db.handle()
                                                .createQuery(
                                                        "SELECT decided_by || ' ' || from_version"
                                                                + " || ' ' || to_version FROM"
                                                                + " carry_over")
                                                .mapTo(String.class)
                                                .list());
        assertThat(decisions).hasSize(3).containsOnly("boss r@1 r@2");
        assertThatThrownBy(
                        () ->
                                workspace
                                        .database()
                                        .write(
                                                Durability.SOON,
                                                db -> {
                                                    db.execute("DELETE FROM carry_over");
                                                    return null;
                                                }))
                .isInstanceOf(WorkFailed.class);
    }
}
