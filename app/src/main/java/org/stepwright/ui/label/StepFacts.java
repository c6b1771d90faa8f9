package org.stepwright.ui.label;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.rubric.Stage;

/**
 * What can be told about a step without a person. Never a label.
 *
 * @param stage the rubric's stage that it belongs to, if one matches
 * @param checks what verifiers found
 * @param scores what models and judges say
 */
record StepFacts(Optional<Stage> stage, List<Suggestion> checks, List<StepSuggestion> scores) {
    /** Nothing known. */
    static final StepFacts NONE = new StepFacts(Optional.empty(), List.of());

    /** Facts without scores. */
    StepFacts(Optional<Stage> stage, List<Suggestion> checks) {
        this(stage, checks, List.of());
    }

    /**
     * The verdict that all of this comes to: that of a fact that fails, else of a judge, else of a
     * model, else of a fact that holds.
     */
    Optional<StepSuggestion> suggested() {
        List<StepSuggestion> facts = checks.stream().map(StepSuggestion::of).toList();
        return Stream.of(
                        facts.stream().filter(s -> s.verdict() == Verdict.WRONG),
                        scores.stream().filter(s -> s.kind().equals("judge")),
                        scores.stream(),
                        facts.stream())
                .flatMap(s -> s)
                .filter(s -> s.verdict() != null)
                .findFirst();
    }
}
