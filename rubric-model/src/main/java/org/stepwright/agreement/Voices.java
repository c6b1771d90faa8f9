package org.stepwright.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;

/**
 * What people said of a trace on their own: labels made in the workbench or imported. Repeats,
 * decisions, synthetic and rollout labels, and candidates other than 0, are no voices.
 */
final class Voices {
    private Voices() {}

    static boolean counts(StepLabel label) {
        return label.candidate() == 0
                && (label.source() == LabelSource.HUMAN || label.source() == LabelSource.IMPORTED);
    }

    /** By step and annotator; steps without a verdict are left out. */
    static SortedMap<Integer, SortedMap<String, Verdict>> verdicts(LabelledTrace labelled) {
        SortedMap<Integer, SortedMap<String, Verdict>> steps = new TreeMap<>();
        for (StepLabel label : labelled.labels()) {
            if (counts(label) && label.verdict() != null) {
                steps.computeIfAbsent(label.step(), s -> new TreeMap<>())
                        .put(label.annotator(), label.verdict());
            }
        }
        return steps;
    }

    /** By annotator; who does not say is left out. */
    static SortedMap<String, Integer> firstErrors(LabelledTrace labelled) {
        Map<String, List<StepLabel>> own = new LinkedHashMap<>();
        for (StepLabel label : labelled.labels()) {
            if (counts(label) && label.verdict() != null) {
                own.computeIfAbsent(label.annotator(), a -> new java.util.ArrayList<>()).add(label);
            }
        }
        SortedMap<String, Integer> errors = new TreeMap<>();
        own.forEach(
                (annotator, labels) ->
                        StepTargets.of(new LabelledTrace(labelled.trace(), labels))
                                .firstError()
                                .ifPresent(e -> errors.put(annotator, e)));
        return errors;
    }
}
