package org.stepwright.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Verdict;

/**
 * Where the people who labelled a trace differ. Only what they said on their own counts: labels
 * made in the workbench or imported, never repeats or decisions.
 *
 * @param shared how many steps at least two people gave a verdict
 * @param steps the steps of them, from 0 and rising, on which not all gave the same verdict
 * @param opposed the steps of these on which one said wrong and another correct
 * @param firstErrors by annotator the first wrong step, -1 when every step has a verdict and none
 *     is wrong; who does not say is left out
 * @param firstErrorDistance how many steps lie between the earliest and the latest first error,
 *     where none counts as the step after the last; 0 when all agree or fewer than two say
 */
public record Disagreement(
        int shared,
        List<Integer> steps,
        List<Integer> opposed,
        SortedMap<String, Integer> firstErrors,
        int firstErrorDistance) {
    /** Copies. */
    public Disagreement {
        steps = List.copyOf(steps);
        opposed = List.copyOf(opposed);
        firstErrors = Collections.unmodifiableSortedMap(new TreeMap<>(firstErrors));
    }

    /**
     * @param labelled a trace with everybody's labels
     * @return where they differ
     */
    public static Disagreement of(LabelledTrace labelled) {
        int shared = 0;
        List<Integer> steps = new ArrayList<>();
        List<Integer> opposed = new ArrayList<>();
        for (var entry : Voices.verdicts(labelled).entrySet()) {
            var said = entry.getValue().values();
            shared += said.size() >= 2 ? 1 : 0;
            if (said.stream().distinct().count() > 1) {
                steps.add(entry.getKey());
                if (said.contains(Verdict.WRONG) && said.contains(Verdict.CORRECT)) {
                    opposed.add(entry.getKey());
                }
            }
        }
        SortedMap<String, Integer> errors = Voices.firstErrors(labelled);
        int end = labelled.trace().steps().size();
        int earliest = errors.values().stream().mapToInt(e -> e < 0 ? end : e).min().orElse(0);
        int latest = errors.values().stream().mapToInt(e -> e < 0 ? end : e).max().orElse(0);
        return new Disagreement(shared, steps, opposed, errors, latest - earliest);
    }

    /**
     * @return whether any step or the first error is in dispute
     */
    public boolean any() {
        return !steps.isEmpty() || firstErrorDistance > 0;
    }

    /**
     * @return the share in [0, 1] of the shared steps on which they differ; 0 without shared steps
     */
    public double share() {
        return shared == 0 ? 0 : (double) steps.size() / shared;
    }
}
