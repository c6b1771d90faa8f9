package org.stepwright.agreement;

import java.util.List;

/**
 * How far annotators agree on one group of steps. Each figure but {@code same} and {@code
 * firstError} is 1 when all agree and about 0 by chance; those two are shares in [0, 1].
 *
 * @param names what the group is: the two annotators of a pair, else one name
 * @param items how many steps at least two annotators gave a verdict (by a criterion: a rating)
 * @param traces in how many traces they are
 * @param same the share of pairs of values that are the same, whatever chance would give
 * @param kappa Cohen's κ, averaged over the pairs of annotators that share steps; unknown by a
 *     criterion
 * @param fleiss Fleiss' κ over the steps with the most usual number of verdicts; unknown by a
 *     criterion
 * @param alphaNominal Krippendorff's α on unordered values
 * @param alphaOrdinal Krippendorff's α on ordered values: wrong &lt; neutral &lt; correct
 * @param firstErrorTraces how many traces have a first error (or none) from two annotators or more;
 *     0 in groups of steps
 * @param firstError the share of those traces on which all agree; unknown in groups of steps
 */
public record AgreementRow(
        List<String> names,
        long items,
        int traces,
        Estimate same,
        Estimate kappa,
        Estimate fleiss,
        Estimate alphaNominal,
        Estimate alphaOrdinal,
        int firstErrorTraces,
        Estimate firstError) {
    /** Copies. */
    public AgreementRow {
        names = List.copyOf(names);
    }

    /**
     * @return the names as one
     */
    public String name() {
        return String.join(" / ", names);
    }
}
