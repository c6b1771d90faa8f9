package org.stepwright.storage.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.label.LabelSource;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;

/**
 * Makes the labels of an imported row.
 *
 * @param traceId the trace
 * @param annotator who labelled
 * @param at when; the epoch when the file does not say
 * @param source where the labels come from
 */
record Verdicts(String traceId, String annotator, Instant at, LabelSource source) {
    static Verdicts imported(String traceId, String format) {
        return new Verdicts(traceId, "import:" + format, Instant.EPOCH, LabelSource.IMPORTED);
    }

    /**
     * As {@link #imported(String, String)}, but weak labels stay what they are: a row that says in
     * {@code label_source} that some of its labels are rollouts or synthetic gives such labels.
     *
     * @param fallback the source where the row does not say
     */
    static Verdicts imported(String traceId, String format, JsonRow row, LabelSource fallback) {
        return new Verdicts(
                traceId, "import:" + format, Instant.EPOCH, LabelFacts.source(row, fallback));
    }

    StepLabel of(int step, Verdict verdict) {
        return StepLabel.verdict(traceId, step, verdict, annotator, at, source);
    }

    StepLabel of(int step, int candidate, Verdict verdict, boolean spark, String comment) {
        return new StepLabel(
                traceId, step, candidate, verdict, List.of(), List.of(), spark, false, comment,
                annotator, at, "", source);
    }

    /**
     * The labels that a first error means: correct before it, wrong there, nothing behind it.
     *
     * @param steps how many steps there are
     * @param first the first wrong step from 0, or -1 when all are correct
     * @param comment said of the wrong step, maybe empty
     */
    List<StepLabel> firstError(int steps, int first, String comment) {
        int correct = first < 0 ? steps : first;
        List<StepLabel> labels = new ArrayList<>(correct + 1);
        for (int i = 0; i < correct; i++) {
            labels.add(of(i, Verdict.CORRECT));
        }
        if (first >= 0) {
            labels.add(of(first, 0, Verdict.WRONG, false, comment));
        }
        return labels;
    }
}
