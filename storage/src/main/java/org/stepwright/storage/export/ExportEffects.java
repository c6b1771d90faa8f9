package org.stepwright.storage.export;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the choices of an export do to its traces.
 *
 * @param neutral steps with a neutral verdict, for which the neutral policy decides
 * @param masked steps with labels that the label policy masks
 * @param changed steps whose verdict is another one than the majority's
 * @param softSteps steps with a reward between wrong and correct from the chosen source, or made
 *     hard from it; 0 without a source
 * @param leftOut traces of the training part that were left out to balance it
 * @param skipped traces that the format cannot hold, by reason
 */
public record ExportEffects(
        long neutral,
        long masked,
        long changed,
        long softSteps,
        long leftOut,
        Map<String, Long> skipped) {
    /** Copies. */
    public ExportEffects {
        skipped = Collections.unmodifiableMap(new TreeMap<>(skipped));
    }

    /**
     * @return traces that the format cannot hold
     */
    public long skippedTraces() {
        return skipped.values().stream().mapToLong(n -> n).sum();
    }
}
