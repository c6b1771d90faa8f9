package org.stepwright.ui.rubrics;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.LintFinding;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.score.Aggregation;

/**
 * Changes of a rubric, each of which gives a new one. Stage -1 means the criteria of every step.
 */
final class RubricEdits {
    /** The place of the criteria that are judged in every step. */
    static final int EVERY_STEP = -1;

    private RubricEdits() {}

    static Rubric empty(String title, Set<String> takenIds) {
        return new Rubric(
                fresh(slug(title), takenIds),
                title,
                "",
                List.of(),
                List.of(),
                Aggregation.MIN,
                List.of());
    }

    static Rubric withId(Rubric r, String id) {
        return new Rubric(
                id,
                r.title(),
                r.description(),
                r.stages(),
                r.everyStep(),
                r.aggregation(),
                r.errorKinds());
    }

    static Rubric withTitle(Rubric r, String title) {
        return new Rubric(
                r.id(),
                title,
                r.description(),
                r.stages(),
                r.everyStep(),
                r.aggregation(),
                r.errorKinds());
    }

    static Rubric withDescription(Rubric r, String description) {
        return new Rubric(
                r.id(),
                r.title(),
                description,
                r.stages(),
                r.everyStep(),
                r.aggregation(),
                r.errorKinds());
    }

    static Rubric withAggregation(Rubric r, Aggregation aggregation) {
        return new Rubric(
                r.id(),
                r.title(),
                r.description(),
                r.stages(),
                r.everyStep(),
                aggregation,
                r.errorKinds());
    }

    static Rubric withErrorKinds(Rubric r, List<String> kinds) {
        return new Rubric(
                r.id(),
                r.title(),
                r.description(),
                r.stages(),
                r.everyStep(),
                r.aggregation(),
                kinds);
    }

    static Rubric addStage(Rubric r, String title) {
        Set<String> taken = r.stages().stream().map(Stage::id).collect(Collectors.toSet());
        List<Stage> stages = new ArrayList<>(r.stages());
        stages.add(
                new Stage(fresh(slug(title), taken), title, "", true, false, List.of(), List.of()));
        return withStages(r, stages);
    }

    static Rubric replaceStage(Rubric r, int index, UnaryOperator<Stage> change) {
        List<Stage> stages = new ArrayList<>(r.stages());
        stages.set(index, change.apply(stages.get(index)));
        return withStages(r, stages);
    }

    static Rubric moveStage(Rubric r, int index, int by) {
        return withStages(r, moved(r.stages(), index, by));
    }

    static Rubric removeStage(Rubric r, int index) {
        List<Stage> stages = new ArrayList<>(r.stages());
        stages.remove(index);
        return withStages(r, stages);
    }

    static List<Criterion> criteria(Rubric r, int stage) {
        return stage == EVERY_STEP ? r.everyStep() : r.stages().get(stage).criteria();
    }

    /** The criterion that a finding is about, if it is about one. */
    static Optional<Criterion> criterionOf(Rubric r, LintFinding finding) {
        return r.criteria().stream()
                .filter(c -> finding.where().equals("criterion " + c.id()))
                .findFirst();
    }

    /** The stage that a finding is about, or {@link #EVERY_STEP}; none if it is about all. */
    static Optional<Integer> stageOf(Rubric r, LintFinding finding) {
        Optional<Criterion> criterion = criterionOf(r, finding);
        for (int i = 0; i < r.stages().size(); i++) {
            Stage stage = r.stages().get(i);
            if (finding.where().equals("stage " + stage.id())
                    || criterion.isPresent() && stage.criteria().contains(criterion.get())) {
                return Optional.of(i);
            }
        }
        return criterion.map(c -> EVERY_STEP);
    }

    static Rubric addCriterion(Rubric r, int stage, String title) {
        Set<String> taken = r.criteria().stream().map(Criterion::id).collect(Collectors.toSet());
        Criterion criterion =
                new Criterion(
                        fresh(slug(title), taken),
                        title,
                        "",
                        Scale.binary(),
                        1,
                        false,
                        Criterion.Judged.VERIFIABLE,
                        null);
        return withCriteria(r, stage, append(criteria(r, stage), criterion));
    }

