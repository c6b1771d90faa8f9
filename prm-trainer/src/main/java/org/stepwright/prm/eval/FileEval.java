package org.stepwright.prm.eval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stepwright.prm.search.BestOfNRow;

/**
 * Results on one set of labelled traces. Accuracies and F1 are in percent, all else in [0, 1]; NaN
 * where the rows cannot say.
 *
 * @param file the set's name
 * @param traces traces with something to judge by
 * @param problems distinct problems among them, near-duplicates being one
 * @param steps labelled steps
 * @param baseRate share of these steps that are wrong
 * @param errorShare share of traces with an error, among those whose first error is known
 * @param errorAccuracy wrong traces whose first error is found exactly, in percent
 * @param correctAccuracy right traces that are called right, in percent
 * @param f1 harmonic mean of both, in percent
 * @param exact share in [0, 1] of traces judged exactly, as BIG-Bench Mistake counts: the first
 *     error found, or none called where there is none
 * @param stepF1 PRMBench's numbers over the labelled steps
 * @param kinds for each error kind that the rows name, what its labelled steps give; sorted by name
 * @param auroc area under the ROC curve per step, a correct step being positive
 * @param ece expected calibration error, 15 bins of equal mass
 * @param brier Brier score
 * @param threshold a step of a reward under it is called wrong
 * @param thresholdRule where the threshold comes from
 * @param ci95 95 % bootstrap intervals over problems as [low, high], in the units above: {@code
 *     f1}, {@code error_accuracy}, {@code correct_accuracy}, {@code auroc}, {@code brier}
 * @param baselines by name; empty when no baselines were given
 * @param bestOfN for each way to make one number of a trace's rewards ({@code last}, {@code min},
 *     {@code product}, {@code mean}), how often picking among N answers is right; empty when no
 *     problem has two answers of known outcome
 * @param reliability bins of the reliability diagram
 * @param worst confident mistakes, the worst first
 */
public record FileEval(
        String file,
        int traces,
        int problems,
        int steps,
        double baseRate,
        double errorShare,
        double errorAccuracy,
        double correctAccuracy,
        double f1,
        double exact,
        StepF1 stepF1,
        Map<String, KindRow> kinds,
        double auroc,
        double ece,
        double brier,
        double threshold,
        String thresholdRule,
        Map<String, List<Double>> ci95,
        Map<String, BaselineRow> baselines,
        Map<String, List<BestOfNRow>> bestOfN,
        List<ReliabilityBin> reliability,
        List<Mistake> worst) {
    /** Copies; the maps keep their order. */
    public FileEval {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(thresholdRule, "thresholdRule");
        Objects.requireNonNull(stepF1, "stepF1");
        kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
        ci95 = Collections.unmodifiableMap(new LinkedHashMap<>(ci95));
        baselines = Collections.unmodifiableMap(new LinkedHashMap<>(baselines));
        bestOfN = Collections.unmodifiableMap(new LinkedHashMap<>(bestOfN));
        reliability = List.copyOf(reliability);
        worst = List.copyOf(worst);
    }
}
