package org.stepwright.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.stepwright.agreement.LabelledTraces.label;
import static org.stepwright.agreement.LabelledTraces.said;
import static org.stepwright.agreement.LabelledTraces.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;

class ConsensusTest {
    @Provide
    Arbitrary<List<LabelledTrace>> traces() {
        return LabelledTraces.some();
    }

    private static JsonNode reference() throws IOException {
        try (InputStream in =
                ConsensusTest.class.getResourceAsStream("/reference/consensus.json")) {
            return new ObjectMapper().readTree(in).path("cases");
        }
    }

    /** One trace with one step a task. */
    private static LabelledTrace labelled(JsonNode c) {
        List<StepLabel> labels = new ArrayList<>();
        int steps = 0;
        for (JsonNode vote : c.path("votes")) {
            int step = vote.get(0).asInt();
            steps = Math.max(steps, step + 1);
            labels.add(said("t", step, verdict(vote.get(2)), "p" + vote.get(1).asInt()));
        }
        for (JsonNode fixed : c.path("fixed")) {
            labels.add(
                    label(
                            "t",
                            fixed.get(0).asInt(),
                            verdict(fixed.get(1)),
                            "rev",
                            LabelSource.ADJUDICATED));
        }
        return new LabelledTrace(trace("t", steps), labels);
    }

    private static Verdict verdict(JsonNode ordinal) {
        return Verdict.values()[ordinal.asInt()];
    }

    @Test
    void dawidSkeneIsThatOfCrowdKitWithoutSmoothing() throws IOException {
        JsonNode cases = reference();
        assertThat(cases).hasSize(4);
        for (JsonNode c : cases) {
            Votes votes = new Votes(List.of(labelled(c)));
            DawidSkene model = new DawidSkene(votes, 0).run(c.path("rounds").asInt(), -1);
            assertThat(model.rounds()).isEqualTo(c.path("rounds").asInt());
            assertThat(votes.items()).isEqualTo(c.path("posterior").size());
            for (int item = 0; item < votes.items(); item++) {
                JsonNode expected = c.path("posterior").path("" + votes.step(item));
                for (int v = 0; v < 3; v++) {
                    assertThat(model.posterior()[item * 3 + v])
                            .isCloseTo(expected.get(v).asDouble(), within(1e-6));
                }
            }
            for (int p = 0; p < votes.annotators().size(); p++) {
                for (int cell = 0; cell < 9; cell++) {
                    JsonNode expected = c.path("errors").get(p).get(cell / 3).get(cell % 3);
                    assertThat(model.confusion()[p * 9 + cell])
                            .isCloseTo(expected.asDouble(), within(1e-6));
                }
            }
        }
    }

    @Test
    void theMajorityIsThatOfCrowdKitWhereThereIsNoTie() throws IOException {
        for (JsonNode c : reference()) {
            if (c.path("fixed").isEmpty()) {
                ConsensusResult result = Consensus.MAJORITY.consensus(List.of(labelled(c)));
                c.path("majority")
                        .properties()
                        .forEach(
                                e ->
                                        assertThat(
                                                        result.of("t", Integer.parseInt(e.getKey()))
                                                                .orElseThrow()
                                                                .verdict())
                                                .isEqualTo(verdict(e.getValue())));
            }
        }
    }

    @Property(tries = 100)
    void theMajorityIsWhatTrainingTakes(@ForAll("traces") List<LabelledTrace> traces) {
        List<LabelledTrace> all = withDecisionsAndRepeats(traces);
        ConsensusResult result = Consensus.MAJORITY.consensus(all);
        for (LabelledTrace t : all) {
            assertThat(result.targets(t.trace())).isEqualTo(StepTargets.of(t));
            assertThat(result.firstError(t.trace())).isEqualTo(StepTargets.of(t).firstError());
        }
    }

