package org.stepwright.agreement;

import java.util.List;
import org.stepwright.label.Verdict;
import org.stepwright.tryout.Share;

/**
 * How far one annotator can be relied on, by a consensus. Their own votes had a part in it, unless
 * a reviewer decided.
 *
 * @param annotator who
 * @param confusion confusion.get(truth).get(said), both in the order of {@link Verdict}: the
 *     probability that they say this where the truth is that; each row sums to 1
 * @param accuracy the expected share in [0, 1] of their verdicts that are right
 * @param withConsensus how many of their verdicts are the chosen ones, of all they gave
 * @param decided the same on steps that a reviewer decided only
 */
public record Reliability(
        String annotator,
        List<List<Double>> confusion,
        double accuracy,
        Share withConsensus,
        Share decided) {
    /** Copies. */
    public Reliability {
        confusion = confusion.stream().map(List::copyOf).toList();
    }

    /**
     * @param truth what a step is
     * @param said what they say
     * @return how likely they say it, in [0, 1]
     */
    public double probability(Verdict truth, Verdict said) {
        return confusion.get(truth.ordinal()).get(said.ordinal());
    }
}
