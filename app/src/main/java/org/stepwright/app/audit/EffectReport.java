package org.stepwright.app.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stepwright.prm.eval.PairedEval;
import org.stepwright.prm.eval.PairedRow;

/**
 * What a clean-up changed, measured on problems that no model has seen.
 *
 * @param asideTraces how many labelled traces the clean-up leaves out
 * @param decidedSteps how many steps it decided
 * @param seeds over how many seeds the figures are means
 * @param tracesBefore labelled traces before, training and held out
 * @param tracesAfter labelled traces after
 * @param heldOut how many held-out traces there are in the mean, as they were before the clean-up
 * @param heldOutClean how many of them the clean-up keeps
 * @param asBefore figures on the held-out part as it was before, with what was found on it
 * @param asAfter figures on the held-out part without what was found on it; empty when the clean-up
 *     touches no held-out trace, as both are the same then
 * @param planned whether it measures what setting aside would do, and not what was done
 */
public record EffectReport(
        int asideTraces,
        int decidedSteps,
        int seeds,
        int tracesBefore,
        int tracesAfter,
        double heldOut,
        double heldOutClean,
        Map<String, PairedRow> asBefore,
        Map<String, PairedRow> asAfter,
        boolean planned) {
    /** Copies. */
    public EffectReport {
        asBefore = Collections.unmodifiableMap(new LinkedHashMap<>(asBefore));
        asAfter = Collections.unmodifiableMap(new LinkedHashMap<>(asAfter));
    }

    /**
     * @return the figures to look at: on clean held-out traces where there are such, as faults
     *     there mislead the measurement
     */
    public Map<String, PairedRow> figures() {
        return asAfter.isEmpty() ? asBefore : asAfter;
    }

    /**
     * @return names of the figures of which the difference is more than noise
     */
    public List<String> beyondNoise() {
        return figures().entrySet().stream()
                .filter(e -> e.getValue().differs())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * @param name the name of a figure
     * @return whether it is better after than before
     */
    public boolean better(String name) {
        double difference = figures().get(name).difference();
        return name.equals(PairedEval.BRIER) ? difference < 0 : difference > 0;
    }
}
