package org.stepwright.tryout;

import java.util.List;
import org.stepwright.rubric.Criterion;
import org.stepwright.trace.Outcome;
import org.stepwright.tryout.CheckedStep.Answer;

/** Counts what one criterion's verifier does, trace by trace. */
final class CriterionCount {
    private final Criterion criterion;
    private int looked;
    private int held;
    private int failed;
    private int passedTraces;
    private int failedOnPassed;
    private int wrongTraces;
    private int failedOnWrong;

    CriterionCount(Criterion criterion) {
        this.criterion = criterion;
    }

    /**
     * @return in how many steps of the trace it failed
     */
    int add(List<CheckedStep> steps, Outcome outcome) {
        int heldHere = 0;
        int failedHere = 0;
        for (CheckedStep step : steps) {
            if (step.looked().contains(criterion)) {
                looked++;
                Answer answer = step.answer(criterion.id());
                heldHere += answer == Answer.HELD ? 1 : 0;
                failedHere += answer == Answer.FAILED ? 1 : 0;
            }
        }
        held += heldHere;
        failed += failedHere;
        if (heldHere + failedHere > 0) {
            trace(outcome, failedHere > 0);
        }
        return failedHere;
    }

    private void trace(Outcome outcome, boolean fails) {
        if (outcome == Outcome.RIGHT) {
            passedTraces++;
            failedOnPassed += fails ? 1 : 0;
        } else if (outcome == Outcome.WRONG) {
            wrongTraces++;
            failedOnWrong += fails ? 1 : 0;
        }
    }

    CriterionUse use() {
        return new CriterionUse(
                criterion.id(),
                criterion.verifier().name(),
                looked,
                held,
                failed,
                passedTraces,
                failedOnPassed,
                wrongTraces,
                failedOnWrong);
    }
}
