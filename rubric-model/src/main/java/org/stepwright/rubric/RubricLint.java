package org.stepwright.rubric;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a rubric for what makes labels unreliable. Quick enough to run after every change; nothing
 * is changed. Where a program can mend a finding, the finding carries a fix that removes it.
 */
public final class RubricLint {
    private RubricLint() {}

    /**
     * @param rubric a rubric
     * @return findings, those about the whole rubric first; empty when nothing stands out
     */
    public static List<LintFinding> check(Rubric rubric) {
        return check(rubric, spec -> Optional.empty());
    }

    /**
     * @param rubric a rubric
     * @param verifierProblem says why a verifier cannot be made, if so; {@code
     *     VerifierCatalog::problem}
     * @return findings, those about the whole rubric first; empty when nothing stands out
     */
    public static List<LintFinding> check(
            Rubric rubric, Function<VerifierSpec, Optional<String>> verifierProblem) {
        return check(rubric, verifierProblem, null);
    }

    /**
     * @param rubric a rubric
     * @param verifierProblem says why a verifier cannot be made, if so
     * @param stagesSeen ids of the stages that a step of the imported traces matched; null when
     *     nobody looked
     * @return findings, those about the whole rubric first; empty when nothing stands out
     */
    public static List<LintFinding> check(
            Rubric rubric,
            Function<VerifierSpec, Optional<String>> verifierProblem,
            Set<String> stagesSeen) {
        Findings findings = new Findings(rubric);
        if (rubric.criteria().isEmpty()) {
            findings.add(
                    "no-criteria",
                    "rubric",
                    "Nothing is judged: add a criterion to a stage or to every step.");
        }
        new StageLint(findings, stagesSeen).check();
        new WeightLint(findings).check();
        new OverlapLint(findings).check();
        new ScaleLint(findings).check();
        new TextLint(findings).check();
        for (Criterion criterion : rubric.criteria()) {
            criterion
                    .automatic()
                    .flatMap(verifierProblem)
                    .ifPresent(why -> findings.add("verifier", Findings.of(criterion), why));
        }
        return findings.inOrder();
    }
}
