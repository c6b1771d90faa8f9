package org.stepwright.ui.label;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.label.LabelPass;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;

/**
 * Changes of one step's label, each from the label that is there (or none) to the next. A judgement
 * (verdict, rating, kind of error) is made under the rubric in use; a mark or a comment judges
 * nothing, so the label stays under the version that its ratings were given under.
 *
 * @param annotator who
 * @param at when
 * @param rubricVersion key of the rubric version in use; empty if none
 */
record LabelEdit(String annotator, Instant at, String rubricVersion) {
    StepLabel verdict(StepLabel label, Verdict verdict) {
        return of(
                label,
                rubricVersion,
                verdict,
                label.ratings(),
                label.errorKinds(),
                label.spark(),
                label.unsure(),
                label.comment());
    }

    StepLabel spark(StepLabel label, boolean spark) {
        return of(
                label,
                label.rubricVersion(),
                label.verdict(),
                label.ratings(),
                label.errorKinds(),
                spark,
                label.unsure(),
                label.comment());
    }

    StepLabel unsure(StepLabel label, boolean unsure) {
        return of(
                label,
                label.rubricVersion(),
                label.verdict(),
                label.ratings(),
                label.errorKinds(),
                label.spark(),
                unsure,
                label.comment());
    }

    StepLabel comment(StepLabel label, String comment) {
        return of(
                label,
                label.rubricVersion(),
                label.verdict(),
                label.ratings(),
                label.errorKinds(),
                label.spark(),
                label.unsure(),
                comment);
    }

    /** Says what the step should have said; empty takes that away. */
    StepLabel correction(StepLabel label, String correction) {
        return new StepLabel(
                label.traceId(),
                label.step(),
                label.candidate(),
                label.verdict(),
                label.ratings(),
                label.errorKinds(),
                label.spark(),
                label.unsure(),
                label.comment(),
                annotator,
                at,
                label.rubricVersion(),
                label.pass().source(),
                correction);
    }

    /** Rates a criterion; the same value again takes the rating away. */
    StepLabel rate(StepLabel label, String criterion, double value) {
        List<Rating> ratings = new ArrayList<>(label.ratings());
        boolean same = ratings.contains(new Rating(criterion, value));
        ratings.removeIf(r -> r.criterionId().equals(criterion));
        if (!same) {
            ratings.add(new Rating(criterion, value));
        }
        return of(
                label,
                rubricVersion,
                label.verdict(),
                ratings,
                label.errorKinds(),
                label.spark(),
                label.unsure(),
                label.comment());
    }

    /** Adds a kind of error, or takes it away when it is there. */
    StepLabel toggleErrorKind(StepLabel label, String kind) {
        List<String> kinds = new ArrayList<>(label.errorKinds());
        if (!kinds.remove(kind)) {
            kinds.add(kind);
        }
        return of(
                label,
                rubricVersion,
                label.verdict(),
                label.ratings(),
                kinds,
                label.spark(),
                label.unsure(),
                label.comment());
    }

    /** A label that says nothing yet. */
    StepLabel blank(String traceId, Spot at, LabelPass pass) {
        return new StepLabel(
                traceId,
                at.step(),
                at.candidate(),
                null,
                List.of(),
                List.of(),
                false,
                false,
                "",
                annotator,
                this.at,
                rubricVersion,
                pass.source());
    }

    /** Whether a label says nothing any more. */
    static boolean saysNothing(StepLabel label) {
        return label.verdict() == null
                && label.ratings().isEmpty()
                && label.errorKinds().isEmpty()
                && !label.spark()
                && !label.unsure()
                && label.comment().isEmpty()
                && label.correction().isEmpty();
    }

    private StepLabel of(
            StepLabel label,
            String version,
            Verdict verdict,
            List<Rating> ratings,
            List<String> errorKinds,
            boolean spark,
            boolean unsure,
            String comment) {
        return new StepLabel(
                label.traceId(),
                label.step(),
                label.candidate(),
                verdict,
                ratings,
                errorKinds,
                spark,
                unsure,
                comment,
                annotator,
                at,
                version,
                label.pass().source(),
                label.correction());
    }
}