    @Property(tries = 100)
    void probabilitiesSumToOneAndDecisionsStand(@ForAll("traces") List<LabelledTrace> traces) {
        List<LabelledTrace> all = withDecisionsAndRepeats(traces);
        for (Consensus rule : Consensus.values()) {
            ConsensusResult result = rule.consensus(all);
            for (StepConsensus step : result.steps()) {
                assertThat(step.posterior().stream().mapToDouble(p -> p).sum())
                        .isCloseTo(1, within(1e-9));
                assertThat(step.sureness())
                        .isGreaterThanOrEqualTo(Collections.max(step.posterior()) - 1e-9);
            }
            for (Reliability who : result.annotators()) {
                who.confusion()
                        .forEach(
                                row ->
                                        assertThat(row.stream().mapToDouble(p -> p).sum())
                                                .isCloseTo(1, within(1e-9)));
                assertThat(who.accuracy()).isBetween(0.0, 1 + 1e-12);
            }
            StepConsensus decided = result.of("t0", 0).orElseThrow();
            assertThat(decided.decided()).isTrue();
            assertThat(decided.verdict()).isEqualTo(Verdict.NEUTRAL);
            assertThat(decided.sureness()).isEqualTo(1);
        }
    }

    /** The first trace gets a decision on its first step; everybody repeats themselves wrongly. */
    private static List<LabelledTrace> withDecisionsAndRepeats(List<LabelledTrace> traces) {
        List<LabelledTrace> all = new ArrayList<>(withRepeats(traces));
        List<StepLabel> labels = new ArrayList<>(all.get(0).labels());
        labels.add(label("t0", 0, Verdict.NEUTRAL, "p1", LabelSource.ADJUDICATED));
        all.set(0, new LabelledTrace(all.get(0).trace(), labels));
        return all;
    }

    private static List<LabelledTrace> withRepeats(List<LabelledTrace> traces) {
        List<LabelledTrace> all = new ArrayList<>();
        for (LabelledTrace t : traces) {
            List<StepLabel> labels = new ArrayList<>(t.labels());
            for (int step = 0; step < 4; step++) {
                labels.add(label(t.trace().id(), step, Verdict.WRONG, "p0", LabelSource.REPEAT));
            }
            all.add(new LabelledTrace(t.trace(), labels));
        }
        return all;
    }

    @Property(tries = 60)
    void neitherOrderNorNamesNorRepeatsMatter(@ForAll("traces") List<LabelledTrace> traces) {
        List<LabelledTrace> turned = new ArrayList<>(withRepeats(traces));
        Collections.reverse(turned);
        turned = LabelledTraces.each(turned, l -> LabelledTraces.by(l, "z" + (9 - name(l))));
        for (Consensus rule : Consensus.values()) {
            ConsensusResult one = rule.consensus(traces);
            ConsensusResult other = rule.consensus(turned);
            assertThat(other.steps()).hasSameSizeAs(one.steps());
            for (StepConsensus step : one.steps()) {
                StepConsensus same = other.of(step.traceId(), step.step()).orElseThrow();
                for (Verdict v : Verdict.values()) {
                    assertThat(same.probability(v)).isCloseTo(step.probability(v), within(1e-5));
                }
            }
        }
    }

    private static int name(StepLabel label) {
        return label.annotator().charAt(1) - '0';
    }

