package org.stepwright.tryout;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.stepwright.rubric.Criterion;
import org.stepwright.tryout.CheckedStep.Answer;

/** Counts how one criterion's verifier and people agree, trace by trace. */
final class QualityCount {
    private final Criterion criterion;
    private int labelled;
    private int steps;
    private int flagged;
    private int trueFlags;
    private int wrongSteps;
    private int placedFlags;
    private int flagsFromError;

    QualityCount(Criterion criterion) {
        this.criterion = criterion;
    }

    void add(List<CheckedStep> checked, People people) {
        OptionalInt error = people.firstError();
        for (CheckedStep step : checked) {
            if (!step.looked().contains(criterion)) {
                continue;
            }
            Answer answer = step.answer(criterion.id());
            compare(answer, people.wrong(step.step(), criterion));
            if (answer == Answer.FAILED && error.isPresent()) {
                placedFlags++;
                boolean after = error.getAsInt() >= 0 && step.step() >= error.getAsInt();
                flagsFromError += after ? 1 : 0;
            }
        }
    }

    private void compare(Answer answer, Optional<Boolean> wrong) {
        if (wrong.isEmpty()) {
            return;
        }
        labelled++;
        if (answer == Answer.UNDECIDED) {
            return;
        }
        boolean flag = answer == Answer.FAILED;
        steps++;
        flagged += flag ? 1 : 0;
        wrongSteps += wrong.get() ? 1 : 0;
        trueFlags += flag && wrong.get() ? 1 : 0;
    }

    VerifierQuality quality() {
        return new VerifierQuality(
                criterion.id(),
                criterion.verifier().name(),
                labelled,
                steps,
                flagged,
                trueFlags,
                wrongSteps,
                placedFlags,
                flagsFromError);
    }
}
