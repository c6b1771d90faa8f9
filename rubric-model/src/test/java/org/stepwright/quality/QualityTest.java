package org.stepwright.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelMode;
import org.stepwright.label.LabelMoment;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;

class QualityTest {
    @Test
    void oneKeyForManyStepsIsOneStretchOfTime() {
        // "First error here" on step 2: three verdicts in one act of six seconds.
        List<LabelMoment> moments =
                List.of(
                        Made.moment("t", 0, Verdict.CORRECT, "s", 6000, 0),
                        Made.moment("t", 1, Verdict.CORRECT, "s", 6000, 0),
                        Made.moment("t", 2, Verdict.WRONG, "s", 6000, 0));
        PaceRow row = PaceStudy.of(moments, ZoneOffset.UTC).all().orElseThrow();
        assertThat(row.labels()).isEqualTo(3);
        assertThat(row.workSeconds()).isCloseTo(6, within(1e-9));
        assertThat(row.secondsPerStep()).isCloseTo(2, within(1e-9));
        assertThat(row.labelsPerHour()).isCloseTo(1800, within(1e-6));
    }

    @Test
    void whatWasTakenBackIsWorkButNoLabel() {
        List<LabelMoment> moments =
                List.of(
                        Made.moment("t", 0, Verdict.WRONG, "s", 4000, 0),
                        Made.moment("t", 0, Verdict.CORRECT, "s", 3000, 1),
                        Made.moment("t", 1, Verdict.WRONG, "s", 2000, 2),
                        Made.moment("t", 1, null, "s", 1000, 3));
        PaceRow row = PaceStudy.of(moments, ZoneOffset.UTC).all().orElseThrow();
        assertThat(row.labels()).isEqualTo(1);
        assertThat(row.workSeconds()).isCloseTo(7, within(1e-9));
    }

    @Test
    void daysBeginWhereTheAnnotatorIs() {
        List<LabelMoment> moments =
                List.of(
                        Made.moment("t", 0, Verdict.WRONG, "", 1000, 0),
                        Made.moment("t", 1, Verdict.WRONG, "", 1000, 10 * 3600));
        assertThat(PaceStudy.of(moments, ZoneOffset.UTC).byDay()).hasSize(1);
        PaceStudy there = PaceStudy.of(moments, ZoneId.of("Asia/Tokyo"));
        assertThat(there.byDay().stream().map(PaceRow::name))
                .containsExactly("2026-11-02", "2026-11-03");
        assertThat(there.bySession()).isEmpty();
        assertThat(PaceStudy.of(List.of(), ZoneOffset.UTC).all()).isEmpty();
    }

