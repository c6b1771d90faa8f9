package org.stepwright.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stepwright.agreement.AgreementRow;
import org.stepwright.agreement.Estimate;
import org.stepwright.label.LabelMode;
import org.stepwright.label.LabelMoment;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.tryout.Share;

/** Every figure against established libraries; make_quality.py says which. */
class QualityReferenceTest {
    private static JsonNode reference;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in =
                QualityReferenceTest.class.getResourceAsStream("/reference/quality.json")) {
            reference = new ObjectMapper().readTree(in);
        }
    }

    private static Verdict verdict(JsonNode ordinal) {
        return ordinal.isNull() ? null : Verdict.values()[ordinal.asInt()];
    }

    private static void assertSame(Share share, JsonNode expected) {
        assertThat(share.part()).isEqualTo(expected.path("part").asInt());
        assertThat(share.whole()).isEqualTo(expected.path("whole").asInt());
        assertThat(share.low()).isCloseTo(expected.path("low").asDouble(), within(1e-9));
        assertThat(share.high()).isCloseTo(expected.path("high").asDouble(), within(1e-9));
    }

    @Test
    void wilsonIntervals() {
        assertThat(reference.path("wilson")).hasSize(6);
        reference
                .path("wilson")
                .forEach(
                        w ->
                                assertSame(
                                        new Share(w.path("part").asInt(), w.path("whole").asInt()),
                                        w));
    }

    @Test
    void goldScores() {
        JsonNode gold = reference.path("gold");
        List<LabelledTrace> traces = new ArrayList<>();
        Map<String, List<Verdict>> keys = new HashMap<>();
        for (JsonNode row : gold.path("traces")) {
            String id = "t" + traces.size();
            List<Verdict> key = new ArrayList<>();
            List<StepLabel> labels = new ArrayList<>();
            row.path("key").forEach(v -> key.add(verdict(v)));
            for (int i = 0; i < key.size(); i++) {
                Verdict said = verdict(row.path("said").get(i));
                if (said != null) {
                    labels.add(Made.said(id, i, said, "ann"));
                }
            }
            keys.put(id, key);
            traces.add(new LabelledTrace(Made.trace(id, key.size()), labels));
        }
        GoldScore score = GoldScore.all(traces, keys).get("ann");
        assertSame(score.steps(), gold.path("steps"));
        assertSame(score.sides(), gold.path("sides"));
        assertSame(score.wrongFound(), gold.path("wrong_found"));
        assertSame(score.soundKept(), gold.path("sound_kept"));
        assertSame(score.firstErrors(), gold.path("first_errors"));
        assertThat(score.misses()).hasSize(score.steps().whole() - score.steps().part());
    }

    @Test
    void steadiness() {
        JsonNode expected = reference.path("steadiness");
        List<LabelledTrace> traces = new ArrayList<>();
        for (JsonNode row : expected.path("traces")) {
            String id = "t" + traces.size();
            int steps = row.path("first").size();
            List<StepLabel> labels = new ArrayList<>();
            for (int i = 0; i < steps; i++) {
                Verdict first = verdict(row.path("first").get(i));
                Verdict again = verdict(row.path("again").get(i));
                if (first != null) {
                    labels.add(Made.said(id, i, first, "ann"));
                }
                if (again != null) {
                    labels.add(Made.label(id, i, again, "ann", LabelSource.REPEAT, Made.START));
                }
            }
            traces.add(new LabelledTrace(Made.trace(id, steps), labels));
        }
        AgreementRow row = Steadiness.all(traces).get("ann").agreement();
        assertThat(row.items()).isEqualTo(expected.path("items").asLong());
        assertThat(row.kappa().value()).isCloseTo(expected.path("kappa").asDouble(), within(1e-9));
        assertThat(row.same().value()).isCloseTo(expected.path("same").asDouble(), within(1e-9));
        assertThat(row.kappa().low()).isLessThan(row.kappa().value());
        assertThat(row.kappa().high()).isGreaterThan(row.kappa().value());
    }

    @Test
    void speedOutliers() {
        JsonNode expected = reference.path("speed");
        List<LabelMoment> moments = new ArrayList<>();
        for (int i = 0; i < expected.path("millis").size(); i++) {
            long millis = expected.path("millis").get(i).asLong();
            moments.add(Made.moment("t" + i, 0, Verdict.CORRECT, "s", millis, i));
        }
        SpeedOutliers outliers =
                SpeedOutliers.of(
                        moments,
                        (id, step) ->
                                expected.path("characters")
                                        .get(Integer.parseInt(id.substring(1)))
                                        .asLong());
        assertThat(outliers.judged()).isEqualTo(60);
        List<String> ids = new ArrayList<>();
        expected.path("found").forEach(i -> ids.add("t" + i.asInt()));
        assertThat(outliers.found().stream().map(SpeedOutlier::traceId))
                .containsExactlyElementsOf(ids);
        for (SpeedOutlier outlier : outliers.found()) {
            int i = Integer.parseInt(outlier.traceId().substring(1));
            assertThat(outlier.deviations())
                    .isCloseTo(expected.path("deviations").get(i).asDouble(), within(1e-9));
            assertThat(outlier.belowFloor()).isTrue();
        }
    }

    @Test
    void driftStatisticsAndTheirP() {
        assertThat(reference.path("drift")).hasSize(3);
        for (JsonNode c : reference.path("drift")) {
            int n = c.path("counts").size();
            int[][] counts = new int[n][3];
            int[] slices = new int[n];
            for (int t = 0; t < n; t++) {
                slices[t] = c.path("slices").get(t).asInt();
                for (int v = 0; v < 3; v++) {
                    counts[t][v] = c.path("counts").get(t).get(v).asInt();
                }
            }
            assertThat(SliceComparison.chiSquare(counts, slices))
                    .isCloseTo(c.path("statistic").asDouble(), within(1e-9));
            // 1999 deals tell a p to about 0.01; chi-square's own distribution is one too.
            assertThat(SliceComparison.p(counts, slices, 5))
                    .isCloseTo(c.path("p").asDouble(), within(0.035));
        }
    }

    @Test
    void sparksFirstAgainstFree() {
        JsonNode expected = reference.path("sparks");
        List<LabelMoment> moments = new ArrayList<>();
        for (JsonNode row : expected.path("rows")) {
            moments.add(
                    Made.moment(
                            row.path("trace").asText(),
                            row.path("step").asInt(),
                            verdict(row.path("verdict")),
                            row.path("spark").asBoolean(),
                            "s",
                            LabelMode.valueOf(row.path("mode").asText()),
                            LabelPass.LABEL,
                            row.path("millis").asLong(),
                            moments.size()));
        }
        SparkStudy.Compared study = (SparkStudy.Compared) SparkStudy.of(moments, 1);
        JsonNode differences = expected.path("differences");
        assertSame(study.wrong(), differences.path("wrong"), 0.02);
        assertSame(study.neutral(), differences.path("neutral"), 0.02);
        assertSame(study.correct(), differences.path("correct"), 0.02);
        assertSame(study.sparksPerStep(), differences.path("sparks"), 0.02);
        assertSame(study.secondsPerStep(), differences.path("seconds"), 0.2);
        assertThat(study.sparksFirst().traces()).isEqualTo(25);
        assertThat(study.free().traces()).isEqualTo(30);
    }

    /** The value exactly; the ends as far as thousands of draws can tell them. */
    private static void assertSame(Estimate estimate, JsonNode expected, double ends) {
        assertThat(estimate.value()).isCloseTo(expected.get(0).asDouble(), within(1e-9));
        assertThat(estimate.low()).isCloseTo(expected.get(1).asDouble(), within(ends));
        assertThat(estimate.high()).isCloseTo(expected.get(2).asDouble(), within(ends));
    }

    @Test
    void pace() {
        JsonNode expected = reference.path("pace");
        List<LabelMoment> moments = new ArrayList<>();
        for (JsonNode row : expected.path("rows")) {
            moments.add(
                    Made.moment(
                            row.path("trace").asText(),
                            row.path("step").asInt(),
                            Verdict.CORRECT,
                            row.path("session").asText(),
                            row.path("millis").asLong(),
                            moments.size()));
        }
        PaceStudy study = PaceStudy.of(moments, ZoneOffset.UTC);
        assertSame(study.all().orElseThrow(), expected.path("all"));
        assertThat(study.bySession()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertSame(study.bySession().get(i), expected.path("sessions").get(i));
        }
    }

    private static void assertSame(PaceRow row, JsonNode expected) {
        assertThat(row.name()).isEqualTo(expected.path("name").asText());
        assertThat(row.labels()).isEqualTo(expected.path("labels").asInt());
        assertThat(row.timed()).isEqualTo(expected.path("timed").asInt());
        assertThat(row.workSeconds()).isCloseTo(expected.path("work").asDouble(), within(1e-9));
        assertThat(row.secondsPerStep()).isCloseTo(expected.path("mean").asDouble(), within(1e-9));
        assertThat(row.medianSeconds()).isCloseTo(expected.path("median").asDouble(), within(1e-9));
        assertThat(row.labelsPerHour())
                .isCloseTo(expected.path("per_hour").asDouble(), within(1e-9));
    }

    @Test
    void useOfSuggestions() {
        JsonNode expected = reference.path("suggestions");
        List<Suggestion> suggestions = new ArrayList<>();
        List<StepLabel> labels = new ArrayList<>();
        Map<String, List<Verdict>> truth = new TreeMap<>();
        Map<String, Boolean> seen = new HashMap<>();
        for (JsonNode row : expected.path("rows")) {
            String id = row.path("trace").asText();
            int step = row.path("step").asInt();
            suggestions.add(
                    new Suggestion(
                            id, step, "judge:x", row.path("reward").asDouble(), "", Instant.EPOCH));
            truth.computeIfAbsent(id, t -> new ArrayList<>()).add(verdict(row.path("truth")));
            seen.put(id, row.path("seen").asBoolean());
            if (!row.path("said").isNull()) {
                labels.add(Made.said(id, step, verdict(row.path("said")), "ann"));
            }
        }
        List<SuggestionUse> uses =
                SuggestionUse.of(suggestions, labels, (s, l) -> seen.get(s.traceId()), truth);
        assertThat(uses)
                .containsExactly(
                        new SuggestionUse(
                                "judge:x",
                                expected.path("shown").asInt(),
                                expected.path("followed").asInt(),
                                expected.path("unseen").asInt(),
                                expected.path("agreed_unseen").asInt(),
                                expected.path("decided").asInt(),
                                expected.path("right").asInt()));
    }
}
