package org.stepwright.rubric;

import java.util.Objects;
import java.util.Optional;

/**
 * What is judged in a step.
 *
 * @param id unique in its rubric: lower-case letters, digits and hyphens
 * @param title a few words
 * @param guidance Markdown for labellers, maybe empty
 * @param scale the values it can take
 * @param weight its weight, finite and at least 0
 * @param gate whether the lowest value makes the whole step wrong
 * @param judged whether it can be checked or is a matter of style
 * @param verifier the verifier that decides it, or null when a person does
 */
public record Criterion(
        String id,
        String title,
        String guidance,
        Scale scale,
        double weight,
        boolean gate,
        Judged judged,
        VerifierSpec verifier) {
    /** How a criterion can be judged. */
    public enum Judged {
        /** A fact decides. */
        VERIFIABLE,
        /** Taste decides; use sparingly. */
        STYLE
    }

    /** Validates. */
    public Criterion {
        Ids.require(id, "criterion");
        if (title == null || title.isBlank()) {
            throw new IllegalArgumentException("A criterion has a title.");
        }
        Objects.requireNonNull(guidance, "guidance");
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(judged, "judged");
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("A weight is finite and at least 0.");
        }
    }

    /**
     * @return the verifier that decides it, if one does
     */
    public Optional<VerifierSpec> automatic() {
        return Optional.ofNullable(verifier);
    }
}
