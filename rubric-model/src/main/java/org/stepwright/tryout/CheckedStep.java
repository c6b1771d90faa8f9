package org.stepwright.tryout;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Stage;

/**
 * What can be told about a step without a person.
 *
 * @param step the step's index, from 0
 * @param stage the rubric's stage that it belongs to, if one matches
 * @param looked the criteria whose verifiers looked at the step, those of every step first
 * @param facts what they found, in the order of {@code looked}, after arithmetic that nobody asked
 *     for; a criterion may have several or, when its verifier could decide nothing, none
 */
public record CheckedStep(
        int step, Optional<Stage> stage, List<Criterion> looked, List<CheckedFact> facts) {
    /** Validates. */
    public CheckedStep {
        if (step < 0) {
            throw new IllegalArgumentException("Steps count from 0.");
        }
        Objects.requireNonNull(stage, "stage");
        looked = List.copyOf(looked);
        facts = List.copyOf(facts);
    }

    /**
     * @param criterionId a criterion
     * @return what its verifier says about the step: {@link Answer#FAILED} when one of its facts
     *     does not hold, {@link Answer#HELD} when all hold, {@link Answer#UNDECIDED} when it found
     *     no fact or did not look
     */
    public Answer answer(String criterionId) {
        Answer answer = Answer.UNDECIDED;
        for (CheckedFact fact : facts) {
            if (fact.asked().map(c -> c.id().equals(criterionId)).orElse(false)) {
                if (!fact.finding().holds()) {
                    return Answer.FAILED;
                }
                answer = Answer.HELD;
            }
        }
        return answer;
    }

    /** A verifier's answer about one step. */
    public enum Answer {
        /** All that it found holds. */
        HELD,
        /** Something that it found does not hold. */
        FAILED,
        /** It found nothing that it can decide. */
        UNDECIDED
    }
}