    @Property(tries = 50)
    void paceAddsUpOverSessions(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = -1, max = 100_000) Integer> ms) {
        List<LabelMoment> moments = new ArrayList<>();
        for (int i = 0; i < ms.size(); i++) {
            moments.add(
                    Made.moment("t" + i / 3, i % 3, Verdict.CORRECT, "s" + i / 9, ms.get(i), i));
        }
        PaceStudy study = PaceStudy.of(moments, ZoneOffset.UTC);
        PaceRow all = study.all().orElseThrow();
        assertThat(study.bySession().stream().mapToInt(PaceRow::labels).sum())
                .isEqualTo(all.labels())
                .isEqualTo(ms.size());
        assertThat(study.bySession().stream().mapToDouble(PaceRow::workSeconds).sum())
                .isCloseTo(all.workSeconds(), within(1e-6));
        List<LabelMoment> turned = new ArrayList<>(moments);
        Collections.reverse(turned);
        PaceRow same = PaceStudy.of(turned, ZoneOffset.UTC).all().orElseThrow();
        assertThat(Double.compare(same.medianSeconds(), all.medianSeconds())).isZero();
    }

    @Test
    void hasteNeedsTextTimesAndAPaceToCompareWith() {
        List<LabelMoment> moments = new ArrayList<>();
        moments.add(Made.moment("quick", 0, Verdict.CORRECT, "s", 300, 0));
        moments.add(Made.moment("short", 0, Verdict.CORRECT, "s", 300, 1));
        moments.add(Made.moment("untimed", 0, Verdict.CORRECT, "s", -1, 2));
        moments.add(Made.moment("empty", 0, null, "s", 300, 3));
        moments.add(
                Made.moment(
                        "again",
                        0,
                        Verdict.CORRECT,
                        false,
                        "s",
                        LabelMode.FREE,
                        LabelPass.REPEAT,
                        300,
                        4));
        TextLength length = (id, step) -> id.equals("short") ? 100 : 1000;
        SpeedOutliers few = SpeedOutliers.of(moments, length);
        assertThat(few.judged()).isEqualTo(1);
        assertThat(few.found()).hasSize(1);
        assertThat(few.found().get(0).traceId()).isEqualTo("quick");
        assertThat(few.found().get(0).deviations()).isNaN();
        assertThat(few.found().get(0).secondsPer100()).isCloseTo(0.03, within(1e-12));

        // Against a usual pace of 5 s a 100 characters, 1.2 s stands out though one could read it.
        Random random = new Random(1);
        for (int i = 0; i < 30; i++) {
            long millis = 45_000 + random.nextInt(10_000);
            moments.add(Made.moment("u" + i, 0, Verdict.CORRECT, "s", millis, 10 + i));
        }
        moments.add(Made.moment("hasty", 0, Verdict.CORRECT, "s", 12_000, 99));
        SpeedOutliers many = SpeedOutliers.of(moments, length);
        assertThat(many.found().stream().map(SpeedOutlier::traceId))
                .containsExactly("quick", "hasty");
        assertThat(many.found().get(1).belowFloor()).isFalse();
        assertThat(many.found().get(1).deviations()).isLessThan(-SpeedOutliers.BOUND);
    }

    @Test
    void aBreakIsNoHaste() {
        // 300 ms after two hours: the trace lay open all the time.
        List<LabelMoment> moments =
                List.of(
                        Made.moment("t", 0, Verdict.CORRECT, "s", 7_200_000, 0),
                        Made.moment("t", 1, Verdict.CORRECT, "s", 300, 1));
        assertThat(SpeedOutliers.of(moments, (id, step) -> 5000).found()).isEmpty();
    }

    @Test
    void onlyTheFirstLabelsAreHeldAgainstTheKey() {
        LabelledTrace trace =
                new LabelledTrace(
                        Made.trace("t", 3),
                        List.of(
                                Made.said("t", 0, Verdict.CORRECT, "ann"),
                                Made.said("t", 1, Verdict.NEUTRAL, "ann"),
                                label("t", 1, Verdict.WRONG, "ann", LabelSource.REPEAT),
                                label("t", 1, Verdict.WRONG, "rev", LabelSource.ADJUDICATED),
                                Made.said("t", 0, Verdict.CORRECT, "ben")));
        Map<String, List<Verdict>> keys =
                Map.of("t", Arrays.asList(Verdict.CORRECT, Verdict.WRONG, null));
        Map<String, GoldScore> scores = GoldScore.all(List.of(trace), keys);
        assertThat(scores).containsOnlyKeys("ann", "ben");
        GoldScore ann = scores.get("ann");
        assertThat(ann.misses())
                .containsExactly(new GoldScore.Miss("t", 1, Verdict.WRONG, Verdict.NEUTRAL));
        assertThat(ann.wrongFound().whole()).isEqualTo(1);
        assertThat(ann.wrongFound().part()).isZero();
        // She left the last step open and called none wrong, so she did not say.
        assertThat(ann.firstErrors().whole()).isZero();
        assertThat(ann.enough()).isFalse();
        assertThat(GoldScore.of(List.of(trace), Map.of(), "ann").traces()).isZero();
    }

    private static StepLabel label(
            String trace, int step, Verdict verdict, String who, LabelSource source) {
        return Made.label(trace, step, verdict, who, source, Made.START);
    }

    @Test
    void steadinessIsOfThoseWhoRepeated() {
        LabelledTrace trace =
                new LabelledTrace(
                        Made.trace("t", 2),
                        List.of(
                                Made.said("t", 0, Verdict.CORRECT, "ann"),
                                label("t", 0, Verdict.CORRECT, "ann", LabelSource.REPEAT),
                                label("t", 0, Verdict.WRONG, "ann", LabelSource.ADJUDICATED),
                                label("t", 1, Verdict.WRONG, "ben", LabelSource.REPEAT),
                                Made.said("t", 0, Verdict.WRONG, "ben")));
        Map<String, Steadiness> all = Steadiness.all(List.of(trace));
        assertThat(all).containsOnlyKeys("ann");
        assertThat(all.get("ann").agreement().items()).isEqualTo(1);
        assertThat(all.get("ann").agreement().same().value()).isEqualTo(1);
        assertThat(all.get("ann").agreement().kappa().known()).isFalse();
        assertThat(Steadiness.of(List.of(trace), "cem").agreement().items()).isZero();
    }

    @Test
    void tooFewTracesAreNotCompared() {
        List<LabelMoment> moments = new ArrayList<>();
        for (int t = 0; t < 12; t++) {
            moments.add(mode("s" + t, LabelMode.SPARKS_FIRST, t));
            moments.add(mode("f" + t, t < 9 ? LabelMode.FREE : LabelMode.FIRST_ERROR, 100 + t));
        }
        // Labelled in both ways: belongs to neither.
        moments.add(mode("s0", LabelMode.FREE, 1000));
        assertThat(SparkStudy.of(moments, 1)).isEqualTo(new SparkStudy.NotEnough(11, 9));
        for (int t = 0; t < 3; t++) {
            moments.add(mode("g" + t, LabelMode.FREE, 2000 + t));
        }
        SparkStudy.Compared study = (SparkStudy.Compared) SparkStudy.of(moments, 1);
        assertThat(study.wrong().value()).isZero();
        assertThat(study.secondsPerStep().known()).isFalse();
    }

    private static LabelMoment mode(String trace, LabelMode mode, long second) {
        return Made.moment(
                trace, 0, Verdict.CORRECT, false, "s", mode, LabelPass.LABEL, -1, second);
    }

    @Test
    void theLowestSuggestionOfASourceSpeaksForIt() {
        List<Suggestion> suggestions =
                List.of(
                        new Suggestion("t", 0, "verifier:sums", 1, "", Made.START),
                        new Suggestion("t", 0, "verifier:sums", 0, "", Made.START),
                        new Suggestion("t", 1, "model:m", 0.5, "", Made.START),
                        new Suggestion("gone", 0, "model:m", 0.9, "", Made.START));
        List<StepLabel> labels =
                List.of(
                        Made.said("t", 0, Verdict.WRONG, "ann"),
                        Made.said("t", 0, Verdict.NEUTRAL, "ben"),
                        Made.said("t", 1, Verdict.NEUTRAL, "ann"),
                        label("t", 1, Verdict.WRONG, "ann", LabelSource.REPEAT));
        List<SuggestionUse> uses =
                SuggestionUse.of(
                        suggestions,
                        labels,
                        (s, l) -> s.source().startsWith("verifier"),
                        Map.of("t", List.of(Verdict.WRONG)));
        assertThat(uses)
                .containsExactly(
                        new SuggestionUse("model:m", 0, 0, 1, 1, 0, 0),
                        new SuggestionUse("verifier:sums", 2, 1, 0, 0, 1, 1));
        assertThat(uses.get(1).followedShare().value()).isEqualTo(0.5);
        assertThat(uses.get(0).unseenShare().value()).isEqualTo(1);
        assertThat(uses.get(0).rightShare().value()).isNaN();
    }

    @Test
    void aBlockHasALabel() {
        assertThatThrownBy(() -> Slicing.blocks(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
