package org.stepwright.prm.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.prm.ModelBundle;
import org.stepwright.prm.RewardModel;
import org.stepwright.prm.RewardModels;
import org.stepwright.prm.ScoringSession;
import org.stepwright.score.TraceScore;
import org.stepwright.trace.Part;
import org.stepwright.trace.SplitRatios;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

class TrainerTest {
    private static final List<LabelledTrace> ROWS = SyntheticSums.rows(120, 1);

    private static final Map<Recipe, TrainingResult> TRAINED = new EnumMap<>(Recipe.class);

    @TempDir Path dir;

    @BeforeAll
    static void trainEachRecipeOnce() {
        for (Recipe recipe : Recipe.values()) {
            TRAINED.put(recipe, train(ROWS, recipe));
        }
    }

    @ParameterizedTest
    @EnumSource(Recipe.class)
    void sameSeedAndDataInAnyOrderGiveTheSameBytes(Recipe recipe) throws IOException {
        List<LabelledTrace> shuffled = new ArrayList<>(ROWS);
        Collections.shuffle(shuffled, new Random(7));
        TRAINED.get(recipe).bundle().write(dir.resolve("a.prm"));
        TrainOptions oneThread =
                new TrainOptions(
                        recipe, 42, NeutralPolicy.CORRECT, SplitRatios.DEFAULT, 1, "sums", "");
        new Trainer()
                .train(set(shuffled), oneThread, Progress.NONE)
                .bundle()
                .write(dir.resolve("b.prm"));
        assertThat(Files.mismatch(dir.resolve("a.prm"), dir.resolve("b.prm"))).isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource(Recipe.class)
    void streamedAndWholeAreEqualBitByBitAndLaterStepsChangeNothing(Recipe recipe) {
        List<Trace> traces = SyntheticSums.rows(40, 5).stream().map(LabelledTrace::trace).toList();
        try (RewardModel model = RewardModels.open(TRAINED.get(recipe).bundle())) {
            List<List<Double>> whole = model.scoreAll(traces, Progress.NONE);
            for (int t = 0; t < traces.size(); t++) {
                Trace trace = traces.get(t);
                ScoringSession session = model.begin(trace.problem());
                List<Double> streamed = trace.steps().stream().map(session::next).toList();
                assertThat(streamed).isEqualTo(whole.get(t));
                int keep = trace.steps().size() / 2;
                List<Step> changed = new ArrayList<>(trace.steps().subList(0, keep));
                changed.add(Step.of("Wait, that is wrong: 1 + 1 = 3, so \\boxed{3}."));
                TraceScore other =
                        model.score(
                                Trace.of(
                                        trace.id(),
                                        trace.problem(),
                                        changed.stream().map(Step::text).toList()));
                assertThat(other.stepRewards().subList(0, keep))
                        .isEqualTo(whole.get(t).subList(0, keep));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Recipe.class)
    void learnsToTellWrongSumsFromRightOnes(Recipe recipe) {
        TrainingResult result = TRAINED.get(recipe);
        assertThat(result.heldOut().auroc()).isGreaterThan(0.8);
        assertThat(result.validation().f1()).isGreaterThan(60);
        assertThat(result.steps()).isGreaterThan(result.positives());
        assertThat(result.bundle().manifest().baselines()).isNotNull();
        assertThat(result.bundle().modelCard()).contains(result.datasetSha256());
    }

    @ParameterizedTest
    @EnumSource(Recipe.class)
    void bundleRoundTripKeepsEverything(Recipe recipe) {
        ModelBundle bundle = TRAINED.get(recipe).bundle();
        Path file = dir.resolve("round.prm");
        bundle.write(file);
        ModelBundle back = ModelBundle.read(file);
        assertThat(back.manifest()).isEqualTo(bundle.manifest());
        assertThat(back.digest()).isEqualTo(bundle.digest());
        assertThat(back.modelOnnx()).isEqualTo(bundle.modelOnnx());
        assertThat(back.tokenizerJson()).isEqualTo(bundle.tokenizerJson());
        assertThat(back.modelCard()).isEqualTo(bundle.modelCard());
        try (RewardModel a = RewardModels.open(bundle);
                RewardModel b = RewardModels.open(file)) {
            assertThat(b.info()).isEqualTo(a.info());
            assertThat(b.score(ROWS.get(0).trace())).isEqualTo(a.score(ROWS.get(0).trace()));
        }
    }

    @Test
    void anotherTraceOrLabelGivesAnotherDigestAndAnotherSeedAnotherSplit() {
        String digest = set(ROWS).sha256();
        assertThat(digest).isEqualTo(TRAINED.get(Recipe.SIGNALS).datasetSha256());
        assertThat(set(ROWS.subList(0, 119)).sha256()).isNotEqualTo(digest);
        List<LabelledTrace> relabelled = new ArrayList<>(ROWS);
        LabelledTrace first = ROWS.get(0);
        List<StepLabel> labels = new ArrayList<>(first.labels());
        StepLabel last = labels.remove(labels.size() - 1);
        labels.add(
                StepLabel.verdict(
                        first.trace().id(),
                        last.step(),
                        last.verdict() == Verdict.WRONG ? Verdict.CORRECT : Verdict.WRONG,
                        last.annotator(),
                        last.at(),
                        last.source()));
        relabelled.set(0, new LabelledTrace(first.trace(), labels));
        assertThat(set(relabelled).sha256()).isNotEqualTo(digest);
        TrainingSet other = TrainingSet.of(ROWS, SplitRatios.DEFAULT, 43, NeutralPolicy.CORRECT);
        assertThat(other.part(Part.TEST)).isNotEqualTo(set(ROWS).part(Part.TEST));
    }

    @Test
    void fallsBackToLogisticRegressionAndSaysSo() {
        Learner missing =
                new Learner() {
                    @Override
                    public String name() {
                        return "boosted-trees";
                    }

                    @Override
                    public Map<String, String> parameters() {
                        return Map.of();
                    }

                    @Override
                    public Head fit(Design design, long seed, Progress progress) {
                        throw new LearnerMissing(new UnsatisfiedLinkError("libgomp.so.1"));
                    }
                };
        ModelBundle bundle =
                new Trainer(recipe -> missing)
                        .train(set(ROWS), options(Recipe.SIGNALS), Progress.NONE)
                        .bundle();
        assertThat(bundle.manifest().learner()).isEqualTo("logistic-regression");
        assertThat(bundle.manifest().warnings()).anyMatch(w -> w.contains("libgomp"));
        assertThat(bundle.modelCard()).contains("libgomp");
        try (RewardModel model = RewardModels.open(bundle)) {
            assertThat(model.score(ROWS.get(0).trace()).stepRewards()).isNotEmpty();
        }
    }

    @Test
    void saysWhatIsMissingInTheData() {
        assertThatThrownBy(() -> train(ROWS.subList(0, 2), Recipe.SIGNALS))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("too few");
        assertThatThrownBy(() -> train(onlyCorrect(), Recipe.SIGNALS))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("is correct; label some wrong steps");
        SplitRatios noValidation = new SplitRatios(0.9, 0, 0.1);
        TrainingSet set = TrainingSet.of(ROWS, noValidation, 42, NeutralPolicy.CORRECT);
        assertThatThrownBy(() -> new Trainer().train(set, options(Recipe.SIGNALS), Progress.NONE))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("validation");
        assertThatThrownBy(() -> train(List.of(), Recipe.SIGNALS)).isInstanceOf(WorkFailed.class);
    }

    @ParameterizedTest
    @EnumSource(Recipe.class)
    void stopsWhenCancelled(Recipe recipe) {
        AtomicInteger reports = new AtomicInteger();
        Progress stopping =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {
                        reports.incrementAndGet();
                    }

                    @Override
                    public boolean isCancelled() {
                        return reports.get() > 5;
                    }
                };
        assertThatThrownBy(() -> new Trainer().train(set(ROWS), options(recipe), stopping))
                .isInstanceOf(Cancelled.class);
    }

    @Test
    void splitKeepsAnswersToOneProblemTogetherAlsoWhenItWasRewritten() {
        List<LabelledTrace> rows = new ArrayList<>();
        for (LabelledTrace row : ROWS) {
            String problem = row.trace().problem();
            rows.add(row);
            rows.add(answer(row, "again", problem, Map.of()));
            Map<String, String> original = Map.of(Trace.ORIGINAL_PROBLEM, problem);
            rows.add(answer(row, "rewritten", "Another wording of it", original));
        }
        TrainingSet set = set(rows);
        int sum = 0;
        for (Part part : Part.values()) {
            Map<String, Long> answers =
                    set.part(part).stream()
                            .map(r -> r.trace().id().replaceFirst("-(again|rewritten)$", ""))
                            .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
            assertThat(answers.values()).isNotEmpty().allMatch(n -> n == 3);
            sum += set.part(part).size();
        }
        assertThat(sum).isEqualTo(set.traces()).isEqualTo(3 * ROWS.size());
    }

    private static LabelledTrace answer(
            LabelledTrace row, String suffix, String problem, Map<String, String> metadata) {
        Trace trace = row.trace();
        String id = trace.id() + "-" + suffix;
        String wording = metadata.isEmpty() ? problem : problem + " " + trace.id();
        return new LabelledTrace(
                new Trace(id, wording, trace.steps(), trace.outcome(), trace.reference(), metadata),
                row.labels().stream()
                        .map(
                                l ->
                                        StepLabel.verdict(
                                                id,
                                                l.step(),
                                                l.verdict(),
                                                l.annotator(),
                                                l.at(),
                                                l.source()))
                        .toList());
    }

    @Test
    void excludesProblemsTheirNearDuplicatesAndTheirRewritings() {
        LabelledTrace known = ROWS.get(3);
        String problem = known.trace().problem();
        LabelledTrace rewritten =
                answer(
                        known,
                        "rewritten",
                        "Another wording",
                        Map.of(Trace.ORIGINAL_PROBLEM, problem));
        String longer = (problem + " ").repeat(4);
        LabelledTrace near = answer(known, "near", longer + "please", Map.of());
        List<LabelledTrace> rows = new ArrayList<>(ROWS);
        rows.add(rewritten);
        rows.add(near);

        List<LabelledTrace> kept =
                TrainingData.exclude(
                        rows, List.of("  " + problem.toUpperCase(java.util.Locale.ROOT), longer));

        assertThat(kept).doesNotContain(known, rewritten, near).hasSize(ROWS.size() - 1);
    }

    @Test
    void saysWhenTheThresholdCouldNotBeOneOfTheBestF1() {
        List<LabelledTrace> wrong =
                ROWS.stream()
                        .filter(
                                r ->
                                        r.labels().stream()
                                                .anyMatch(l -> l.verdict() == Verdict.WRONG))
                        .toList();
        ModelBundle bundle = train(wrong, Recipe.SIGNALS).bundle();
        assertThat(bundle.manifest().thresholdRule())
                .startsWith("best error accuracy")
                .contains("no right trace");
        assertThat(bundle.manifest().warnings()).anyMatch(w -> w.contains("best F1"));
    }

    @Test
    void baselinesTakeTheirThresholdsFromWhereTheModelDoes() {
        TrainingResult result = TRAINED.get(Recipe.SIGNALS);
        assertThat(result.heldOut().baselines().get("length").thresholdRule())
                .isEqualTo(result.heldOut().thresholdRule());
    }

    @Test
    void theCalibrationBeforeTheTemperatureStandsBesideTheOneAfter() {
        assertThat(TRAINED.get(Recipe.SIGNALS).bundle().manifest().metrics())
                .containsKeys(
                        "validation.ece",
                        "validation.ece_before_temperature",
                        "test.ece_before_temperature");
    }

    private static List<LabelledTrace> onlyCorrect() {
        return ROWS.stream()
                .filter(r -> r.labels().stream().noneMatch(l -> l.verdict() == Verdict.WRONG))
                .toList();
    }

    private static TrainingSet set(List<LabelledTrace> rows) {
        return TrainingSet.of(rows, SplitRatios.DEFAULT, 42, NeutralPolicy.CORRECT);
    }

    private static TrainOptions options(Recipe recipe) {
        return new TrainOptions(
                recipe, 42, NeutralPolicy.CORRECT, SplitRatios.DEFAULT, 2, "sums", "");
    }

    private static TrainingResult train(List<LabelledTrace> rows, Recipe recipe) {
        return new Trainer().train(set(rows), options(recipe), Progress.NONE);
    }
}
