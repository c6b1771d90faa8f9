package org.stepwright.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepwright.label.LabelMoment;

/**
 * The pace of one stretch of work.
 *
 * @param annotator whose; empty for everybody's
 * @param name the session's id, the day as {@code 2026-11-25}, or empty
 * @param from when the first label was given
 * @param to when the last label was given
 * @param traces how many traces got a verdict
 * @param labels how many steps had a verdict in the end
 * @param timed how many of these tell how long they took
 * @param workSeconds seconds of work on the timed ones; a gap of more than 90 s is a break and no
 *     work
 * @param secondsPerStep work divided by timed labels; NaN without timed ones
 * @param medianSeconds the median of the seconds of the timed ones; NaN without timed ones
 */
public record PaceRow(
        String annotator,
        String name,
        Instant from,
        Instant to,
        int traces,
        int labels,
        int timed,
        double workSeconds,
        double secondsPerStep,
        double medianSeconds) {
    /**
     * @return how many labels an hour of work brings; NaN when unknown
     */
    public double labelsPerHour() {
        return secondsPerStep > 0 ? 3600 / secondsPerStep : Double.NaN;
    }

    /** The moments are not empty. */
    static PaceRow of(String annotator, String name, List<LabelMoment> moments) {
        Map<StepKey, Double> seconds = new HashMap<>();
        for (Act act : Act.of(moments)) {
            if (act.isWork()) {
                double share = act.seconds() / act.moments().size();
                act.moments().forEach(m -> seconds.merge(StepKey.of(m), share, Double::sum));
            }
        }
        Set<String> traces = new HashSet<>();
        List<Double> timed = new ArrayList<>();
        int labels = 0;
        for (Map.Entry<StepKey, LabelMoment> entry : StepKey.last(moments).entrySet()) {
            if (entry.getValue().verdict() != null) {
                labels++;
                traces.add(entry.getKey().traceId());
                Double took = seconds.get(entry.getKey());
                if (took != null) {
                    timed.add(took);
                }
            }
        }
        double work = timed.stream().mapToDouble(s -> s).sum();
        return new PaceRow(
                annotator,
                name,
                moments.stream().map(LabelMoment::at).min(Instant::compareTo).orElseThrow(),
                moments.stream().map(LabelMoment::at).max(Instant::compareTo).orElseThrow(),
                traces.size(),
                labels,
                timed.size(),
                work,
                timed.isEmpty() ? Double.NaN : work / timed.size(),
                Robust.median(timed.stream().mapToDouble(s -> s).toArray()));
    }
}
