package org.stepwright.prm.eval;

import java.util.List;
import org.stepwright.prm.signal.Signals;
import org.stepwright.trace.Trace;
import org.stepwright.verify.Finding;
import org.stepwright.verify.Prefix;
import org.stepwright.verify.Verifier;
import org.stepwright.work.Progress;

/** The signals of steps without any check of facts: baselines read only the plainest of them. */
final class PlainSignals {
    private static final Verifier SILENT =
            new Verifier() {
                @Override
                public String name() {
                    return "silent";
                }

                @Override
                public List<Finding> check(Prefix prefix) {
                    return List.of();
                }
            };

    private PlainSignals() {}

    static List<float[][]> of(List<Trace> traces, Progress progress) {
        try (Signals signals = new Signals(SILENT)) {
            return signals.all(traces, progress);
        }
    }

    static int[] columns(List<String> names) {
        return names.stream().mapToInt(Signals.NAMES::indexOf).toArray();
    }
}
