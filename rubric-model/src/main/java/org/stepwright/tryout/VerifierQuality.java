package org.stepwright.tryout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.stepwright.label.LabelledTrace;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.verify.VerifierCatalog;
import org.stepwright.work.Progress;

/**
 * How far a criterion's verifier agrees with people, over steps that a person labelled and that it
 * could decide. A verifier's "failed" is held against the person's "wrong": the criterion's own
 * rating at the smallest value of its scale where the step was rated on it, else the step's
 * verdict. Labels that a generator planted or a rollout guessed are no person's and do not count.
 *
 * @param criterionId the criterion
 * @param verifier the verifier's name
 * @param labelled steps with a person's label that it looked at
 * @param steps how many of those it could decide; all else here is about them
 * @param flagged how many of those it failed
 * @param trueFlags flagged steps that people call wrong
 * @param wrongSteps steps that people call wrong
 * @param placedFlags steps that it failed, labelled or not, in traces whose first error people know
 *     (or know that there is none)
 * @param flagsFromError how many of those are at the first error or after it
 */
public record VerifierQuality(
        String criterionId,
        String verifier,
        int labelled,
        int steps,
        int flagged,
        int trueFlags,
        int wrongSteps,
        int placedFlags,
        int flagsFromError) {
    /** Validates. */
    public VerifierQuality {
        Objects.requireNonNull(criterionId, "criterionId");
        Objects.requireNonNull(verifier, "verifier");
        if (steps > labelled
                || flagged > steps
                || wrongSteps > steps
                || trueFlags > Math.min(flagged, wrongSteps)
                || flagsFromError > placedFlags) {
            throw new IllegalArgumentException("The counts of a verifier add up.");
        }
    }

    /**
     * @return the share of flagged steps that people call wrong
     */
    public Share precision() {
        return new Share(trueFlags, flagged);
    }

    /**
     * @return the share of wrong steps that it flagged
     */
    public Share recall() {
        return new Share(trueFlags, wrongSteps);
    }

    /**
     * @return the share of its flags at the first error or after it
     */
    public Share fromError() {
        return new Share(flagsFromError, placedFlags);
    }

    /**
     * @param rubric the rubric
     * @param verifiers the kinds of verifier
     * @param rows traces with labels; walked once
     * @param progress told traces done and, for a collection, traces in all
     * @return one entry for each criterion that a verifier decides, those of every step first
     * @throws org.stepwright.work.Cancelled when the user asked to stop
     */
    public static List<VerifierQuality> measure(
            Rubric rubric,
            VerifierCatalog verifiers,
            Iterable<LabelledTrace> rows,
            Progress progress) {
        return measure(new StepChecks(rubric, verifiers), rows, progress);
    }

    /**
     * As {@link #measure(Rubric, VerifierCatalog, Iterable, Progress)}, for chosen checks.
     *
     * @param checks the checks, such as {@link StepChecks#only}
     * @param rows traces with labels; walked once
     * @param progress told traces done and, for a collection, traces in all
     * @return one entry for each criterion of the checks
     */
    public static List<VerifierQuality> measure(
            StepChecks checks, Iterable<LabelledTrace> rows, Progress progress) {
        List<QualityCount> counts = new ArrayList<>();
        for (Criterion criterion : checks.criteria()) {
            counts.add(new QualityCount(criterion));
        }
        long total = rows instanceof Collection<LabelledTrace> all ? all.size() : -1;
        long done = 0;
        for (LabelledTrace row : rows) {
            progress.checkCancelled();
            People people = People.of(row);
            if (people.saySomething()) {
                List<CheckedStep> checked = checks.of(row.trace());
                counts.forEach(count -> count.add(checked, people));
            }
            progress.report(++done, total, "Comparing verifiers with labels");
        }
        return counts.stream().map(QualityCount::quality).toList();
    }
}
