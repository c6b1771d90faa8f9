package org.stepwright.quality;

import java.util.List;
import java.util.Objects;
import org.stepwright.agreement.Estimate;
import org.stepwright.label.LabelMoment;

/**
 * Whether looking for insights first changes labels and pace: traces labelled in sessions that mark
 * sparks first against traces labelled freely. The traces were not dealt out by lot, and people get
 * faster; so a difference is a hint, not a proof.
 */
public sealed interface SparkStudy permits SparkStudy.Compared, SparkStudy.NotEnough {
    /** The fewest traces a side. */
    int LEAST_TRACES = 10;

    /** How many bootstrap samples the intervals rest on. */
    int DRAWS = 2000;

    /**
     * Too few traces to compare.
     *
     * @param sparksFirst how many traces were labelled sparks first
     * @param free how many were labelled freely
     */
    record NotEnough(int sparksFirst, int free) implements SparkStudy {}

    /**
     * The comparison.
     *
     * @param sparksFirst what labelling sparks first gave
     * @param free what labelling freely gave
     * @param wrong the difference of the shares of wrong, sparks first less free, with a 95 %
     *     percentile bootstrap interval over traces
     * @param neutral the difference of the shares of neutral
     * @param correct the difference of the shares of correct
     * @param sparksPerStep the difference of the sparks a step
     * @param secondsPerStep the difference of the seconds a step; unknown without times
     */
    record Compared(
            Side sparksFirst,
            Side free,
            Estimate wrong,
            Estimate neutral,
            Estimate correct,
            Estimate sparksPerStep,
            Estimate secondsPerStep)
            implements SparkStudy {
        /** Validates. */
        public Compared {
            Objects.requireNonNull(sparksFirst, "sparksFirst");
            Objects.requireNonNull(free, "free");
        }
    }

    /**
     * What one way of labelling gave.
     *
     * @param traces how many traces, each once for every annotator
     * @param steps how many steps had a verdict in the end
     * @param wrong the share of them that is wrong
     * @param neutral the share that is neutral
     * @param correct the share that is correct
     * @param sparksPerStep sparks for each step with a verdict
     * @param secondsPerStep seconds of work for each step with a verdict, in traces whose times are
     *     known; a gap of more than 90 s is no work; NaN when unknown
     */
    record Side(
            int traces,
            int steps,
            double wrong,
            double neutral,
            double correct,
            double sparksPerStep,
            double secondsPerStep) {}

    /**
     * @param moments what was done; a trace that somebody labelled in both ways, or in a further
     *     mode, is left out
     * @param seed the same seed gives the same intervals
     * @return the comparison, or that there is not enough for one
     */
    static SparkStudy of(List<LabelMoment> moments, long seed) {
        return SparkComparison.of(moments, seed);
    }
}
