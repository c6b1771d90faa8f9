package org.stepwright.prm.active;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;

/**
 * How far the labels of a trace stand against each other, or against a model. People's differences
 * always weigh more than a model's. A trace that somebody decided has nothing left to settle.
 */
public final class Split {
    /** Added where people differ: more than any difference from a model. */
    private static final double PEOPLE = 1;

    private Split() {}

    /**
     * @param labelled a trace with everybody's labels
     * @param rewards the model's rewards, one a step; empty when it has not scored the trace
     * @return 1 + the share of steps that several people labelled and did not agree on, where there
     *     is such a step; else the mean distance between the rewards and the labels (wrong 0,
     *     neutral and correct 1), in [0, 1]; NaN when there is nothing to compare or it was decided
     */
    public static float of(LabelledTrace labelled, List<Double> rewards) {
        List<StepLabel> own =
                labelled.labels().stream()
                        .filter(l -> l.candidate() == 0 && l.verdict() != null)
                        .filter(l -> l.pass() != LabelPass.REPEAT)
                        .toList();
        if (own.stream().anyMatch(l -> l.pass() == LabelPass.DECISION)) {
            return Float.NaN;
        }
        double people = amongPeople(own);
        return (float) (people > 0 ? PEOPLE + people : fromModel(labelled, rewards));
    }

    private static double amongPeople(List<StepLabel> labels) {
        Map<Integer, List<Verdict>> bySteps =
                labels.stream()
                        .collect(
                                Collectors.groupingBy(
                                        StepLabel::step,
                                        TreeMap::new,
                                        Collectors.mapping(
                                                StepLabel::verdict, Collectors.toList())));
        Collection<List<Verdict>> shared =
                bySteps.values().stream().filter(v -> v.size() > 1).toList();
        long differing = shared.stream().filter(v -> v.stream().distinct().count() > 1).count();
        return shared.isEmpty() ? 0 : (double) differing / shared.size();
    }

    private static double fromModel(LabelledTrace labelled, List<Double> rewards) {
        double[] wanted = StepTargets.of(labelled).rewards(NeutralPolicy.CORRECT);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < Math.min(wanted.length, rewards.size()); i++) {
            if (!Double.isNaN(wanted[i])) {
                sum += Math.abs(wanted[i] - rewards.get(i));
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
