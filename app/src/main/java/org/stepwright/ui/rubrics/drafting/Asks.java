package org.stepwright.ui.rubrics.drafting;

import java.util.List;
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.draft.Drafted;
import org.stepwright.prm.live.draft.Examples;
import org.stepwright.prm.live.draft.RubricDrafter;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.task.Work;
import org.stepwright.verify.VerifierKind;

/** What models are asked for, as work for a task. */
final class Asks {
    private final RubricDrafter drafter;

    Asks(RubricDrafter drafter) {
        this.drafter = drafter;
    }

    /**
     * @param connection who is asked
     * @param description the work in the user's words
     * @param current the rubric to improve; null for a new one
     * @param kinds the verifiers that criteria may name
     */
    Work<Drafts> rubric(
            Connection connection, String description, Rubric current, List<VerifierKind> kinds) {
        return progress -> {
            Drafted drafted = drafter.draft(connection, description, current, kinds, progress);
            Rubric rubric = drafted.rubric();
            Rubric base =
                    current != null
                            ? current
                            : new Rubric(
                                    rubric.id(),
                                    rubric.title(),
                                    "",
                                    List.of(),
                                    List.of(),
                                    rubric.aggregation(),
                                    List.of());
            return new Drafts(
                    base, current == null, rubric, drafted.notes(), drafted.spent().recorded());
        };
    }

    /**
     * @param connection who is asked
     * @param rubric the rubric
     * @param criterionId one of its criteria
     * @param levels values of the levels that get a new example
     */
    Work<Drafts> examples(
            Connection connection, Rubric rubric, String criterionId, List<Double> levels) {
        return progress -> {
            Examples written = drafter.examples(connection, rubric, criterionId, levels, progress);
            return new Drafts(
                    rubric,
                    false,
                    withLevels(rubric, criterionId, written.levels()),
                    written.notes(),
                    written.spent().recorded());
        };
    }

    /** The rubric with other levels in one criterion's scale. */
    static Rubric withLevels(Rubric r, String criterionId, List<Scale.Level> levels) {
        return new Rubric(
                r.id(),
                r.title(),
                r.description(),
                r.stages().stream()
                        .map(
                                s ->
                                        new Stage(
                                                s.id(),
                                                s.title(),
                                                s.description(),
                                                s.required(),
                                                s.repeatable(),
                                                s.match(),
                                                withLevels(s.criteria(), criterionId, levels)))
                        .toList(),
                withLevels(r.everyStep(), criterionId, levels),
                r.aggregation(),
                r.errorKinds());
    }

    private static List<Criterion> withLevels(
            List<Criterion> criteria, String criterionId, List<Scale.Level> levels) {
        return criteria.stream()
                .map(
                        c ->
                                !c.id().equals(criterionId)
                                        ? c
                                        : new Criterion(
                                                c.id(),
                                                c.title(),
                                                c.guidance(),
                                                new Scale(
                                                        c.scale().kind(),
                                                        c.scale().min(),
                                                        c.scale().max(),
                                                        levels),
                                                c.weight(),
                                                c.gate(),
                                                c.judged(),
                                                c.verifier()))
                .toList();
    }
}
