package org.stepwright.ui.label;

import java.util.List;
import java.util.Set;
import org.stepwright.storage.TraceState;

/**
 * What machines say that may be seen. Before somebody submits a trace, only what states facts by
 * default: a score that is seen draws the judgement towards it.
 *
 * @param sources kinds that are seen from the start: {@code verifier}, {@code model}, {@code judge}
 * @param afterSubmit whether a submitted trace shows all of them
 * @param suggesting whether steps show the verdict that is suggested for them
 */
record Showing(Set<String> sources, boolean afterSubmit, boolean suggesting) {
    /** What holds where a project says nothing else. */
    static final Showing FACTS = new Showing(Set.of("verifier"), true, false);

    /** Validates. */
    Showing {
        sources = Set.copyOf(sources);
    }

    /** The same, with the suggested verdicts shown or not. */
    Showing suggesting(boolean is) {
        return new Showing(sources, afterSubmit, is);
    }

    /** Whether a kind of machine may be seen on a trace in a state. */
    boolean shows(String kind, TraceState state) {
        return sources.contains(kind) || afterSubmit && state == TraceState.SUBMITTED;
    }

    /** What of a step's facts may be seen. */
    StepFacts of(StepFacts facts, TraceState state) {
        return new StepFacts(
                facts.stage(),
                shows("verifier", state) ? facts.checks() : List.of(),
                facts.scores().stream().filter(s -> shows(s.kind(), state)).toList(),
                facts.asked());
    }
}
