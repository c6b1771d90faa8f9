package org.stepwright.ui.rubrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;

/**
 * Changes of which criteria a rubric has and where, each of which gives a new rubric. Criteria are
 * found by their ids, wherever they are; an id that is not there changes nothing.
 */
final class CriteriaEdits {
    private CriteriaEdits() {}

    /**
     * Where a criterion is.
     *
     * @param stage its stage, from 0; -1 for every step
     * @param index its place there, from 0
     */
    record Place(int stage, int index) {}

    static List<Criterion> of(Rubric r, int stage) {
        return stage == RubricEdits.EVERY_STEP ? r.everyStep() : r.stages().get(stage).criteria();
    }

    static Set<String> ids(Rubric r) {
        return r.criteria().stream().map(Criterion::id).collect(Collectors.toSet());
    }

    static Optional<Place> place(Rubric r, String id) {
        for (int stage = RubricEdits.EVERY_STEP; stage < r.stages().size(); stage++) {
            List<Criterion> criteria = of(r, stage);
            for (int i = 0; i < criteria.size(); i++) {
                if (criteria.get(i).id().equals(id)) {
                    return Optional.of(new Place(stage, i));
                }
            }
        }
        return Optional.empty();
    }

    static Optional<Criterion> find(Rubric r, String id) {
        return place(r, id).map(at -> of(r, at.stage()).get(at.index()));
    }

    static Rubric add(Rubric r, int stage, String title) {
        Criterion criterion =
                new Criterion(
                        RubricEdits.fresh(RubricEdits.slug(title), ids(r)),
                        title,
                        "",
                        Scale.binary(),
                        1,
                        false,
                        Criterion.Judged.VERIFIABLE,
                        null);
        return insert(r, stage, of(r, stage).size(), criterion);
    }

    static Rubric replace(Rubric r, String id, UnaryOperator<Criterion> change) {
        return place(r, id)
                .map(
                        at -> {
                            List<Criterion> criteria = new ArrayList<>(of(r, at.stage()));
                            criteria.set(at.index(), change.apply(criteria.get(at.index())));
                            return with(r, at.stage(), criteria);
                        })
                .orElse(r);
    }

    /** Puts a copy with an id of its own behind a criterion. */
    static Rubric duplicate(Rubric r, String id, String title) {
        return place(r, id)
                .map(
                        at -> {
                            Criterion original = of(r, at.stage()).get(at.index());
                            Criterion copy =
                                    CriterionEdits.withTitle(
                                            CriterionEdits.withId(
                                                    original,
                                                    RubricEdits.fresh(original.id(), ids(r))),
                                            title);
                            return insert(r, at.stage(), at.index() + 1, copy);
                        })
                .orElse(r);
    }

    static Rubric remove(Rubric r, String id) {
        return place(r, id)
                .map(
                        at -> {
                            List<Criterion> criteria = new ArrayList<>(of(r, at.stage()));
                            criteria.remove(at.index());
                            return with(r, at.stage(), criteria);
                        })
                .orElse(r);
    }

    /** Moves a criterion by so many places in its stage; one that would leave the list stays. */
    static Rubric move(Rubric r, String id, int by) {
        return place(r, id)
                .filter(at -> at.index() + by >= 0 && at.index() + by < of(r, at.stage()).size())
                .map(at -> moveTo(r, id, at.stage(), at.index() + (by > 0 ? by + 1 : by)))
                .orElse(r);
    }

    /**
     * Moves a criterion into a gap between the criteria of a stage, as a drop does.
     *
     * @param stage the stage, from 0; -1 for every step
     * @param gap 0 for the gap before the first criterion; larger ones than there are mean the end
     */
    static Rubric moveTo(Rubric r, String id, int stage, int gap) {
        Optional<Place> from = place(r, id);
        if (from.isEmpty()) {
            return r;
        }
        Place at = from.get();
        List<Criterion> there = of(r, at.stage());
        if (at.stage() == stage) {
            int to = Math.min(gap, there.size());
            return with(r, stage, RubricEdits.movedBefore(there, at.index(), to));
        }
        Criterion moved = there.get(at.index());
        Rubric without = remove(r, id);
        return insert(without, stage, Math.min(gap, of(without, stage).size()), moved);
    }

    private static Rubric insert(Rubric r, int stage, int index, Criterion criterion) {
        List<Criterion> criteria = new ArrayList<>(of(r, stage));
        criteria.add(index, criterion);
        return with(r, stage, criteria);
    }

    private static Rubric with(Rubric r, int stage, List<Criterion> criteria) {
        if (stage == RubricEdits.EVERY_STEP) {
            return new Rubric(
                    r.id(),
                    r.title(),
                    r.description(),
                    r.stages(),
                    criteria,
                    r.aggregation(),
                    r.errorKinds());
        }
        return RubricEdits.replaceStage(
                r,
                stage,
                s ->
                        new Stage(
                                s.id(),
                                s.title(),
                                s.description(),
                                s.required(),
                                s.repeatable(),
                                s.match(),
                                criteria));
    }
}
