package org.stepwright.label;

import java.util.List;
import org.stepwright.trace.StepPiece;

/**
 * What a label says about one piece of its step.
 *
 * @param label its share of the label, or null when it says nothing about the piece
 * @param text the piece's text
 */
record LabelPart(StepLabel label, String text) {
    /**
     * @param label the label of the piece's step, or null
     */
    static LabelPart of(StepPiece piece, StepLabel label, String text) {
        return new LabelPart(label == null || piece.whole() ? label : share(piece, label), text);
    }

    private static StepLabel share(StepPiece piece, StepLabel label) {
        boolean wrong = label.verdict() == Verdict.WRONG;
        boolean told = !wrong || piece.last();
        boolean carries = wrong ? piece.last() : piece.first();
        String correction = piece.first() ? label.correction() : "";
        if (label.verdict() == null && !carries) {
            return null;
        }
        return new StepLabel(
                label.traceId(),
                label.step(),
                label.candidate(),
                told ? label.verdict() : null,
                carries ? label.ratings() : List.of(),
                carries ? label.errorKinds() : List.of(),
                carries && label.spark(),
                !told || label.unsure(),
                carries ? label.comment() : "",
                label.annotator(),
                label.at(),
                label.rubricVersion(),
                label.source(),
                correction);
    }

    /** The verdict on the piece, or null. */
    Verdict verdict() {
        return label == null ? null : label.verdict();
    }

    /** Whether the piece's verdict is unsure or not there. */
    boolean open() {
        return verdict() == null || label.unsure();
    }
}
