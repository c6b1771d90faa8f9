package org.stepwright.tryout;

import java.util.Objects;
import java.util.Optional;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.verify.Finding;

/**
 * One fact that a verifier checked in a step.
 *
 * @param criterion the criterion that its verifier decides; null for arithmetic that no criterion
 *     of the step asks for, which is always checked
 * @param finding what was found
 */
public record CheckedFact(Criterion criterion, Finding finding) {
    /** Validates. */
    public CheckedFact {
        Objects.requireNonNull(finding, "finding");
        if (criterion != null && criterion.automatic().isEmpty()) {
            throw new IllegalArgumentException("A person decides " + criterion.id() + ".");
        }
    }

    /**
     * @return the criterion that asked, if one did
     */
    public Optional<Criterion> asked() {
        return Optional.ofNullable(criterion);
    }

    /**
     * @return the verifier's name and options
     */
    public VerifierSpec verifier() {
        return criterion == null ? StepChecks.ARITHMETIC : criterion.verifier();
    }
}
