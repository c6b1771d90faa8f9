package org.stepwright.prm.audit;

import java.util.Locale;
import java.util.Objects;
import org.stepwright.audit.AuditFinding;
import org.stepwright.audit.FindingKind;
import org.stepwright.label.Verdict;

/**
 * A label that models trained on other problems do not believe.
 *
 * @param traceId the trace
 * @param step the step's index, from 0
 * @param given what it is labelled, neutral counting as the policy says
 * @param suggested what the models take it for
 * @param reward the reward that they give it, in [0, 1]
 */
public record LabelIssue(
        String traceId, int step, Verdict given, Verdict suggested, double reward) {
    /** Validates. */
    public LabelIssue {
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(given, "given");
        Objects.requireNonNull(suggested, "suggested");
        if (step < 0 || !(reward >= 0 && reward <= 1)) {
            throw new IllegalArgumentException(
                    "An issue has a step from 0 and a reward in [0, 1].");
        }
    }

    /**
     * @return the probability that the label as it is given is right, by the models; the lowest is
     *     the least believed
     */
    public double selfConfidence() {
        return given == Verdict.CORRECT ? reward : 1 - reward;
    }

    /**
     * @return the finding that it is; {@code other} is the name of the suggested verdict, the
     *     strength is one less the self-confidence
     */
    public AuditFinding finding() {
        return new AuditFinding(
                FindingKind.LABEL_ERROR,
                traceId,
                step,
                suggested.name(),
                1 - selfConfidence(),
                String.format(
                        Locale.ROOT,
                        "The step is labelled %s, but models trained on other problems give it a"
                                + " reward of %.2f; it may be %s.",
                        word(given),
                        reward,
                        word(suggested)));
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
