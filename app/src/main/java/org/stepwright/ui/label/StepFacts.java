package org.stepwright.ui.label;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepScoring;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Stage;

/**
 * What can be told about a step without a person. Never a label.
 *
 * @param stage the rubric's stage that it belongs to, if one matches
 * @param checks what verifiers found
 * @param scores what models and judges say
 * @param asked what the rubric asks of the step; empty without one
 */
record StepFacts(
        Optional<Stage> stage,
        List<Suggestion> checks,
        List<StepSuggestion> scores,
        List<Criterion> asked) {
    /** Nothing known. */
    static final StepFacts NONE = new StepFacts(Optional.empty(), List.of());

    /** Facts without scores. */
    StepFacts(Optional<Stage> stage, List<Suggestion> checks) {
        this(stage, checks, List.of(), List.of());
    }

    /**
     * The verdict that somebody's own ratings come to, while they have given none.
     *
     * @param label their label, or null
     */
    Optional<StepSuggestion> rated(StepLabel label) {
        if (label == null || label.verdict() != null || label.ratings().isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble reward = StepScoring.reward(asked, onScale(label.ratings()));
        return reward.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new StepSuggestion(
                                StepSuggestion.RATINGS,
                                StepScoring.verdict(reward.getAsDouble()),
                                reward.getAsDouble()));
    }

    /** Ratings under another version of the rubric may not be on this one's scales. */
    private List<Rating> onScale(List<Rating> ratings) {
        return ratings.stream()
                .filter(
                        r ->
                                asked.stream()
                                        .filter(c -> c.id().equals(r.criterionId()))
                                        .allMatch(c -> c.scale().has(r.value())))
                .toList();
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
