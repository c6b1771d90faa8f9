package org.stepwright.prm.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;

/**
 * A threshold and where it comes from.
 *
 * @param value a reward in [0, 1]; a step under it is called wrong
 * @param text where it comes from, for people: {@code best F1 on validation}
 */
public record ThresholdRule(double value, String text) {
    /** Validates. */
    public ThresholdRule {
        Objects.requireNonNull(text, "text");
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("A threshold lies in [0, 1].");
        }
    }

    /**
     * @param rewards one list a row, one reward in [0, 1] a step
     * @param rows labelled traces; those whose first error is not known are left out
     * @param neutral what a neutral verdict counts as
     * @param where the rows' name, for the text
     * @return the threshold of the best F1 on these rows. Where they hold no right trace, or no
     *     wrong one, F1 is not defined: then the accuracy that is defined is made best, and without
     *     any trace that can be judged it is 0.5; the text says which
     */
    public static ThresholdRule bestF1(
            List<List<Double>> rewards,
            List<LabelledTrace> rows,
            NeutralPolicy neutral,
            String where) {
        Metrics.requireSameSize(rewards.size(), rows.size());
        List<List<Double>> known = new ArrayList<>();
        List<Integer> golds = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Gold gold = Gold.of(rows.get(i), neutral);
            if (gold.firstError().isPresent()) {
                known.add(rewards.get(i));
                golds.add(gold.firstError().getAsInt());
            }
        }
        return new ThresholdRule(Metrics.bestF1Threshold(known, golds), text(golds, where));
    }

    private static String text(List<Integer> golds, String where) {
        boolean wrong = golds.stream().anyMatch(gold -> gold >= 0);
        boolean right = golds.stream().anyMatch(gold -> gold < 0);
        if (wrong && right) {
            return "best F1 on " + where;
        }
        if (wrong) {
            return "best error accuracy on " + where + ", which has no right trace";
        }
        return right
                ? "best correct accuracy on " + where + ", which has no wrong trace"
                : "0.5, as no first error is known on " + where;
    }
}
