package org.stepwright.agreement;

import java.util.List;
import org.stepwright.label.LabelledTrace;

/**
 * How far people agree, taken apart, each figure with a 95 % percentile bootstrap interval over
 * whole traces. Only what people said on their own counts: labels made in the workbench or
 * imported; never repeats, decisions, synthetic or rollout labels, or candidates other than 0.
 *
 * <p>There is an interval only where at least 5 traces contribute. Where all agree on everything
 * the interval is the point 1: the bootstrap cannot see what did not happen.
 *
 * @param annotators whoever gave a verdict or a rating, sorted
 * @param traces how many traces at least two people judged
 * @param overall all steps together
 * @param pairs how many pairs of annotators share steps
 * @param byPair by pair of annotators: the {@link #MOST_PAIRS} that share most steps, sorted by
 *     name
 * @param byAnnotator by annotator: Cohen's κ and equal verdicts, averaged over whom they share
 *     steps with; those of {@code byPair} only
 * @param byPosition by position of the step in its trace: 1, 2, 3-5, 6-10 and more, counted from 1
 * @param byStage by stage of the rubric, in the order of their names; steps without a stage are
 *     left out
 * @param byCriterion by criterion that was rated, in the order of their ids
 * @param draws how many bootstrap samples the intervals rest on; fewer than asked for where there
 *     is very much to count
 */
public record AgreementStudy(
        List<String> annotators,
        int traces,
        AgreementRow overall,
        long pairs,
        List<AgreementRow> byPair,
        List<AgreementRow> byAnnotator,
        List<AgreementRow> byPosition,
        List<AgreementRow> byStage,
        List<AgreementRow> byCriterion,
        int draws) {
    /** How many bootstrap samples are drawn unless told otherwise. */
    public static final int DRAWS = 1000;

    /** The seed of the bootstrap unless told otherwise. */
    public static final long SEED = 20_261_125L;

    /** How many pairs of annotators are looked at one by one. */
    public static final int MOST_PAIRS = 100;

    /** Copies. */
    public AgreementStudy {
        annotators = List.copyOf(annotators);
        byPair = List.copyOf(byPair);
        byAnnotator = List.copyOf(byAnnotator);
        byPosition = List.copyOf(byPosition);
        byStage = List.copyOf(byStage);
        byCriterion = List.copyOf(byCriterion);
    }

    /**
     * @param traces labelled traces; neither their order nor the annotators' names matter
     * @param stages tells the stages of a trace's steps
     * @return the study
     */
    public static AgreementStudy of(List<LabelledTrace> traces, StageOf stages) {
        return of(traces, stages, DRAWS, SEED);
    }

    /**
     * @param traces labelled traces
     * @param stages tells the stages of a trace's steps
     * @param draws how many bootstrap samples, at least 1
     * @param seed the same seed gives the same intervals
     * @return the study
     */
    public static AgreementStudy of(
            List<LabelledTrace> traces, StageOf stages, int draws, long seed) {
        AgreementCollector collector = new AgreementCollector(stages);
        traces.forEach(collector::add);
        return collector.study(draws, seed);
    }
}
