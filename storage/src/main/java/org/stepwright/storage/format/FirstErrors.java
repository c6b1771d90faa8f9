package org.stepwright.storage.format;

import java.util.List;
import java.util.OptionalInt;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;

/** The first error of a trace, for formats that hold nothing else. */
final class FirstErrors {
    /** Why a trace cannot be written. */
    static final String UNKNOWN = "the labels do not say where the first error is";

    private FirstErrors() {}

    /**
     * @return the first wrong step from 0; -1 when there is none; empty when the labels do not say,
     *     also when a step before the first wrong one has no label
     */
    static OptionalInt of(LabelledTrace labelled, NeutralPolicy neutral) {
        List<Verdict> verdicts =
                StepTargets.of(labelled).verdicts().stream()
                        .map(
                                v ->
                                        neutral == NeutralPolicy.WRONG && v == Verdict.NEUTRAL
                                                ? Verdict.WRONG
                                                : v)
                        .toList();
        OptionalInt first = new StepTargets(verdicts).firstError();
        boolean gapBefore =
                first.isPresent()
                        && first.getAsInt() > 0
                        && verdicts.subList(0, first.getAsInt()).contains(null);
        return gapBefore ? OptionalInt.empty() : first;
    }
}
