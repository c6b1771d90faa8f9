package org.stepwright.prm.active;

import java.util.List;
import org.stepwright.agreement.Disagreement;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepTargets;

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
     * @return 1 + the share of the steps that several people labelled on which they differ, where
     *     they differ there or on the first error; else the mean distance between the rewards and
     *     the labels (wrong 0, neutral and correct 1), in [0, 1]; NaN when there is nothing to
     *     compare or it was decided
     */
    public static float of(LabelledTrace labelled, List<Double> rewards) {
        if (labelled.labels().stream().anyMatch(l -> l.pass() == LabelPass.DECISION)) {
            return Float.NaN;
        }
        Disagreement people = Disagreement.of(labelled);
        return (float) (people.any() ? PEOPLE + people.share() : fromModel(labelled, rewards));
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
