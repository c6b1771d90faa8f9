package org.stepwright.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.stepwright.agreement.LabelledTraces.label;
import static org.stepwright.agreement.LabelledTraces.said;
import static org.stepwright.agreement.LabelledTraces.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelPolicy;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;

class LabelDeciderTest {
    @Provide
    Arbitrary<List<LabelledTrace>> traces() {
        return LabelledTraces.some();
    }

    private static LabelledTrace votes(StepLabel... labels) {
        return new LabelledTrace(trace("t", 2), List.of(labels));
    }

    private static List<Verdict> targets(LabelPolicy policy, LabelledTrace row) {
        return LabelDecider.of(policy, List.of(row)).targets(row).verdicts();
    }

    @Property(tries = 100)
    void whatIsLeftOfTheLabelsSaysWhatThePolicySays(
            @ForAll("traces") List<LabelledTrace> traces, @ForAll LabelPolicy policy) {
        LabelDecider decider = LabelDecider.of(policy, traces);
        for (LabelledTrace row : traces) {
            assertThat(StepTargets.of(decider.decide(row))).isEqualTo(decider.targets(row));
        }
    }

    @Property(tries = 100)
    void theStreamSaysWhatTheConsensusOverAllTracesSays(
            @ForAll("traces") List<LabelledTrace> traces) {
        ConsensusResult all = Consensus.DAWID_SKENE.consensus(traces);
        LabelDecider decider = LabelDecider.of(LabelPolicy.DAWID_SKENE, traces);
        for (LabelledTrace row : traces) {
            List<Verdict> chosen = decider.targets(row).verdicts();
            List<Verdict> likeliest = all.targets(row.trace()).verdicts();
            List<OptionalDouble> soft = decider.soft(row, NeutralPolicy.WRONG).rewards();
            for (int step = 0; step < soft.size(); step++) {
                int at = step;
                double expected =
                        all.of(row.trace().id(), step)
                                .map(s -> s.probability(Verdict.CORRECT))
                                .orElse(Double.NaN);
                assertThat(List.of(soft.get(at).orElse(Double.NaN))).isEqualTo(List.of(expected));
                List<Verdict> said =
                        row.labels().stream()
                                .filter(l -> l.step() == at)
                                .map(StepLabel::verdict)
                                .toList();
                if (said.isEmpty() || said.contains(likeliest.get(at))) {
                    assertThat(chosen.get(at)).isEqualTo(likeliest.get(at));
                } else {
                    assertThat(chosen.get(at)).isIn(said);
                }
            }
        }
    }

    @Property(tries = 100)
    void majorityIsTheRuleOfStepTargets(@ForAll("traces") List<LabelledTrace> traces) {
        LabelDecider decider = LabelDecider.of(LabelPolicy.MAJORITY, traces);
        for (LabelledTrace row : traces) {
            assertThat(decider.targets(row)).isEqualTo(StepTargets.of(row));
            assertThat(decider.decide(row)).isSameAs(row);
        }
    }

    @Property(tries = 100)
    void unanimousMasksExactlyTheStepsOnWhichPeopleDiffer(
            @ForAll("traces") List<LabelledTrace> traces) {
        LabelDecider decider = LabelDecider.of(LabelPolicy.UNANIMOUS, traces);
        for (LabelledTrace row : traces) {
            List<Verdict> verdicts = decider.targets(row).verdicts();
            for (int step = 0; step < verdicts.size(); step++) {
                int at = step;
                List<Verdict> said =
                        row.labels().stream()
                                .filter(l -> l.step() == at)
                                .map(StepLabel::verdict)
                                .distinct()
                                .toList();
                assertThat(verdicts.get(step)).isEqualTo(said.size() == 1 ? said.get(0) : null);
            }
        }
    }

    @Test
    void aReviewersDecisionStandsUnderEachPolicy() {
        LabelledTrace row =
                votes(
                        said("t", 0, Verdict.WRONG, "a"),
                        said("t", 0, Verdict.WRONG, "b"),
                        label("t", 0, Verdict.CORRECT, "rev", LabelSource.ADJUDICATED),
                        said("t", 1, Verdict.WRONG, "a"));
        for (LabelPolicy policy : LabelPolicy.values()) {
            assertThat(targets(policy, row)).containsExactly(Verdict.CORRECT, Verdict.WRONG);
            assertThat(
                            LabelDecider.of(policy, List.of(row))
                                    .soft(row, NeutralPolicy.WRONG)
                                    .rewards()
                                    .get(0))
                    .hasValue(1);
        }
    }

