package org.stepwright.ui.rubrics;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Stage;
import org.stepwright.score.Aggregation;

/**
 * Changes of a rubric and of its stages, each of which gives a new one. Stage -1 means the criteria
 * of every step.
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
        List<Stage> stages = new ArrayList<>(r.stages());
        stages.add(
                new Stage(
                        fresh(slug(title), stageIds(r)),
                        title,
                        "",
                        true,
                        false,
                        List.of(),
                        List.of()));
        return withStages(r, stages);
    }

    /** Puts a copy behind a stage; it and its criteria get ids of their own. */
    static Rubric duplicateStage(Rubric r, int index, String title) {
        Stage stage = r.stages().get(index);
        Set<String> taken = new HashSet<>(CriteriaEdits.ids(r));
        List<Criterion> criteria = new ArrayList<>();
        for (Criterion c : stage.criteria()) {
            String id = fresh(c.id(), taken);
            taken.add(id);
            criteria.add(CriterionEdits.withId(c, id));
        }
        List<Stage> stages = new ArrayList<>(r.stages());
        stages.add(
                index + 1,
                new Stage(
                        fresh(stage.id(), stageIds(r)),
                        title,
                        stage.description(),
                        stage.required(),
                        stage.repeatable(),
                        stage.match(),
                        criteria));
        return withStages(r, stages);
    }

    static Rubric replaceStage(Rubric r, int index, UnaryOperator<Stage> change) {
        List<Stage> stages = new ArrayList<>(r.stages());
        stages.set(index, change.apply(stages.get(index)));
        return withStages(r, stages);
    }

    /** Moves a stage by so many places; one that would leave the list stays. */
    static Rubric moveStage(Rubric r, int index, int by) {
        int to = index + by;
        return to < 0 || to >= r.stages().size()
                ? r
                : moveStageBefore(r, index, by > 0 ? to + 1 : to);
    }

    /**
     * Moves a stage into the gap before another one, as a drop does.
     *
     * @param gap 0 for the gap before the first stage, the number of stages for the one after all
     */
    static Rubric moveStageBefore(Rubric r, int index, int gap) {
        return withStages(r, movedBefore(r.stages(), index, gap));
    }

    static Rubric removeStage(Rubric r, int index) {
        List<Stage> stages = new ArrayList<>(r.stages());
        stages.remove(index);
        return withStages(r, stages);
    }

    static int indexOfStage(Rubric r, String id) {
        List<Stage> stages = r.stages();
        return IntStream.range(0, stages.size())
                .filter(i -> stages.get(i).id().equals(id))
                .findFirst()
                .orElse(EVERY_STEP);
    }

    private static Set<String> stageIds(Rubric r) {
        return r.stages().stream().map(Stage::id).collect(Collectors.toSet());
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

    static Rubric withStages(Rubric r, List<Stage> stages) {
        return new Rubric(
                r.id(),
                r.title(),
                r.description(),
                stages,
                r.everyStep(),
                r.aggregation(),
                r.errorKinds());
    }

    /** The list with one item moved into a gap; gap 0 is before the first item. */
    static <T> List<T> movedBefore(List<T> list, int index, int gap) {
        int to = gap > index ? gap - 1 : gap;
        List<T> changed = new ArrayList<>(list);
        changed.add(Math.max(0, Math.min(to, list.size() - 1)), changed.remove(index));
        return changed;
    }
}
