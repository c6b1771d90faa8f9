package org.stepwright.agreement;

import java.util.List;

/**
 * How far annotators agree on the verdicts of steps. Every figure is NaN when the labels cannot say
 * it: fewer than two annotators, no step that two of them labelled, or only one category in use.
 *
 * @param annotators the annotators, sorted
 * @param items how many steps at least two annotators gave a verdict
 * @param kappa Cohen's κ, averaged over all pairs of annotators that share steps; at most 1
 * @param fleiss Fleiss' κ over the steps with the most usual number of verdicts; at most 1
 * @param alphaNominal Krippendorff's α on unordered verdicts, missing ones allowed; at most 1
 * @param alphaOrdinal Krippendorff's α on wrong &lt; neutral &lt; correct; at most 1
 * @param firstErrorTraces how many traces have a first error (or none) from two annotators or more
 * @param firstErrorAgreement the share in [0, 1] of those traces on which all annotators agree
 */
public record AgreementReport(
        List<String> annotators,
        long items,
        double kappa,
        double fleiss,
        double alphaNominal,
        double alphaOrdinal,
        long firstErrorTraces,
        double firstErrorAgreement) {
    /** Copies. */
    public AgreementReport {
        annotators = List.copyOf(annotators);
    }
}