    @Test
    void repeatsAndOtherCandidatesHaveNoVoice() {
        LabelledTrace row =
                votes(
                        said("t", 0, Verdict.CORRECT, "a"),
                        label("t", 0, Verdict.WRONG, "a", LabelSource.REPEAT));
        for (LabelPolicy policy : LabelPolicy.values()) {
            assertThat(targets(policy, row).get(0)).isEqualTo(Verdict.CORRECT);
        }
    }

    @Test
    void neutralSharesFollowThePolicyOfNeutral() {
        LabelledTrace row =
                votes(
                        said("t", 0, Verdict.CORRECT, "a"),
                        said("t", 0, Verdict.CORRECT, "b"),
                        said("t", 0, Verdict.NEUTRAL, "c"),
                        said("t", 0, Verdict.WRONG, "d"),
                        said("t", 1, Verdict.NEUTRAL, "a"));
        LabelDecider decider = LabelDecider.of(LabelPolicy.MAJORITY, List.of(row));
        assertThat(decider.soft(row, NeutralPolicy.WRONG).rewards())
                .containsExactly(OptionalDouble.of(0.5), OptionalDouble.of(0));
        assertThat(decider.soft(row, NeutralPolicy.CORRECT).rewards())
                .containsExactly(OptionalDouble.of(0.75), OptionalDouble.of(1));
        List<OptionalDouble> dropped = decider.soft(row, NeutralPolicy.DROP).rewards();
        assertThat(dropped.get(0).orElseThrow()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(dropped.get(1)).isEmpty();
    }

    /** One careful person against two who guess: the majority is often wrong where it need not. */
    @Test
    void weighedVotesFindTheTruthMoreOftenThanTheMajority() {
        Random random = new Random(7);
        List<LabelledTrace> rows = new ArrayList<>();
        List<List<Verdict>> truths = new ArrayList<>();
        for (int t = 0; t < 200; t++) {
            List<StepLabel> labels = new ArrayList<>();
            List<Verdict> truth = new ArrayList<>();
            for (int step = 0; step < 5; step++) {
                Verdict is = random.nextBoolean() ? Verdict.CORRECT : Verdict.WRONG;
                truth.add(is);
                labels.add(said("t" + t, step, random.nextDouble() < 0.95 ? is : other(is), "a"));
                labels.add(said("t" + t, step, random.nextDouble() < 0.95 ? is : other(is), "b"));
                for (String who : List.of("c", "d", "e")) {
                    Verdict guess = random.nextDouble() < 0.55 ? is : other(is);
                    labels.add(said("t" + t, step, guess, who));
                }
            }
            truths.add(truth);
            rows.add(new LabelledTrace(trace("t" + t, 5), labels));
        }
        long weighed = right(LabelPolicy.DAWID_SKENE, rows, truths);
        assertThat(weighed).isGreaterThan(right(LabelPolicy.MAJORITY, rows, truths) + 50);
        assertThat(LabelDecider.of(LabelPolicy.DAWID_SKENE, rows).sharedSteps()).isEqualTo(1000);
    }

    private static Verdict other(Verdict verdict) {
        return verdict == Verdict.CORRECT ? Verdict.WRONG : Verdict.CORRECT;
    }

    private static long right(
            LabelPolicy policy, List<LabelledTrace> rows, List<List<Verdict>> truths) {
        LabelDecider decider = LabelDecider.of(policy, rows);
        long right = 0;
        for (int t = 0; t < rows.size(); t++) {
            List<Verdict> said = decider.targets(rows.get(t)).verdicts();
            for (int step = 0; step < said.size(); step++) {
                right += said.get(step) == truths.get(t).get(step) ? 1 : 0;
            }
        }
        return right;
    }

    @Test
    void wordsNameThePoliciesInAnyCase() {
        for (LabelPolicy policy : LabelPolicy.values()) {
            assertThat(LabelPolicy.of(policy.word())).contains(policy);
            assertThat(LabelPolicy.of(policy.name())).contains(policy);
        }
        assertThat(LabelPolicy.of("loudest")).isEmpty();
        assertThat(LabelPolicy.words()).isEqualTo("majority, dawid-skene, unanimous");
    }
}
