package org.stepwright.rubric;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a rubric for what makes labels unreliable. */
public final class RubricLint {
    private RubricLint() {}

    /**
     * @param rubric a rubric
     * @return findings in the order of the rubric; empty when nothing stands out
     */
    public static List<LintFinding> check(Rubric rubric) {
        return check(rubric, spec -> Optional.empty());
    }

    /**
     * @param rubric a rubric
     * @param verifierProblem says why a verifier cannot be made, if so; {@code Verifiers::problem}
     * @return findings in the order of the rubric; empty when nothing stands out
     */
    public static List<LintFinding> check(
            Rubric rubric, Function<VerifierSpec, Optional<String>> verifierProblem) {
        throw new UnsupportedOperationException();
    }
}
