package org.stepwright.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.stepwright.agreement.Bootstrap;
import org.stepwright.agreement.Estimate;
import org.stepwright.label.LabelMode;
import org.stepwright.label.LabelMoment;
import org.stepwright.label.LabelPass;

/** Counts by trace and the differences that come of them. */
final class SparkComparison {
    private static final int STEPS = 3;
    private static final int SPARKS = 4;
    private static final int SECONDS = 5;
    private static final int TIMED = 6;
    private static final int COUNTS = 7;
    private static final int FIGURES = 5;

    private record Labelling(String annotator, String traceId) {}

    private SparkComparison() {}

    static SparkStudy of(List<LabelMoment> moments, long seed) {
        Map<Labelling, List<LabelMoment>> labellings = new LinkedHashMap<>();
        for (LabelMoment m : moments) {
            if (m.pass() == LabelPass.LABEL && m.candidate() == 0) {
                labellings
                        .computeIfAbsent(
                                new Labelling(m.annotator(), m.traceId()), k -> new ArrayList<>())
                        .add(m);
            }
        }
        List<double[]> sparks = new ArrayList<>();
        List<double[]> free = new ArrayList<>();
        for (List<LabelMoment> own : labellings.values()) {
            double[] counts = counts(own);
            if (counts[STEPS] > 0) {
                if (all(own, LabelMode.SPARKS_FIRST)) {
                    sparks.add(counts);
                } else if (all(own, LabelMode.FREE)) {
                    free.add(counts);
                }
            }
        }
        return sparks.size() < SparkStudy.LEAST_TRACES || free.size() < SparkStudy.LEAST_TRACES
                ? new SparkStudy.NotEnough(sparks.size(), free.size())
                : compared(sparks, free, seed);
    }

    private static boolean all(List<LabelMoment> moments, LabelMode mode) {
        return moments.stream().allMatch(m -> m.mode() == mode);
    }

    private static double[] counts(List<LabelMoment> own) {
        double[] counts = new double[COUNTS];
        for (LabelMoment m : StepKey.last(own).values()) {
            if (m.verdict() != null) {
                counts[m.verdict().ordinal()]++;
                counts[STEPS]++;
            }
            counts[SPARKS] += m.spark() ? 1 : 0;
        }
        List<Act> acts = Act.of(own);
        if (acts.stream().allMatch(Act::isTimed)) {
            counts[SECONDS] = acts.stream().filter(Act::isWork).mapToDouble(Act::seconds).sum();
            counts[TIMED] = counts[STEPS];
        }
        return counts;
    }

    private static SparkStudy compared(List<double[]> sparks, List<double[]> free, long seed) {
        double[] values = difference(sum(sparks), sum(free));
        double[][] drawn = new double[FIGURES][SparkStudy.DRAWS];
        SplittableRandom random = new SplittableRandom(seed);
        for (int draw = 0; draw < SparkStudy.DRAWS; draw++) {
            double[] own = difference(drawn(sparks, random), drawn(free, random));
            for (int f = 0; f < FIGURES; f++) {
                drawn[f][draw] = own[f];
            }
        }
        Estimate[] e = new Estimate[FIGURES];
        for (int f = 0; f < FIGURES; f++) {
            e[f] = Bootstrap.estimate(values[f], drawn[f]);
        }
        return new SparkStudy.Compared(side(sparks), side(free), e[0], e[1], e[2], e[3], e[4]);
    }

    private static double[] sum(List<double[]> traces) {
        double[] sum = new double[COUNTS];
        traces.forEach(t -> add(sum, t));
        return sum;
    }

    private static double[] drawn(List<double[]> traces, SplittableRandom random) {
        double[] sum = new double[COUNTS];
        for (int i = 0; i < traces.size(); i++) {
            add(sum, traces.get(random.nextInt(traces.size())));
        }
        return sum;
    }

    private static void add(double[] sum, double[] more) {
        for (int i = 0; i < COUNTS; i++) {
            sum[i] += more[i];
        }
    }

    /** Shares of wrong, neutral and correct; sparks a step; seconds a step. */
    private static double[] figures(double[] sums) {
        return new double[] {
            sums[0] / sums[STEPS],
            sums[1] / sums[STEPS],
            sums[2] / sums[STEPS],
            sums[SPARKS] / sums[STEPS],
            sums[TIMED] == 0 ? Double.NaN : sums[SECONDS] / sums[TIMED]
        };
    }

    private static double[] difference(double[] sparks, double[] free) {
        double[] difference = figures(sparks);
        double[] less = figures(free);
        for (int f = 0; f < FIGURES; f++) {
            difference[f] -= less[f];
        }
        return difference;
    }

    private static SparkStudy.Side side(List<double[]> traces) {
        double[] sums = sum(traces);
        double[] f = figures(sums);
        return new SparkStudy.Side(traces.size(), (int) sums[STEPS], f[0], f[1], f[2], f[3], f[4]);
    }
}
