package org.stepwright.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.stepwright.agreement.LabelledTraces.label;
import static org.stepwright.agreement.LabelledTraces.rated;
import static org.stepwright.agreement.LabelledTraces.said;
import static org.stepwright.agreement.LabelledTraces.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;

class AgreementStudyTest {
    @Provide
    Arbitrary<List<LabelledTrace>> traces() {
        return LabelledTraces.some();
    }

    private static JsonNode reference() throws IOException {
        try (InputStream in =
                AgreementStudyTest.class.getResourceAsStream("/reference/agreement_study.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static List<LabelledTrace> traces(JsonNode reference) {
        Map<Integer, List<StepLabel>> labels = new TreeMap<>();
        Map<Integer, Integer> steps = new TreeMap<>();
        for (JsonNode row : reference.path("rows")) {
            int t = row.path("trace").asInt();
            int step = row.path("step").asInt();
            steps.put(t, step + 1);
            List<StepLabel> own = labels.computeIfAbsent(t, k -> new ArrayList<>());
            for (int p = 0; p < 4; p++) {
                JsonNode verdict = row.path("said").get(p);
                JsonNode rating = row.path("rated").get(p);
                if (verdict.isNull()) {
                    continue;
                }
                StepLabel label =
                        said(
                                "t" + t,
                                step,
                                Verdict.values()[verdict.asInt()],
                                reference.path("people").get(p).asText());
                own.add(rating.isNull() ? label : rated(label, new Rating("c", rating.asDouble())));
            }
        }
        List<LabelledTrace> traces = new ArrayList<>();
        labels.forEach(
                (t, own) -> traces.add(new LabelledTrace(trace("t" + t, steps.get(t)), own)));
        return traces;
    }

    private static void assertSame(AgreementRow row, JsonNode expected) {
        assertThat(row.items()).isEqualTo(expected.path("items").asLong());
        assertSame(row.kappa(), expected.path("kappa"));
        assertSame(row.fleiss(), expected.path("fleiss"));
        assertSame(row.alphaNominal(), expected.path("nominal"));
        assertSame(row.alphaOrdinal(), expected.path("ordinal"));
        if (expected.has("first_error")) {
            assertThat(row.firstErrorTraces())
                    .isEqualTo(expected.path("first_error_traces").asInt());
            assertSame(row.firstError(), expected.path("first_error"));
        }
    }

    private static void assertSame(Estimate estimate, JsonNode expected) {
        if (expected.isNull()) {
            assertThat(estimate.value()).isNaN();
        } else {
            assertThat(estimate.value()).isCloseTo(expected.asDouble(), within(1e-9));
        }
    }

    @Test
    void everyGroupIsThatOfTheReferenceLibraries() throws IOException {
        JsonNode reference = reference();
        AgreementStudy study = AgreementStudy.of(traces(reference), StageOf.none(), 200, 1);
        assertThat(study.annotators()).containsExactly("ann", "ben", "cem", "dua");
        assertSame(study.overall(), reference.path("overall"));
        assertThat(study.byPair()).hasSize(6);
        for (AgreementRow row : study.byPair()) {
            assertSame(row, reference.path("pairs").path(row.name()));
        }
        assertThat(study.byPosition().stream().map(AgreementRow::name))
                .containsExactly("1", "2", "3-5", "6-10", "more");
        for (AgreementRow row : study.byPosition()) {
            assertSame(row, reference.path("positions").path(row.name()));
        }
        AgreementRow rated = study.byCriterion().get(0);
        assertThat(rated.items()).isEqualTo(reference.path("ratings").path("items").asLong());
        assertSame(rated.alphaNominal(), reference.path("ratings").path("nominal"));
        assertSame(rated.alphaOrdinal(), reference.path("ratings").path("ordinal"));
    }

    /** The draws differ, so the ends agree as far as thousands of draws can tell them. */
    @Test
    void intervalsAreThoseOfABootstrapOverTraces() throws IOException {
        JsonNode reference = reference();
        AgreementStudy study = AgreementStudy.of(traces(reference), StageOf.none(), 4000, 1);
        assertThat(study.draws()).isEqualTo(4000);
        JsonNode interval = reference.path("interval");
        assertEnds(study.overall().alphaNominal(), interval.path("nominal"));
        assertEnds(study.overall().kappa(), interval.path("kappa"));
    }

    private static void assertEnds(Estimate estimate, JsonNode ends) {
        assertThat(estimate.low()).isCloseTo(ends.get(0).asDouble(), within(0.01));
        assertThat(estimate.high()).isCloseTo(ends.get(1).asDouble(), within(0.01));
    }

    @Property(tries = 60)
    void neitherOrderNorNamesMatter(@ForAll("traces") List<LabelledTrace> traces) {
        AgreementStudy one = AgreementStudy.of(traces, StageOf.none(), 50, 1);
        List<LabelledTrace> turned = new ArrayList<>(traces);
        Collections.reverse(turned);
        turned =
                LabelledTraces.each(
                        turned,
                        l -> LabelledTraces.by(l, "z" + (9 - (l.annotator().charAt(1) - '0'))));
        AgreementStudy other = AgreementStudy.of(turned, StageOf.none(), 50, 1);
        assertSame(other.overall(), one.overall());
        for (int i = 0; i < one.byPosition().size(); i++) {
            assertSame(other.byPosition().get(i), one.byPosition().get(i));
        }
        for (int i = 0; i < one.byCriterion().size(); i++) {
            assertSame(other.byCriterion().get(i), one.byCriterion().get(i));
        }
    }

    private static void assertSame(AgreementRow actual, AgreementRow expected) {
        assertThat(actual.items()).isEqualTo(expected.items());
        assertThat(actual.traces()).isEqualTo(expected.traces());
        assertSame(actual.same(), expected.same());
        assertSame(actual.kappa(), expected.kappa());
        assertSame(actual.fleiss(), expected.fleiss());
        assertSame(actual.alphaNominal(), expected.alphaNominal());
        assertSame(actual.alphaOrdinal(), expected.alphaOrdinal());
        assertSame(actual.firstError(), expected.firstError());
    }

    private static void assertSame(Estimate actual, Estimate expected) {
        assertSame(actual.value(), expected.value());
        assertSame(actual.low(), expected.low());
        assertSame(actual.high(), expected.high());
    }

    private static void assertSame(double actual, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(actual).isNaN();
        } else {
            assertThat(actual).isCloseTo(expected, within(1e-9));
        }
    }

    @Property(tries = 60)
    void repeatsDecisionsMachinesAndTheSilentChangeNothing(
            @ForAll("traces") List<LabelledTrace> traces) {
        List<LabelledTrace> more = new ArrayList<>();
        for (LabelledTrace t : traces) {
            List<StepLabel> labels = new ArrayList<>(t.labels());
            String id = t.trace().id();
            for (int step = 0; step < 4; step++) {
                labels.add(label(id, step, Verdict.WRONG, "p0", LabelSource.REPEAT));
                labels.add(label(id, step, Verdict.WRONG, "rev", LabelSource.ADJUDICATED));
                labels.add(label(id, step, Verdict.WRONG, "bot", LabelSource.ROLLOUT));
                labels.add(said(id, step, null, "silent"));
            }
            more.add(new LabelledTrace(t.trace(), labels));
        }
        assertThat(AgreementStudy.of(more, StageOf.none(), 50, 1))
                .isEqualTo(AgreementStudy.of(traces, StageOf.none(), 50, 1));
    }

    @Property(tries = 60)
    void whoeverSaysTheSameAgreesFully(@ForAll("traces") List<LabelledTrace> traces) {
        List<LabelledTrace> twins = new ArrayList<>();
        for (LabelledTrace t : traces) {
            List<StepLabel> labels = new ArrayList<>();
            for (StepLabel l : t.labels()) {
                if (l.annotator().equals("p0")) {
                    labels.add(l);
                    labels.add(LabelledTraces.by(l, "twin"));
                }
            }
            twins.add(new LabelledTrace(t.trace(), labels));
        }
        long values =
                twins.stream()
                        .flatMap(t -> t.labels().stream())
                        .map(StepLabel::verdict)
                        .distinct()
                        .count();
        AgreementRow all = AgreementStudy.of(twins, StageOf.none(), 20, 1).overall();
        double expected = values > 1 ? 1 : Double.NaN;
        assertSame(all.kappa().value(), expected);
        assertSame(all.fleiss().value(), expected);
        assertSame(all.alphaNominal().value(), expected);
        assertSame(all.alphaOrdinal().value(), expected);
        assertSame(all.same().value(), values > 0 ? 1 : Double.NaN);
    }

    @Test
    void stagesAndAnnotatorsAreTakenApart() {
        List<LabelledTrace> traces = new ArrayList<>();
        for (int t = 0; t < 20; t++) {
            String id = "t" + t;
            Verdict first = t % 2 == 0 ? Verdict.WRONG : Verdict.CORRECT;
            Verdict other = t % 2 == 0 ? Verdict.CORRECT : Verdict.WRONG;
            traces.add(
                    new LabelledTrace(
                            trace(id, 3),
                            List.of(
                                    said(id, 0, first, "ann"),
                                    said(id, 0, first, "ben"),
                                    said(id, 0, first, "cem"),
                                    said(id, 1, first, "ann"),
                                    said(id, 1, first, "ben"),
                                    said(id, 1, other, "cem"))));
        }
        AgreementStudy study =
                AgreementStudy.of(
                        traces,
                        t -> List.of(Optional.of("plan"), Optional.of("act"), Optional.empty()));
        assertThat(study.byStage().stream().map(AgreementRow::name)).containsExactly("act", "plan");
        assertThat(study.byStage().get(1).kappa()).isEqualTo(new Estimate(1, 1, 1));
        assertThat(study.byStage().get(0).same().value()).isCloseTo(1.0 / 3, within(1e-12));
        // Of ann's pairs one agrees on all steps, the other on half of them.
        AgreementRow ann = study.byAnnotator().get(0);
        AgreementRow cem = study.byAnnotator().get(2);
        assertThat(ann.name()).isEqualTo("ann");
        assertThat(ann.items()).isEqualTo(40);
        assertThat(ann.kappa().value()).isCloseTo(0.5, within(1e-12));
        assertThat(cem.kappa().value()).isCloseTo(0, within(1e-12));
        assertThat(ann.same().value()).isCloseTo(0.75, within(1e-12));
        assertThat(cem.same().value()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void fewTracesHaveNoInterval() {
        List<LabelledTrace> traces = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            String id = "t" + t;
            traces.add(
                    new LabelledTrace(
                            trace(id, 2),
                            List.of(
                                    said(id, 0, Verdict.CORRECT, "ann"),
                                    said(id, 0, Verdict.CORRECT, "ben"),
                                    said(id, 1, Verdict.WRONG, "ann"),
                                    said(id, 1, Verdict.CORRECT, "ben"))));
        }
        Estimate few = AgreementStudy.of(traces, StageOf.none()).overall().alphaNominal();
        assertThat(few.known()).isTrue();
        assertThat(few.hasInterval()).isFalse();
        AgreementStudy none = AgreementStudy.of(List.of(), StageOf.none());
        assertThat(none.overall().alphaNominal().known()).isFalse();
        assertThat(none.byPair()).isEmpty();
    }

    @Test
    void ofVeryManyPairsTheLargestAreShown() {
        Random random = new Random(1);
        List<LabelledTrace> traces = new ArrayList<>();
        for (int t = 0; t < 12; t++) {
            String id = "t" + t;
            List<StepLabel> labels = new ArrayList<>();
            for (int p = 0; p < 40; p++) {
                for (int step = 0; step < (p < 2 ? 3 : 2); step++) {
                    labels.add(said(id, step, Verdict.values()[random.nextInt(3)], "p" + p));
                }
            }
            traces.add(new LabelledTrace(trace(id, 3), labels));
        }
        AgreementStudy study = AgreementStudy.of(traces, StageOf.none(), 100, 1);
        assertThat(study.pairs()).isEqualTo(780);
        assertThat(study.byPair()).hasSize(AgreementStudy.MOST_PAIRS);
        assertThat(study.byPair().stream().map(AgreementRow::name)).contains("p0 / p1");
    }
}