    @Test
    void dawidSkeneHearsTheReliableOneWhereTwoOthersGuess() {
        Random random = new Random(3);
        List<LabelledTrace> traces = new ArrayList<>();
        Map<String, Verdict> truth = new HashMap<>();
        for (int t = 0; t < 300; t++) {
            Verdict right = Verdict.values()[random.nextInt(3)];
            String id = "t" + t;
            truth.put(id, right);
            List<StepLabel> labels = new ArrayList<>();
            for (String who : List.of("good1", "good2", "bad1", "bad2", "bad3")) {
                double skill = who.startsWith("good") ? 0.95 : 0.1;
                Verdict said =
                        random.nextDouble() < skill ? right : Verdict.values()[random.nextInt(3)];
                labels.add(said(id, 0, said, who));
            }
            traces.add(new LabelledTrace(trace(id, 1), labels));
        }
        ConsensusResult model = Consensus.DAWID_SKENE.consensus(traces);
        assertThat(right(model, truth)).isGreaterThan(270);
        assertThat(right(model, truth))
                .isGreaterThan(right(Consensus.MAJORITY.consensus(traces), truth) + 30);
        assertThat(model.rounds()).isBetween(1, 100);
        Map<String, Double> accuracy = new HashMap<>();
        model.annotators().forEach(a -> accuracy.put(a.annotator(), a.accuracy()));
        assertThat(accuracy.get("good1")).isGreaterThan(0.9);
        assertThat(accuracy.get("bad1")).isLessThan(0.6);
    }

    private static long right(ConsensusResult result, Map<String, Verdict> truth) {
        return result.steps().stream().filter(s -> truth.get(s.traceId()) == s.verdict()).count();
    }

    @Test
    void decisionsTeachWhoIsRight() {
        // Two people always differ; what is decided on half of the steps tells the other half.
        List<LabelledTrace> traces = new ArrayList<>();
        for (int t = 0; t < 40; t++) {
            String id = "t" + t;
            Verdict right = t % 4 < 2 ? Verdict.WRONG : Verdict.CORRECT;
            Verdict other = t % 4 < 2 ? Verdict.CORRECT : Verdict.WRONG;
            List<StepLabel> labels = new ArrayList<>();
            labels.add(said(id, 0, right, "knows"));
            labels.add(said(id, 0, other, "errs"));
            if (t % 2 == 0) {
                labels.add(label(id, 0, right, "rev", LabelSource.ADJUDICATED));
            }
            traces.add(new LabelledTrace(trace(id, 1), labels));
        }
        ConsensusResult result = Consensus.DAWID_SKENE.consensus(traces);
        for (StepConsensus step : result.steps()) {
            int t = Integer.parseInt(step.traceId().substring(1));
            assertThat(step.verdict()).isEqualTo(t % 4 < 2 ? Verdict.WRONG : Verdict.CORRECT);
            assertThat(step.votes()).isEqualTo(2);
        }
        assertThat(result.converged()).isTrue();
        Reliability knows = result.annotators().get(1);
        assertThat(knows.annotator()).isEqualTo("knows");
        assertThat(knows.decided().part()).isEqualTo(20);
        assertThat(knows.decided().whole()).isEqualTo(20);
        assertThat(result.annotators()).hasSize(2);
    }

    @Test
    void nothingGivesNothing() {
        for (Consensus rule : Consensus.values()) {
            ConsensusResult result =
                    rule.consensus(List.of(new LabelledTrace(trace("t", 2), List.of())));
            assertThat(result.steps()).isEmpty();
            assertThat(result.annotators()).isEmpty();
            assertThat(result.of("t", 0)).isEmpty();
            assertThat(result.targets(trace("t", 2)).verdicts()).containsOnlyNulls();
        }
    }

    @Test
    void veryManyAnnotatorsTakeMemoryForWhatTheySaid() {
        List<LabelledTrace> traces = new ArrayList<>();
        for (int t = 0; t < 200; t++) {
            String id = "t" + t;
            List<StepLabel> labels = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                Verdict verdict = i % 3 == 0 ? Verdict.WRONG : Verdict.CORRECT;
                labels.add(said(id, i / 2, verdict, "ann-" + t + "-" + i));
            }
            traces.add(new LabelledTrace(trace(id, 50), labels));
        }
        ConsensusResult result = Consensus.DAWID_SKENE.consensus(traces);
        assertThat(result.annotators()).hasSize(20_000);
        assertThat(result.steps()).hasSize(10_000);
    }
}
