package org.stepwright.tryout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.StageMatcher;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;
import org.stepwright.verify.Finding;
import org.stepwright.verify.Prefix;
import org.stepwright.verify.Verifier;
import org.stepwright.verify.VerifierCatalog;

/**
 * Which verifier looks at which step: those of criteria for every step look at every step, those of
 * a stage's criteria look at the steps that belong to it, and arithmetic always looks. Immutable;
 * safe for many threads when the catalog's verifiers are.
 */
public final class StepChecks {
    /** The verifier that looks at every step, asked or not. */
    public static final VerifierSpec ARITHMETIC = new VerifierSpec("arithmetic", Map.of());

    /** A criterion and what decides it; the stage is null when it looks at every step. */
    private record Check(Criterion criterion, Verifier verifier, String stageId) {
        boolean looksAt(Optional<Stage> stage) {
            return stageId == null || stage.map(s -> s.id().equals(stageId)).orElse(false);
        }
    }

    private final StageMatcher matcher;
    private final Verifier arithmetic;
    private final List<Check> checks = new ArrayList<>();
    private final Map<String, String> unusable = new LinkedHashMap<>();

    /**
     * @param rubric the rubric, or null to check nothing but arithmetic
     * @param verifiers the kinds of verifier; one that cannot be made is left out, see {@link
     *     #unusable()}
     */
    public StepChecks(Rubric rubric, VerifierCatalog verifiers) {
        this(rubric, verifiers, criterion -> true);
    }

    private StepChecks(Rubric rubric, VerifierCatalog verifiers, Predicate<Criterion> chosen) {
        matcher = rubric == null ? null : new StageMatcher(rubric);
        arithmetic = verifiers.create(ARITHMETIC);
        if (rubric != null) {
            rubric.everyStep().stream().filter(chosen).forEach(c -> add(verifiers, c, null));
            for (Stage stage : rubric.stages()) {
                stage.criteria().stream()
                        .filter(chosen)
                        .forEach(c -> add(verifiers, c, stage.id()));
            }
        }
    }

    /**
     * @param rubric the rubric
     * @param verifiers the kinds of verifier
     * @param criterionId the one criterion whose verifier runs, beside arithmetic
     * @return checks that leave out the others, which may be slow
     */
    public static StepChecks only(Rubric rubric, VerifierCatalog verifiers, String criterionId) {
        return new StepChecks(rubric, verifiers, c -> c.id().equals(criterionId));
    }

    private void add(VerifierCatalog verifiers, Criterion criterion, String stageId) {
        if (criterion.automatic().isEmpty()) {
            return;
        }
        VerifierSpec spec = criterion.verifier();
        Optional<String> problem = verifiers.problem(spec);
        if (problem.isPresent()) {
            unusable.put(criterion.id(), problem.get());
        } else {
            Verifier verifier = spec.equals(ARITHMETIC) ? arithmetic : verifiers.create(spec);
            checks.add(new Check(criterion, verifier, stageId));
        }
    }

    /**
     * @return the criteria that a verifier decides here, those of every step first
     */
    public List<Criterion> criteria() {
        return checks.stream().map(Check::criterion).toList();
    }

    /**
     * @return why a criterion's verifier cannot be used, by the criterion's id, one sentence each
     */
    public Map<String, String> unusable() {
        return Collections.unmodifiableMap(unusable);
    }

    /**
     * Checks all steps. Each verifier sees the steps up to its own and no later one.
     *
     * @param trace a trace
     * @return one entry a step
     */
    public List<CheckedStep> of(Trace trace) {
        List<Step> steps = trace.steps();
        List<Optional<Stage>> stages =
                matcher == null
                        ? Collections.nCopies(steps.size(), Optional.empty())
                        : matcher.stagesOf(steps);
        List<CheckedStep> checked = new ArrayList<>(steps.size());
        for (int i = 0; i < steps.size(); i++) {
            Prefix prefix = new Prefix(trace.problem(), trace.reference(), steps.subList(0, i + 1));
            checked.add(step(i, stages.get(i), prefix));
        }
        return List.copyOf(checked);
    }

    private CheckedStep step(int index, Optional<Stage> stage, Prefix prefix) {
        List<Finding> sums = arithmetic.check(prefix);
        List<Check> here = checks.stream().filter(c -> c.looksAt(stage)).toList();
        List<CheckedFact> facts = new ArrayList<>();
        if (here.stream().noneMatch(c -> c.verifier() == arithmetic)) {
            sums.forEach(finding -> facts.add(new CheckedFact(null, finding)));
        }
        for (Check check : here) {
            boolean known = check.verifier() == arithmetic;
            for (Finding finding : known ? sums : check.verifier().check(prefix)) {
                facts.add(new CheckedFact(check.criterion(), finding));
            }
        }
        return new CheckedStep(index, stage, here.stream().map(Check::criterion).toList(), facts);
    }
}
