package org.stepwright.prm.eval;

import java.util.List;

/**
 * The expected result of naming any step, or none, with the same chance: in a trace of n steps the
 * truth is hit with chance 1 / (n + 1). Computed, not drawn, so no seed touches it; F1 is the
 * harmonic mean of the two expected accuracies.
 */
final class UniformRow {
    private UniformRow() {}

    static BaselineRow of(List<Gold> golds, String rule) {
        double found = mean(golds, true);
        double passed = mean(golds, false);
        boolean wrong = anyStep(golds, 0);
        boolean right = anyStep(golds, 1);
        return new BaselineRow(
                100 * found,
                100 * passed,
                100 * Metrics.harmonicMean(found, passed),
                wrong && right ? 0.5 : Double.NaN,
                rule);
    }

    private static double mean(List<Gold> golds, boolean wrong) {
        return golds.stream()
                .filter(g -> g.firstError().isPresent())
                .filter(g -> g.firstError().getAsInt() >= 0 == wrong)
                .mapToDouble(g -> 1.0 / (g.steps() + 1))
                .average()
                .orElse(Double.NaN);
    }

    private static boolean anyStep(List<Gold> golds, double reward) {
        for (Gold gold : golds) {
            for (int i = 0; i < gold.steps(); i++) {
                if (gold.reward(i) == reward) {
                    return true;
                }
            }
        }
        return false;
    }
}
