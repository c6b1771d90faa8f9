package org.stepwright.quality;

import java.time.Instant;
import java.util.Collections;
import org.stepwright.label.LabelMode;
import org.stepwright.label.LabelMoment;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelSource;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Trace;

/** Labels and moments for tests. */
final class Made {
    static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

    private Made() {}

    static Trace trace(String id, int steps) {
        return Trace.of(id, "p", Collections.nCopies(steps, "step"));
    }

    static StepLabel label(
            String trace, int step, Verdict verdict, String who, LabelSource source, Instant at) {
        return StepLabel.verdict(trace, step, verdict, who, at, source);
    }

    static StepLabel said(String trace, int step, Verdict verdict, String who) {
        return label(trace, step, verdict, who, LabelSource.HUMAN, START);
    }

    /** A moment that took some milliseconds; the second tells moments of different keys apart. */
    static LabelMoment moment(
            String trace, int step, Verdict verdict, String session, long millis, long second) {
        return moment(
                trace,
                step,
                verdict,
                false,
                session,
                LabelMode.FREE,
                LabelPass.LABEL,
                millis,
                second);
    }

    static LabelMoment moment(
            String trace,
            int step,
            Verdict verdict,
            boolean spark,
            String session,
            LabelMode mode,
            LabelPass pass,
            long millis,
            long second) {
        return new LabelMoment(
                trace,
                step,
                0,
                "ann",
                pass,
                verdict,
                spark,
                false,
                session,
                mode,
                "",
                millis,
                START.plusSeconds(second));
    }
}
