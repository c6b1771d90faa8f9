package org.stepwright.label;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What one annotator says about one step.
 *
 * @param traceId the trace's id
 * @param step the step's index, from 0
 * @param candidate 0 for the step itself, k for its k-th alternative (from 1)
 * @param verdict the verdict, or null when only ratings, a spark or a comment were given
 * @param ratings answers to criteria, at most one for each
 * @param errorKinds names of the kinds of error seen
 * @param spark whether the step is an insight that carries the answer
 * @param unsure whether the annotator was unsure
 * @param comment free text, maybe empty
 * @param annotator who
 * @param at when
 * @param rubricVersion the key of the RubricVersion ({@code id@number}) that it was made under;
 *     empty if none
 * @param source where it comes from; tells in which {@link LabelPass} it was given
 * @param correction what the annotator would have written in place of a wrong step; empty if
 *     nothing. Given to exports and training as one more alternative of the step
 */
public record StepLabel(
        String traceId,
        int step,
        int candidate,
        Verdict verdict,
        List<Rating> ratings,
        List<String> errorKinds,
        boolean spark,
        boolean unsure,
        String comment,
        String annotator,
        Instant at,
        String rubricVersion,
        LabelSource source,
        String correction) {
    /** Validates. */
    public StepLabel {
        Objects.requireNonNull(traceId, "traceId");
        if (step < 0 || candidate < 0) {
            throw new IllegalArgumentException("Step and candidate count from 0.");
        }
        ratings = List.copyOf(ratings);
        errorKinds = List.copyOf(errorKinds);
        Objects.requireNonNull(comment, "comment");
        if (annotator == null || annotator.isBlank()) {
            throw new IllegalArgumentException("A label names its annotator.");
        }
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(rubricVersion, "rubricVersion");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(correction, "correction");
        if (ratings.stream().map(Rating::criterionId).distinct().count() != ratings.size()) {
            throw new IllegalArgumentException("A label answers each criterion at most once.");
        }
    }

    /**
     * A label without a correction.
     *
     * @param traceId the trace's id
     * @param step the step's index, from 0
     * @param candidate 0 for the step itself, k for its k-th alternative (from 1)
     * @param verdict the verdict, or null
     * @param ratings answers to criteria
     * @param errorKinds names of the kinds of error seen
     * @param spark whether the step is an insight
     * @param unsure whether the annotator was unsure
     * @param comment free text, maybe empty
     * @param annotator who
     * @param at when
     * @param rubricVersion key of the RubricVersion, empty if none
     * @param source where it comes from
     */
    public StepLabel(
            String traceId,
            int step,
            int candidate,
            Verdict verdict,
            List<Rating> ratings,
            List<String> errorKinds,
            boolean spark,
            boolean unsure,
            String comment,
            String annotator,
            Instant at,
            String rubricVersion,
            LabelSource source) {
        this(
                traceId,
                step,
                candidate,
                verdict,
                ratings,
                errorKinds,
                spark,
                unsure,
                comment,
                annotator,
                at,
                rubricVersion,
                source,
                "");
    }

    /**
     * @return in which pass over the trace it was given: of one annotator and step there is one
     *     label a pass
     */
    public LabelPass pass() {
        return LabelPass.of(source);
    }

    /**
     * @param traceId the trace's id
     * @param step the step's index, from 0
     * @param verdict the verdict
     * @param annotator who
     * @param at when
     * @param source where it comes from
     * @return a label that is only a verdict
     */
    public static StepLabel verdict(
            String traceId,
            int step,
            Verdict verdict,
            String annotator,
            Instant at,
            LabelSource source) {
        return new StepLabel(
                traceId, step, 0, verdict, List.of(), List.of(), false, false, "", annotator, at,
                "", source);
    }

    /**
     * @param newVerdict the verdict, or null to take it away
     * @return this label with another verdict
     */
    public StepLabel withVerdict(Verdict newVerdict) {
        return new StepLabel(
                traceId,
                step,
                candidate,
                newVerdict,
                ratings,
                errorKinds,
                spark,
                unsure,
                comment,
                annotator,
                at,
                rubricVersion,
                source,
                correction);
    }
}
