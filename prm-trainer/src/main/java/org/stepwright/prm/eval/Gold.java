package org.stepwright.prm.eval;

import java.util.OptionalInt;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;

/** What the labels of a trace say it should be judged by. */
public final class Gold {
    private final OptionalInt firstError;
    private final double[] rewards;

    private Gold(OptionalInt firstError, double[] rewards) {
        this.firstError = firstError;
        this.rewards = rewards;
    }

    /**
     * @param row a trace with its labels
     * @param neutral what a neutral verdict counts as; {@link NeutralPolicy#WRONG} makes it an
     *     error, the others do not
     * @return what to judge by
     */
    public static Gold of(LabelledTrace row, NeutralPolicy neutral) {
        StepTargets targets = StepTargets.of(row);
        return new Gold(firstError(targets, neutral), targets.rewards(neutral));
    }

    private static OptionalInt firstError(StepTargets targets, NeutralPolicy neutral) {
        if (neutral != NeutralPolicy.WRONG) {
            return targets.firstError();
        }
        for (int i = 0; i < targets.verdicts().size(); i++) {
            Verdict verdict = targets.verdicts().get(i);
            if (verdict == Verdict.WRONG || verdict == Verdict.NEUTRAL) {
                return OptionalInt.of(i);
            }
        }
        return targets.firstError();
    }

    /**
     * @return the first wrong step; -1 when all steps are labelled and none is wrong; empty when
     *     the labels do not say
     */
    public OptionalInt firstError() {
        return firstError;
    }

    /**
     * @return how many steps the trace has
     */
    public int steps() {
        return rewards.length;
    }

    /**
     * @param step a step's index
     * @return 1 (correct), 0 (wrong) or NaN (masked)
     */
    public double reward(int step) {
        return rewards[step];
    }

    /**
     * @return whether anything can be judged
     */
    public boolean known() {
        if (firstError.isPresent()) {
            return rewards.length > 0;
        }
        for (double reward : rewards) {
            if (!Double.isNaN(reward)) {
                return true;
            }
        }
        return false;
    }
}
