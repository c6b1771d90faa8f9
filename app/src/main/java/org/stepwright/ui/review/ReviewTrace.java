package org.stepwright.ui.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.storage.Standing;
import org.stepwright.storage.TraceState;
import org.stepwright.trace.Trace;

/**
 * A trace with everybody's answer and everybody's decision.
 *
 * @param trace the trace
 * @param voices what each person says, by name
 * @param decisions what each reviewer decided, by name; the state is that of the decision
 */
record ReviewTrace(Trace trace, List<Voice> voices, List<Voice> decisions) {
    ReviewTrace {
        Objects.requireNonNull(trace, "trace");
        voices = List.copyOf(voices);
        decisions = List.copyOf(decisions);
    }

    /**
     * @param labelled the trace with everybody's labels and decisions
     * @param standings how far people are; who is not named has not finished
     */
    static ReviewTrace of(LabelledTrace labelled, List<Standing> standings) {
        Map<String, List<StepLabel>> people = new TreeMap<>();
        Map<String, List<StepLabel>> reviewers = new TreeMap<>();
        for (StepLabel label : labelled.labels()) {
            Map<String, List<StepLabel>> group =
                    label.pass() == LabelPass.DECISION ? reviewers : person(label) ? people : null;
            if (group != null) {
                group.computeIfAbsent(label.annotator(), n -> new ArrayList<>()).add(label);
            }
        }
        Map<String, TraceState> stateOf = new LinkedHashMap<>();
        Map<String, TraceState> decidedBy = new LinkedHashMap<>();
        for (Standing s : standings) {
            if (s.pass() == LabelPass.DECISION) {
                decidedBy.put(s.annotator(), s.state());
                reviewers.computeIfAbsent(s.annotator(), n -> new ArrayList<>());
            } else if (s.pass() == LabelPass.LABEL && s.state() != TraceState.OPEN) {
                stateOf.put(s.annotator(), s.state());
                people.computeIfAbsent(s.annotator(), n -> new ArrayList<>());
            }
        }
        int steps = labelled.trace().steps().size();
        return new ReviewTrace(
                labelled.trace(),
                voices(people, stateOf, steps),
                voices(reviewers, decidedBy, steps));
    }

    private static boolean person(StepLabel label) {
        return label.source() == LabelSource.HUMAN || label.source() == LabelSource.IMPORTED;
    }

    private static List<Voice> voices(
            Map<String, List<StepLabel>> labels, Map<String, TraceState> states, int steps) {
        return labels.entrySet().stream()
                .map(
                        e ->
                                Voice.of(
                                        e.getKey(),
                                        steps,
                                        e.getValue(),
                                        states.getOrDefault(e.getKey(), TraceState.OPEN)))
                .toList();
    }

    /** Whether a reviewer finished it, or decided and left no step on which people differ. */
    boolean decided() {
        if (decisions.stream().anyMatch(v -> v.state() != TraceState.OPEN)) {
            return true;
        }
        boolean any = false;
        for (int i = 0; i < trace.steps().size(); i++) {
            int step = i;
            boolean here = decisions.stream().anyMatch(v -> v.verdict(step) != null);
            any |= here;
            if (!here && Split.of(voices, i).differs()) {
                return false;
            }
        }
        return any;
    }

    /** What a reviewer decided so far; nothing yet when there is none of that name. */
    Voice decision(String reviewer) {
        return decisions.stream()
                .filter(v -> v.name().equals(reviewer))
                .findFirst()
                .orElseGet(
                        () -> Voice.of(reviewer, trace.steps().size(), List.of(), TraceState.OPEN));
    }
}
