package org.stepwright.ui.rubrics.versions;

import java.util.Map;
import java.util.TreeMap;
import org.stepwright.rubric.CriterionMove;
import org.stepwright.rubric.MigrationPlan;

/** Moves as a person changes them in a plan. */
final class MoveEdits {
    private MoveEdits() {}

    /**
     * @param plan the plan
     * @param criterion a criterion of its older version
     * @param target what it becomes; null to drop its ratings
     * @return the move; with a table of values where the scale is another one
     */
    static CriterionMove become(MigrationPlan plan, String criterion, String target) {
        if (target == null) {
            return CriterionMove.dropped(criterion);
        }
        CriterionMove plain =
                target.equals(criterion)
                        ? CriterionMove.same(criterion)
                        : CriterionMove.renamed(criterion, target);
        return fitsAlone(plan, plain)
                ? plain
                : CriterionMove.rescaled(criterion, target, plan.proposeValues(criterion, target));
    }

    /** Whether the scale lets ratings stay as they are, were everything else dropped. */
    private static boolean fitsAlone(MigrationPlan plan, CriterionMove move) {
        try {
            new MigrationPlan(
                    plan.from(),
                    plan.to(),
                    plan.moves().stream()
                            .map(
                                    m ->
                                            m.from().equals(move.from())
                                                    ? move
                                                    : CriterionMove.dropped(m.from()))
                            .toList());
            return true;
        } catch (IllegalArgumentException otherScale) {
            return false;
        }
    }

    /**
     * @param plan the plan
     * @param criterion a criterion whose scale is another one
     * @param value an old value
     * @param mapped its new value; null when the step is to be rated again
     * @return the move with it
     */
    static CriterionMove map(MigrationPlan plan, String criterion, double value, Double mapped) {
        CriterionMove move = plan.move(criterion).orElseThrow();
        Map<Double, Double> values = new TreeMap<>(move.values());
        if (mapped == null) {
            values.remove(value + 0.0);
        } else {
            values.put(value + 0.0, mapped);
        }
        return CriterionMove.rescaled(criterion, move.to(), values);
    }
}
