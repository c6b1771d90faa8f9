package org.stepwright.tryout;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stepwright.trace.Outcome;

/**
 * What a rubric does on traces before anybody labels.
 *
 * @param traces how many traces were looked at
 * @param steps how many steps they have
 * @param stages one entry a stage, in the rubric's order
 * @param stepsWithoutStage steps that belong to no stage
 * @param criteria one entry for each criterion that a verifier decides, those of every step first
 * @param rows one entry a trace, in the order in which they came
 * @param examples the first failed checks of each criterion, at most {@link TryOut#EXAMPLES} each
 * @param unusable why a criterion's verifier did not run, by the criterion's id
 */
public record TryOutReport(
        int traces,
        int steps,
        List<StageUse> stages,
        int stepsWithoutStage,
        List<CriterionUse> criteria,
        List<TraceTry> rows,
        List<FailedCheck> examples,
        Map<String, String> unusable) {
    /** Copies. */
    public TryOutReport {
        stages = List.copyOf(stages);
        criteria = List.copyOf(criteria);
        rows = List.copyOf(rows);
        examples = List.copyOf(examples);
        unusable = Collections.unmodifiableMap(new LinkedHashMap<>(unusable));
    }

    /**
     * @param outcome an outcome
     * @return how many traces ended so
     */
    public int tracesWith(Outcome outcome) {
        return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    /**
     * @param most how many of each criterion, at most; no more than {@link TryOut#EXAMPLES} are
     *     there
     * @return the first failed checks of each criterion
     */
    public List<FailedCheck> examples(int most) {
        Map<String, Integer> shown = new HashMap<>();
        return examples.stream()
                .filter(check -> shown.merge(check.criterionId(), 1, Integer::sum) <= most)
                .toList();
    }
}
