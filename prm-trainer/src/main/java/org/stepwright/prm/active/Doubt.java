package org.stepwright.prm.active;

import java.util.List;

/**
 * How unsure a reward model is about an answer, by its rewards read as chances of being correct. In
 * nats.
 *
 * <p>An answer is as doubtful as its most doubtful step among those that a labeller goes through,
 * which are those up to the first error. Other measures were tried on one split of PRMBench ({@code
 * LearningCurvesBench}): the entropy of where the first error is puts the longest answers first,
 * with two thirds more steps to label for a worse model; its mean over the steps did worse too.
 */
public final class Doubt {
    /** A step with a lower reward is called wrong here: what comes after it is not gone through. */
    private static final double CALLED_WRONG = 0.5;

    private Doubt() {}

    /**
     * @param reward a reward in [0, 1]
     * @return the entropy of one verdict, in [0, ln 2]: most at 0.5, none at 0 and 1
     */
    public static double ofStep(double reward) {
        return plogp(reward) + plogp(1 - reward);
    }

    /**
     * @param rewards one reward in [0, 1] a step
     * @return the largest {@link #ofStep} of the steps up to and including the first one that is
     *     called wrong, in [0, ln 2]; 0 without steps
     */
    public static double of(List<Double> rewards) {
        double most = 0;
        for (double reward : rewards.subList(0, readSteps(rewards))) {
            most = Math.max(most, ofStep(reward));
        }
        return most;
    }

    /** How many steps a labeller goes through, by the model's own verdicts. */
    static int readSteps(List<Double> rewards) {
        for (int i = 0; i < rewards.size(); i++) {
            if (rewards.get(i) < CALLED_WRONG) {
                return i + 1;
            }
        }
        return rewards.size();
    }

    private static double plogp(double p) {
        return p <= 0 ? 0 : -p * Math.log(p);
    }
}
