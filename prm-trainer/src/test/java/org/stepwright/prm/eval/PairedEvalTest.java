package org.stepwright.prm.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Trace;

class PairedEvalTest {
    private static final String[] THINGS = {"apples", "trains", "cards", "houses", "bees"};

    /** Two steps; the second is wrong in every other trace. */
    private static List<LabelledTrace> rows(int count) {
        List<LabelledTrace> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String problem =
                    i + " " + THINGS[i % 5] + " and " + (i * i) + " more, " + (7 * i) + " go?";
            Trace trace = Trace.of("t" + i, problem, List.of("first", "second"));
            rows.add(
                    new LabelledTrace(
                            trace,
                            List.of(
                                    label(trace, 0, Verdict.CORRECT),
                                    label(
                                            trace,
                                            1,
                                            i % 2 == 0 ? Verdict.WRONG : Verdict.CORRECT))));
        }
        return rows;
    }

    private static StepLabel label(Trace trace, int step, Verdict verdict) {
        return StepLabel.verdict(
                trace.id(), step, verdict, "ana", Instant.EPOCH, LabelSource.HUMAN);
    }

    /** Rewards that know the truth as far as the noise lets them. */
    private static List<List<Double>> rewards(int count, double noise, long seed) {
        Random random = new Random(seed);
        List<List<Double>> rewards = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double second = i % 2 == 0 ? 0.1 : 0.9;
            rewards.add(List.of(0.9, (1 - noise) * second + noise * random.nextDouble()));
        }
        return rewards;
    }

    @Test
    void theSameModelDiffersInNothing() {
        List<List<Double>> same = rewards(60, 0.8, 1);
        PairedRound round = new PairedRound(rows(60), same, 0.5, same, 0.5);
        Map<String, PairedRow> found =
                PairedEval.compare(List.of(round, round), NeutralPolicy.CORRECT, 7);
        assertThat(found).containsOnlyKeys(PairedEval.F1, PairedEval.AUROC, PairedEval.BRIER);
        found.values()
                .forEach(
                        row -> {
                            assertThat(row.difference()).isZero();
                            assertThat(row.low()).isZero();
                            assertThat(row.high()).isZero();
                            assertThat(row.differs()).isFalse();
                        });
    }

    @Test
    void figuresAreThoseOfTheEvaluator() {
        List<LabelledTrace> rows = rows(40);
        List<List<Double>> bad = rewards(40, 1, 2);
        List<List<Double>> good = rewards(40, 0.3, 3);
        Map<String, PairedRow> found =
                PairedEval.compare(
                        List.of(new PairedRound(rows, bad, 0.4, good, 0.6)),
                        NeutralPolicy.CORRECT,
                        7);
        Evaluator evaluator = new Evaluator();
        FileEval before =
                evaluator.evaluate("x", bad, rows, new ThresholdRule(0.4, "given"), null, 1);
        FileEval after =
                evaluator.evaluate("x", good, rows, new ThresholdRule(0.6, "given"), null, 1);
        assertThat(found.get("f1").before()).isCloseTo(before.f1(), within(1e-9));
        assertThat(found.get("f1").after()).isCloseTo(after.f1(), within(1e-9));
        assertThat(found.get("auroc").before()).isCloseTo(before.auroc(), within(1e-12));
        assertThat(found.get("brier").after()).isCloseTo(after.brier(), within(1e-12));
        assertThat(found.get("auroc").differs()).isTrue();
        assertThat(found.get("auroc").low()).isPositive();
        assertThat(found.get("brier").high()).isNegative();
    }

    @Test
    void noiseIsNotCalledADifference() {
        Map<String, PairedRow> found =
                PairedEval.compare(
                        List.of(
                                new PairedRound(
                                        rows(60),
                                        rewards(60, 0.9, 4),
                                        0.5,
                                        rewards(60, 0.9, 5),
                                        0.5)),
                        NeutralPolicy.CORRECT,
                        7);
        assertThat(found.get("auroc").differs()).isFalse();
        assertThat(found.get("auroc").low()).isLessThan(found.get("auroc").high());
    }

    @Test
    void oneProblemSaysNothingAboutOthers() {
        PairedRound round =
                new PairedRound(
                        rows(1), List.of(List.of(0.9, 0.2)), 0.5, List.of(List.of(0.9, 0.8)), 0.5);
        PairedRow f1 = PairedEval.compare(List.of(round), NeutralPolicy.CORRECT, 7).get("f1");
        assertThat(f1.before()).isNaN();
        assertThat(f1.low()).isNaN();
        assertThat(f1.differs()).isFalse();
    }
}
