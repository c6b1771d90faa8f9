package org.stepwright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.QueueOrder;
import org.stepwright.label.RandomSlice;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.prm.train.Recipe;
import org.stepwright.prm.train.TrainOptions;
import org.stepwright.prm.train.Trainer;
import org.stepwright.prm.train.TrainingSet;
import org.stepwright.score.Aggregation;
import org.stepwright.score.TraceScore;
import org.stepwright.storage.Ranked;
import org.stepwright.storage.Run;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.LabelFiles;
import org.stepwright.storage.format.RowSink;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RankingTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
    private static final int SAMPLES = 300;

    private Path model;
    private Path samplesFile;
    private Workspace workspace;
    private List<Ranked> ranked;
    private String basis;

    @BeforeAll
    void train(@TempDir Path folder) {
        samplesFile = Samples.copy(Samples.LABELLED, folder);
        model = folder.resolve("small.prm");
        List<LabelledTrace> rows = samples();
        TrainOptions options = TrainOptions.of(Recipe.SIGNALS, "small");
        TrainingSet set = TrainingSet.of(rows, options.split(), options.seed(), options.neutral());
        new Trainer().train(set, options, Progress.NONE).bundle().write(model);
    }

    @BeforeEach
    void open(@TempDir Path fresh) {
        workspace = Workspace.create(fresh.resolve("w.stepwright"));
        ranked = null;
        basis = null;
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private List<LabelledTrace> samples() {
        List<LabelledTrace> rows = new ArrayList<>();
        RowSink sink =
                new RowSink() {
                    @Override
                    public void accept(long line, LabelledTrace row) {
                        if (rows.size() < SAMPLES) {
                            rows.add(row);
                        }
                    }

                    @Override
                    public void reject(long line, String reason) {
                        throw new AssertionError(reason);
                    }
                };
        LabelFiles.read(samplesFile, "generic", sink, Progress.NONE);
        return rows;
    }

    private RankReport rank(QueueOrder order, Path by, Double share, Progress progress) {
        RankReport report =
                new Ranking(workspace, CLOCK).rank(new RankRequest(order, by, share, 1), progress);
        ranked = workspace.ranks().of(order);
        basis = workspace.ranks().about(order).orElseThrow().basis();
        return report;
    }

    private List<String> ids(QueueOrder order, Double share) {
        rank(order, null, share, Progress.NONE);
        return ranked.stream().map(Ranked::traceId).toList();
    }

    private static Trace trace(String id, Outcome outcome, String... steps) {
        return new Trace(
                id,
                "How much is " + id + "?",
                List.of(steps).stream().map(Step::of).toList(),
                outcome,
                null,
                Map.of());
    }

    private void add(Trace trace, StepLabel... labels) {
        workspace.traces().add(List.of(new LabelledTrace(trace, List.of(labels))));
    }

    private void score(String run, String id, Instant at, Double... rewards) {
        List<Double> steps = List.of(rewards);
        workspace
                .scores()
                .save(
                        run,
                        new TraceScore(
                                id,
                                steps,
                                Aggregation.MIN.aggregate(steps),
                                Aggregation.MIN,
                                -1,
                                "m",
                                ""),
                        at);
    }

    private static StepLabel label(String id, int step, Verdict verdict, String annotator) {
        return StepLabel.verdict(id, step, verdict, annotator, AT, LabelSource.HUMAN);
    }

    @Test
    void goesByTheLatestScores() {
        for (String id : List.of("sure", "unsure", "was unsure", "never scored")) {
            add(trace(id, Outcome.UNKNOWN, "a", "b"));
        }
        score("r1", "sure", AT, 0.99, 0.98);
        score("r1", "unsure", AT, 0.9, 0.5);
        score("r1", "was unsure", AT, 0.5, 0.5);
        score("r2", "was unsure", AT.plusSeconds(1), 1.0, 1.0);

        assertThat(ids(QueueOrder.UNCERTAIN, 0.0))
                .containsExactly("unsure", "sure", "was unsure", "never scored");
        assertThat(basis).isEqualTo("m");
    }

    @Test
    void aScoreOfOtherStepsIsNone() {
        add(trace("cut anew", Outcome.UNKNOWN, "a", "b", "c"));
        add(trace("known", Outcome.UNKNOWN, "a"));
        score("r", "cut anew", AT, 0.5, 0.5);
        score("r", "known", AT, 0.9);

        RankReport report = rank(QueueOrder.UNCERTAIN, null, 0.0, Progress.NONE);

        assertThat(report.scored()).isEqualTo(1);
        assertThat(ranked.get(0).traceId()).isEqualTo("known");
    }

    @Test
    void withoutScoresItSaysWhatToDo() {
        add(trace("a", Outcome.WRONG, "x"));

        for (QueueOrder order :
                List.of(QueueOrder.UNCERTAIN, QueueOrder.CONVINCING_WRONG, QueueOrder.LEARNING)) {
            assertThatThrownBy(() -> rank(order, null, 0.1, Progress.NONE))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("train a model first");
        }
        assertThat(workspace.ranks().about(QueueOrder.UNCERTAIN)).isEmpty();
        assertThat(ids(QueueOrder.RANDOM, 0.1)).containsExactly("a");
        assertThat(basis).isEmpty();
        assertThat(ids(QueueOrder.DISAGREEMENT, 0.1)).containsExactly("a");
    }

    @Test
    void peopleWhoDifferComeFirst() {
        add(trace("alone", Outcome.UNKNOWN, "x"), label("alone", 0, Verdict.WRONG, "ada"));
        add(
                trace("agreed", Outcome.UNKNOWN, "x"),
                label("agreed", 0, Verdict.WRONG, "ada"),
                label("agreed", 0, Verdict.WRONG, "bo"));
        add(
                trace("disputed", Outcome.UNKNOWN, "x"),
                label("disputed", 0, Verdict.WRONG, "ada"),
                label("disputed", 0, Verdict.CORRECT, "bo"));

        assertThat(ids(QueueOrder.DISAGREEMENT, 0.0)).first().isEqualTo("disputed");

        score("r", "agreed", AT, 0.2);
        score("r", "alone", AT, 0.9);
        assertThat(ids(QueueOrder.DISAGREEMENT, 0.0))
                .containsExactly("disputed", "alone", "agreed");
    }

    @Test
    void theSliceIsThatOfTheProblems() {
        workspace.traces().add(samples());
        rank(QueueOrder.RANDOM, null, 0.2, Progress.NONE);

        assertThat(ranked).hasSize(SAMPLES);
        for (Ranked trace : ranked) {
            String problem = workspace.traces().find(trace.traceId()).orElseThrow().problem();
            assertThat(trace.slice()).isEqualTo(RandomSlice.contains(problem, 0.2));
        }
    }

    @Test
    void withoutAShareTheProjectsCounts() {
        workspace.traces().add(samples());
        workspace.project().save(workspace.project().current().withSliceShare(0.3));

        RankReport report = rank(QueueOrder.RANDOM, null, null, Progress.NONE);

        assertThat(report.share()).isEqualTo(0.3);
        TraceFilter inSlice = TraceFilter.parse("slice:yes");
        assertThat(workspace.traces().count(inSlice, "")).isEqualTo(report.slice()).isPositive();
    }

    @Test
    void aBundleScoresWhatItHasNotScoredYet() {
        workspace.traces().add(samples());

        RankReport first = rank(QueueOrder.UNCERTAIN, model, 0.1, Progress.NONE);
        List<Ranked> order = ranked;
        add(trace("one more", Outcome.UNKNOWN, "2 + 2 = 4"));
        RankReport second = rank(QueueOrder.UNCERTAIN, model, 0.1, Progress.NONE);

        assertThat(first)
                .isEqualTo(
                        new RankReport(
                                QueueOrder.UNCERTAIN,
                                "small",
                                SAMPLES,
                                SAMPLES,
                                SAMPLES,
                                (int) order.stream().filter(Ranked::slice).count(),
                                0.1));
        assertThat(second.scoredNow()).isEqualTo(1);
        assertThat(second.scored()).isEqualTo(SAMPLES + 1);
        // By these scores, without the bundle: the same order.
        List<Ranked> withBundle = ranked;
        rank(QueueOrder.UNCERTAIN, null, 0.1, Progress.NONE);
        assertThat(ranked).isEqualTo(withBundle);
        assertThat(workspace.runs().list(Run.Kind.SCORE))
                .singleElement()
                .satisfies(run -> assertThat(run.status()).isEqualTo(Run.Status.SUCCEEDED));
    }

    @Test
    void withoutABundleTheModelThatWasTrainedLastScores() {
        workspace.traces().add(samples());
        score("r", samples().get(0).trace().id(), AT, 0.5);
        saveRun("gone", Run.Status.SUCCEEDED, AT.plusSeconds(9), "/not/there.prm");
        saveRun("failed", Run.Status.FAILED, AT.plusSeconds(8), model.toString());
        saveRun("odd", Run.Status.SUCCEEDED, AT.plusSeconds(7), "\0");
        saveRun("good", Run.Status.SUCCEEDED, AT, model.toString());

        RankReport report = rank(QueueOrder.UNCERTAIN, null, 0.1, Progress.NONE);

        assertThat(report.model()).isEqualTo("small");
        assertThat(report.scoredNow()).isEqualTo(SAMPLES);
        assertThat(rank(QueueOrder.RANDOM, model, 0.1, Progress.NONE).model()).isEmpty();
        assertThat(basis).isEmpty();
    }

    private void saveRun(String id, Run.Status status, Instant end, String path) {
        workspace
                .runs()
                .save(
                        new Run(
                                id,
                                Run.Kind.TRAIN,
                                id,
                                AT,
                                end,
                                status,
                                "signals",
                                "",
                                "",
                                "",
                                path));
    }

    @Test
    void aStoppedRankingKeepsItsScoresAndTheLastOrder() {
        workspace.traces().add(samples());
        Progress afterTheFirstBatch =
                new Progress() {
                    private volatile boolean stop;

                    @Override
                    public void report(long done, long total, String message) {
                        stop |= message.equals("Scoring traces") && done > 0;
                    }

                    @Override
                    public boolean isCancelled() {
                        return stop;
                    }
                };

        assertThatThrownBy(() -> rank(QueueOrder.UNCERTAIN, model, 0.1, afterTheFirstBatch))
                .isInstanceOf(Cancelled.class);
        assertThat(workspace.ranks().of(QueueOrder.UNCERTAIN)).isEmpty();
        assertThat(workspace.runs().list(Run.Kind.SCORE))
                .singleElement()
                .satisfies(run -> assertThat(run.status()).isEqualTo(Run.Status.CANCELLED));

        assertThat(rank(QueueOrder.UNCERTAIN, model, 0.1, Progress.NONE).scoredNow())
                .isBetween(1, SAMPLES - 1);
        assertThat(ranked).hasSize(SAMPLES);
    }

    @Test
    void learningTellsAnswersApartByTheirWords() {
        String apples = "Three apples and four apples make seven apples in the basket.";
        add(trace("apples", Outcome.UNKNOWN, apples));
        add(trace("apples again", Outcome.UNKNOWN, apples + " "));
        add(trace("law", Outcome.UNKNOWN, "The court dismissed the appeal for lack of standing."));
        score("r", "apples", AT, 0.5);
        score("r", "apples again", AT, 0.52);
        score("r", "law", AT, 0.9);

        assertThat(ids(QueueOrder.UNCERTAIN, 0.0)).containsExactly("apples", "apples again", "law");
        // One of the twins is drawn; the other has next to no chance any more.
        assertThat(ids(QueueOrder.LEARNING, 0.0).subList(0, 2)).contains("law");
    }
}
