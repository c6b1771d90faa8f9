package org.stepwright.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stepwright.label.LabelMoment;
import org.stepwright.label.LabelPass;

/**
 * Traces labelled implausibly fast for their length. Each annotator is measured against their own
 * usual pace: the logarithm of seconds per 100 characters, its median and its median absolute
 * deviation (Iglewicz &amp; Hoaglin 1993, "How to Detect and Handle Outliers"), with 3.5 deviations
 * as the bound. A floor holds for everybody: a second for 100 characters, some 1000 words a minute.
 *
 * @param found the fastest first
 * @param judged how many traces, each once for every annotator, could be judged: all times are
 *     known and there is enough to read
 */
public record SpeedOutliers(List<SpeedOutlier> found, int judged) {
    /** Shorter texts are taken in at a glance. */
    public static final long LEAST_CHARACTERS = 200;

    /** With fewer traces of an annotator their usual pace is not known. */
    public static final int LEAST_TRACES = 20;

    /** Seconds per 100 characters below which nobody reads. */
    public static final double FLOOR = 1.0;

    /** Robust standard deviations. */
    public static final double BOUND = 3.5;

    /** A pace as even as a clock's would make small differences stand out: a quarter at least. */
    private static final double LEAST_SPREAD = 0.25;

    /** Copies. */
    public SpeedOutliers {
        found = List.copyOf(found);
    }

    /**
     * @param moments what was done; the first labelling of traces counts, not repeats or decisions
     * @param length how much there is to read
     * @return what was done too fast
     */
    public static SpeedOutliers of(List<LabelMoment> moments, TextLength length) {
        Map<String, List<SpeedOutlier>> byAnnotator = new TreeMap<>();
        labellings(moments)
                .forEach(
                        (trace, own) ->
                                take(own, length)
                                        .forEach(
                                                t ->
                                                        byAnnotator
                                                                .computeIfAbsent(
                                                                        t.annotator(),
                                                                        a -> new ArrayList<>())
                                                                .add(t)));
        List<SpeedOutlier> found = new ArrayList<>();
        int judged = 0;
        for (List<SpeedOutlier> own : byAnnotator.values()) {
            judged += own.size();
            found.addAll(outliers(own));
        }
        found.sort(
                Comparator.comparingDouble(SpeedOutlier::secondsPer100)
                        .thenComparing(SpeedOutlier::traceId)
                        .thenComparing(SpeedOutlier::annotator));
        return new SpeedOutliers(found, judged);
    }

    private record Labelling(String annotator, String traceId) {}

    private static Map<Labelling, List<LabelMoment>> labellings(List<LabelMoment> moments) {
        Map<Labelling, List<LabelMoment>> labellings = new HashMap<>();
        for (LabelMoment m : moments) {
            if (m.pass() == LabelPass.LABEL) {
                labellings
                        .computeIfAbsent(
                                new Labelling(m.annotator(), m.traceId()), k -> new ArrayList<>())
                        .add(m);
            }
        }
        return labellings;
    }

    /** One trace of one annotator, if it can be judged. */
    private static List<SpeedOutlier> take(List<LabelMoment> moments, TextLength length) {
        int last = -1;
        for (LabelMoment m : StepKey.last(moments).values()) {
            last = m.verdict() == null ? last : Math.max(last, m.step());
        }
        List<Act> acts = Act.of(moments);
        if (last < 0 || !acts.stream().allMatch(Act::isTimed)) {
            return List.of();
        }
        LabelMoment first = moments.get(0);
        long characters = length.upTo(first.traceId(), last);
        double seconds =
                acts.stream()
                        .mapToDouble(a -> Math.min(a.seconds(), Act.LONGEST_MILLIS / 1000.0))
                        .sum();
        return characters < LEAST_CHARACTERS
                ? List.of()
                : List.of(
                        new SpeedOutlier(
                                first.traceId(),
                                first.annotator(),
                                seconds,
                                characters,
                                Double.NaN,
                                100 * seconds / characters < FLOOR));
    }

    private static List<SpeedOutlier> outliers(List<SpeedOutlier> own) {
        // A millisecond stands for no time at all, whose logarithm is none.
        double[] logs =
                own.stream()
                        .mapToDouble(t -> Math.log(Math.max(1e-3, t.secondsPer100())))
                        .toArray();
        boolean known = own.size() >= LEAST_TRACES;
        double middle = Robust.median(logs);
        double spread = Math.max(LEAST_SPREAD, Robust.spread(logs));
        List<SpeedOutlier> found = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            double deviations = known ? (logs[i] - middle) / spread : Double.NaN;
            SpeedOutlier t = own.get(i);
            if (t.belowFloor() || deviations < -BOUND) {
                found.add(
                        new SpeedOutlier(
                                t.traceId(),
                                t.annotator(),
                                t.seconds(),
                                t.characters(),
                                deviations,
                                t.belowFloor()));
            }
        }
        return found;
    }
}
