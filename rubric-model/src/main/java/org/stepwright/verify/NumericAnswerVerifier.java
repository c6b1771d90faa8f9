package org.stepwright.verify;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepwright.work.WorkFailed;

/**
 * Compares the final answer that a step states with the reference answer. Decides only when there
 * is a numeric reference and the step looks like a final answer: boxed, after {@code ####}, after
 * "the answer is", or the number that a sentence about the answer concludes with.
 */
public final class NumericAnswerVerifier implements Verifier {
    private final BigDecimal tolerance;

    private NumericAnswerVerifier(BigDecimal tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * @param options {@code tolerance}: how far the answer may be from the reference, relative to
     *     the larger of 1 and the reference; 0.000001 when not given
     * @return the verifier
     * @throws WorkFailed when the tolerance is not a number from 0 to 1
     */
    static NumericAnswerVerifier of(Map<String, String> options) {
        String text = options.getOrDefault("tolerance", "0.000001");
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && value <= 1) {
                return new NumericAnswerVerifier(BigDecimal.valueOf(value));
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new WorkFailed(
                "The tolerance of a numeric answer is a number from 0 to 1, not \"" + text + "\".");
    }

    @Override
    public String name() {
        return "numeric-answer";
    }

    @Override
    public List<Finding> check(Prefix prefix) {
        if (prefix.reference() == null) {
            return List.of();
        }
        Optional<BigDecimal> wanted = FinalAnswer.reference(prefix.reference());
        Optional<FinalAnswer> stated = FinalAnswer.find(prefix.step().text());
        if (wanted.isEmpty() || stated.isEmpty()) {
            return List.of();
        }
        BigDecimal answer = stated.get().value();
        boolean holds = near(answer, wanted.get());
        String message =
                holds
                        ? "The answer " + plain(answer) + " is the reference answer."
                        : "The answer is " + plain(wanted.get()) + ", not " + plain(answer) + ".";
        return List.of(new Finding(holds, stated.get().text(), message));
    }

    private boolean near(BigDecimal answer, BigDecimal wanted) {
        BigDecimal allowed = tolerance.multiply(wanted.abs().max(BigDecimal.ONE));
        return answer.subtract(wanted).abs().compareTo(allowed) <= 0;
    }

    private static String plain(BigDecimal value) {
        return BoundedMath.shown(value);
    }
}
