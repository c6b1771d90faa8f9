package org.stepwright.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.stepwright.agreement.Consensus;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.quality.Drift.Finding;

class DriftTest {
    /** Ann and ben label a trace of four steps each hour; ann errs as told, steps hang together. */
    private static List<LabelledTrace> work(int traces, IntToDoubleFunction errs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LabelledTrace> made = new ArrayList<>();
        for (int t = 0; t < traces; t++) {
            String id = "t" + t;
            Instant at = Made.START.plus(Duration.ofHours(t));
            double hard = random.nextInt(3) == 0 ? 0.7 : 0.1;
            List<StepLabel> labels = new ArrayList<>();
            for (int step = 0; step < 4; step++) {
                Verdict truth = random.nextDouble() < hard ? Verdict.WRONG : Verdict.CORRECT;
                Verdict ann = random.nextDouble() < errs.applyAsDouble(t) ? Verdict.CORRECT : truth;
                labels.add(Made.label(id, step, ann, "ann", LabelSource.HUMAN, at));
                labels.add(Made.label(id, step, truth, "ben", LabelSource.HUMAN, at));
            }
            made.add(new LabelledTrace(Made.trace(id, 4), labels));
        }
        return made;
    }

    private static Drift drift(List<LabelledTrace> traces) {
        return Drift.of(traces, "ann", Slicing.blocks(100), Consensus.MAJORITY);
    }

    @Test
    void whoeverStopsSeeingErrorsIsFound() {
        Drift drift = drift(work(150, t -> t < 75 ? 0.05 : 0.9, 1));
        assertThat(drift.slices()).hasSize(6);
        assertThat(drift.slices().get(0).labels()).isEqualTo(100);
        assertThat(drift.verdicts()).isEqualTo(Finding.CHANGED);
        assertThat(drift.agreement()).isEqualTo(Finding.CHANGED);
        assertThat(drift.agreementP()).isLessThan(Drift.ALPHA);
        assertThat(drift.slices().get(0).withOthers().value())
                .isGreaterThan(drift.slices().get(5).withOthers().value());
    }

    @Test
    void theSteadyAreLeftInPeaceThoughStepsHangTogether() {
        int cries = 0;
        for (int seed = 0; seed < 100; seed++) {
            Drift drift = drift(work(100, t -> 0.2, 100 + seed));
            cries += drift.verdicts() == Finding.CHANGED ? 1 : 0;
            cries += drift.agreement() == Finding.CHANGED ? 1 : 0;
        }
        // 200 tests at 0.005: one is expected; six or more would happen once in 1600 times.
        assertThat(cries).isLessThan(6);
    }

    @Test
    void fewLabelsSayNothing() {
        Drift few = drift(work(24, t -> t < 12 ? 0 : 1, 1));
        assertThat(few.verdicts()).isEqualTo(Finding.NOT_ENOUGH);
        assertThat(few.verdictsP()).isNaN();
        Drift none = drift(List.of());
        assertThat(none.slices()).isEmpty();
        assertThat(none.agreement()).isEqualTo(Finding.NOT_ENOUGH);
    }

    @Test
    void weeksRepeatsAndDecisions() {
        List<LabelledTrace> traces = new ArrayList<>();
        for (LabelledTrace t : work(200, t -> 0, 1)) {
            String id = t.trace().id();
            List<StepLabel> labels = new ArrayList<>(t.labels());
            labels.add(Made.label(id, 0, Verdict.NEUTRAL, "ann", LabelSource.REPEAT, Made.START));
            // Her own decision is what the others say; ben's verdict does not count against it.
            labels.add(
                    Made.label(id, 0, Verdict.NEUTRAL, "ann", LabelSource.ADJUDICATED, Made.START));
            traces.add(new LabelledTrace(t.trace(), labels));
        }
        Drift drift = Drift.of(traces, "ann", Slicing.weeks(ZoneOffset.UTC), Consensus.MAJORITY);
        assertThat(drift.slices().stream().map(DriftSlice::name))
                .containsExactly("2026-W45", "2026-W46");
        DriftSlice first = drift.slices().get(0);
        // Monday 8:00 to Sunday 23:00.
        assertThat(first.traces()).isEqualTo(160);
        assertThat(first.neutral().part()).isZero();
        assertThat(first.withOthers().part()).isEqualTo(480);
        assertThat(first.withOthers().whole()).isEqualTo(640);
    }
}
