package org.stepwright.rubric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Rubrics with one part replaced, added, moved or removed. */
final class Parts {
    private Parts() {}

    static Rubric with(Rubric r, List<Stage> stages, List<Criterion> everyStep) {
        return new Rubric(
                r.id(),
                r.title(),
                r.description(),
                stages,
                everyStep,
                r.aggregation(),
                r.errorKinds());
    }

    static Stage with(Stage s, List<Criterion> criteria) {
        return new Stage(
                s.id(),
                s.title(),
                s.description(),
                s.required(),
                s.repeatable(),
                s.match(),
                criteria);
    }

    static Scale with(Scale s, List<Scale.Level> levels) {
        return new Scale(s.kind(), s.min(), s.max(), levels);
    }

    static Criterion with(Criterion c, Scale scale) {
        return new Criterion(
                c.id(),
                c.title(),
                c.guidance(),
                scale,
                c.weight(),
                c.gate(),
                c.judged(),
                c.verifier());
    }

    static Criterion withWeight(Criterion c, double weight) {
        return new Criterion(
                c.id(),
                c.title(),
                c.guidance(),
                c.scale(),
                weight,
                c.gate(),
                c.judged(),
                c.verifier());
    }

    static Stage requireStage(Rubric rubric, String id) {
        return rubric.stages().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(() -> missing("stage", id));
    }

    static Criterion requireCriterion(Rubric rubric, String id) {
        return rubric.criteria().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> missing("criterion", id));
    }

    private static IllegalArgumentException missing(String what, String id) {
        return new IllegalArgumentException("The rubric has no " + what + " " + id + ".");
    }

    /** The stage that holds a criterion; null when it is judged in every step. */
    static String homeOf(Rubric rubric, String criterion) {
        requireCriterion(rubric, criterion);
        return rubric.stages().stream()
                .filter(s -> s.criteria().stream().anyMatch(c -> c.id().equals(criterion)))
                .map(Stage::id)
                .findFirst()
                .orElse(null);
    }

    static Rubric changeStage(Rubric rubric, String id, UnaryOperator<Stage> change) {
        requireStage(rubric, id);
        return with(
                rubric,
                rubric.stages().stream().map(s -> s.id().equals(id) ? change.apply(s) : s).toList(),
                rubric.everyStep());
    }

    static Rubric changeCriterion(Rubric rubric, String id, UnaryOperator<Criterion> change) {
        requireCriterion(rubric, id);
        UnaryOperator<List<Criterion>> each =
                criteria ->
                        criteria.stream()
                                .map(c -> c.id().equals(id) ? change.apply(c) : c)
                                .toList();
        return changeLists(rubric, each);
    }

    static Rubric removeCriterion(Rubric rubric, String id) {
        requireCriterion(rubric, id);
        return changeLists(
                rubric, criteria -> criteria.stream().filter(c -> !c.id().equals(id)).toList());
    }

    /** Puts a criterion into a stage, or into every step when that is null. */
    static Rubric insertCriterion(
            Rubric rubric, Criterion criterion, String stage, List<String> after) {
        if (stage == null) {
            return with(
                    rubric,
                    rubric.stages(),
                    inserted(rubric.everyStep(), criterion, Criterion::id, after));
        }
        return changeStage(
                rubric,
                stage,
                s -> with(s, inserted(s.criteria(), criterion, Criterion::id, after)));
    }

    /** The list with one more: behind the first of {@code after} that is there, else in front. */
    static <T> List<T> inserted(List<T> list, T item, Function<T, String> id, List<String> after) {
        List<T> changed = new ArrayList<>(list);
        List<String> ids = list.stream().map(id).toList();
        int at = after.stream().map(ids::indexOf).filter(i -> i >= 0).findFirst().orElse(-1);
        changed.add(at + 1, item);
        return changed;
    }

    private static Rubric changeLists(Rubric rubric, UnaryOperator<List<Criterion>> change) {
        return with(
                rubric,
                rubric.stages().stream().map(s -> with(s, change.apply(s.criteria()))).toList(),
                change.apply(rubric.everyStep()));
    }
}
