package org.stepwright.audit;

import java.util.Objects;
import org.stepwright.tryout.Share;

/**
 * How one person labels, beside all the others.
 *
 * @param annotator who
 * @param traces how many traces they gave a verdict on
 * @param wrong how many of their verdicts are wrong
 * @param neutral how many are neutral
 * @param correct how many are correct
 * @param withOthers how many are what most others said of the step, of steps where others have a
 *     clear word
 * @param secondsPer100 their usual seconds for 100 characters; NaN when times are not known
 * @param wrongP chance of a share of wrong that is so far from that of others, two-sided; NaN when
 *     too little is known
 * @param neutralP the same of neutral
 * @param agreementP chance of so little agreement, one-sided; NaN when too little is known
 * @param paceP chance of such a pace, two-sided; NaN when too little is known
 */
public record AnnotatorRow(
        String annotator,
        int traces,
        Share wrong,
        Share neutral,
        Share correct,
        Share withOthers,
        double secondsPer100,
        double wrongP,
        double neutralP,
        double agreementP,
        double paceP) {
    /** Validates. */
    public AnnotatorRow {
        Objects.requireNonNull(annotator, "annotator");
    }
}
