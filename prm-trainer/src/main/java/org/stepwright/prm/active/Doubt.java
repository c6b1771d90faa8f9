package org.stepwright.prm.active;

import java.util.List;

/**
 * How unsure a reward model is about an answer. Rewards are read as chances: that of step k being
 * correct, given that the steps before it are. All values are in nats.
 */
public final class Doubt {
    private Doubt() {}

    /**
     * @param reward a reward in [0, 1]
     * @return the entropy of one verdict, in [0, ln 2]: most at 0.5, none at 0 and 1
     */
    public static double ofStep(double reward) {
        return plogp(reward) + plogp(1 - reward);
    }

    /**
     * The entropy of the question that a labeller answers, where the first error is, if anywhere:
     * the sum over the steps of {@link #ofStep}, each weighted by the chance that no step before it
     * is wrong (the chain rule of entropy). A long answer can hold more doubt than a short one.
     *
     * @param rewards one reward in [0, 1] a step
     * @return the entropy, at least 0; 0 without steps
     */
    public static double ofFirstError(List<Double> rewards) {
        double doubt = 0;
        double reached = 1;
        for (double reward : rewards) {
            doubt += reached * ofStep(reward);
            reached *= reward;
        }
        return doubt;
    }

    /**
     * {@link #ofFirstError} for each step that has to be read to find it: the mean doubt over the
     * steps up to the first error, as far as the model knows where that is.
     *
     * @param rewards one reward in [0, 1] a step
     * @return the mean, in [0, ln 2]; 0 without steps
     */
    public static double perStep(List<Double> rewards) {
        double doubt = 0;
        double reached = 1;
        double read = 0;
        for (double reward : rewards) {
            doubt += reached * ofStep(reward);
            read += reached;
            reached *= reward;
        }
        return read == 0 ? 0 : doubt / read;
    }

    private static double plogp(double p) {
        return p <= 0 ? 0 : -p * Math.log(p);
    }
}