    static Rubric replaceCriterion(
            Rubric r, int stage, int index, UnaryOperator<Criterion> change) {
        List<Criterion> criteria = new ArrayList<>(criteria(r, stage));
        criteria.set(index, change.apply(criteria.get(index)));
        return withCriteria(r, stage, criteria);
    }

    static Rubric moveCriterion(Rubric r, int stage, int index, int by) {
        return withCriteria(r, stage, moved(criteria(r, stage), index, by));
    }

    static Rubric removeCriterion(Rubric r, int stage, int index) {
        List<Criterion> criteria = new ArrayList<>(criteria(r, stage));
        criteria.remove(index);
        return withCriteria(r, stage, criteria);
    }

    /**
     * @return a scale of another kind that keeps the descriptions of levels whose value it shares
     */
    static Scale scaleOf(Scale.Kind kind, Scale before) {
        Scale plain =
                switch (kind) {
                    case BINARY -> Scale.binary();
                    case TERNARY -> Scale.ternary();
                    case LIKERT -> numbered(1, 5);
                    case NUMERIC -> new Scale(Scale.Kind.NUMERIC, 0, 10, List.of());
                };
        List<Scale.Level> levels =
                plain.levels().stream()
                        .map(
                                level ->
                                        before.levels().stream()
                                                .filter(b -> b.value() == level.value())
                                                .findFirst()
                                                .map(b -> described(level, b))
                                                .orElse(level))
                        .toList();
        return new Scale(plain.kind(), plain.min(), plain.max(), levels);
    }

    private static Scale.Level described(Scale.Level level, Scale.Level before) {
        String name = level.name().isEmpty() ? before.name() : level.name();
        return new Scale.Level(level.value(), name, before.anchor(), before.example());
    }

    private static Scale numbered(int min, int max) {
        List<Scale.Level> levels = new ArrayList<>();
        for (int value = min; value <= max; value++) {
            levels.add(new Scale.Level(value, "", "", ""));
        }
        return new Scale(Scale.Kind.LIKERT, min, max, levels);
    }

    static Scale withLevel(Scale scale, int index, UnaryOperator<Scale.Level> change) {
        List<Scale.Level> levels = new ArrayList<>(scale.levels());
        levels.set(index, change.apply(levels.get(index)));
        return new Scale(scale.kind(), scale.min(), scale.max(), levels);
    }

    /**
     * @return an id made of a title's letters and digits; {@code item} where it has none
     */
    static String slug(String title) {
        String ascii =
                Normalizer.normalize(title, Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        String shortened =
                ascii.length() > 60 ? ascii.substring(0, 60).replaceAll("-+$", "") : ascii;
        return shortened.isEmpty() ? "item" : shortened;
    }

    static String fresh(String slug, Set<String> taken) {
        if (!taken.contains(slug)) {
            return slug;
        }
        return Stream.iterate(2, n -> n + 1)
                .map(n -> slug + "-" + n)
                .filter(id -> !taken.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private static Rubric withStages(Rubric r, List<Stage> stages) {
        return new Rubric(
                r.id(),
                r.title(),
                r.description(),
                stages,
                r.everyStep(),
                r.aggregation(),
                r.errorKinds());
    }

    private static Rubric withCriteria(Rubric r, int stage, List<Criterion> criteria) {
        if (stage == EVERY_STEP) {
            return new Rubric(
                    r.id(),
                    r.title(),
                    r.description(),
                    r.stages(),
                    criteria,
                    r.aggregation(),
                    r.errorKinds());
        }
        return replaceStage(
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

    private static <T> List<T> append(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }

    private static <T> List<T> moved(List<T> list, int index, int by) {
        int to = index + by;
        if (to < 0 || to >= list.size()) {
            return list;
        }
        List<T> changed = new ArrayList<>(list);
        changed.add(to, changed.remove(index));
        return changed;
    }
}
