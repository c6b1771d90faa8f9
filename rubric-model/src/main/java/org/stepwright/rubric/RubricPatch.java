package org.stepwright.rubric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The difference of two rubrics as edits that a person can accept or refuse one by one. */
public final class RubricPatch {
    private final List<RubricEdit> edits = new ArrayList<>();
    private final Rubric before;
    private final Rubric after;
    private final Map<String, Criterion> oldCriteria;
    private final Map<String, String> oldHomes;

    private RubricPatch(Rubric before, Rubric after) {
        this.before = before;
        this.after = after;
        this.oldCriteria =
                before.criteria().stream()
                        .collect(Collectors.toMap(Criterion::id, Function.identity()));
        this.oldHomes = homes(before);
    }

    /**
     * The same id names the same thing; a thing with another id is another one.
     *
     * @param before the older rubric
     * @param after the newer rubric
     * @return edits in the order of the newer rubric, removals last; applied in this order to the
     *     older rubric they give the newer one; empty exactly when both are equal
     */
    public static List<RubricEdit> between(Rubric before, Rubric after) {
        RubricPatch patch = new RubricPatch(before, after);
        ChangeRubric.addTo(patch.edits, before, after);
        patch.criteria(null, before.everyStep(), after.everyStep());
        patch.stages();
        patch.removals();
        return List.copyOf(patch.edits);
    }

    /**
     * Accepts edits piece by piece.
     *
     * @param base the rubric that they were made for
     * @param chosen those that are accepted, in the order of {@link #between}
     * @return the changed rubric; edits that do not fit without one that was left out are skipped
     */
    public static Taken take(Rubric base, List<RubricEdit> chosen) {
        Rubric rubric = base;
        List<RubricEdit> skipped = new ArrayList<>();
        for (RubricEdit edit : chosen) {
            try {
                rubric = edit.applyTo(rubric);
            } catch (IllegalArgumentException doesNotFit) {
                skipped.add(edit);
            }
        }
        return new Taken(rubric, skipped);
    }

    private void stages() {
        List<String> old = before.stages().stream().map(Stage::id).toList();
        List<String> now = after.stages().stream().map(Stage::id).toList();
        Set<String> kept = Stay.inPlace(old, now);
        for (int i = 0; i < now.size(); i++) {
            Stage stage = after.stages().get(i);
            int was = old.indexOf(stage.id());
            Stage oldStage = was < 0 ? null : before.stages().get(was);
            List<String> front = Stay.nearestFirst(now.subList(0, i));
            if (oldStage == null) {
                edits.add(new StageEdit.Add(stage, front));
            } else {
                if (!kept.contains(stage.id())) {
                    String behind = was == 0 ? null : old.get(was - 1);
                    edits.add(new StageEdit.Move(stage.id(), behind, front));
                }
                StageEdit.Set.addTo(edits, oldStage, stage);
            }
            criteria(
                    stage.id(),
                    oldStage == null ? List.of() : oldStage.criteria(),
                    stage.criteria());
        }
    }

    private void criteria(String home, List<Criterion> was, List<Criterion> is) {
        List<String> now = is.stream().map(Criterion::id).toList();
        Set<String> kept = Stay.inPlace(was.stream().map(Criterion::id).toList(), now);
        for (int i = 0; i < now.size(); i++) {
            Criterion criterion = is.get(i);
            Criterion old = oldCriteria.get(criterion.id());
            List<String> front = Stay.nearestFirst(now.subList(0, i));
            if (old == null) {
                edits.add(new CriterionEdit.Add(criterion, home, front));
                continue;
            }
            if (!kept.contains(criterion.id())) {
                edits.add(
                        new CriterionEdit.Move(
                                criterion.id(), oldHomes.get(criterion.id()), home, front));
            }
            CriterionEdit.Set.addTo(edits, old, criterion);
            if (Shown.scale(old.scale()).equals(Shown.scale(criterion.scale()))) {
                LevelEdit.addTo(edits, old, criterion);
            }
        }
    }

    private void removals() {
        Set<String> now = after.criteria().stream().map(Criterion::id).collect(Collectors.toSet());
        Set<String> nowStages = after.stages().stream().map(Stage::id).collect(Collectors.toSet());
        Set<String> withStage = new HashSet<>();
        List<RubricEdit> stages = new ArrayList<>();
        for (Stage stage : before.stages()) {
            if (!nowStages.contains(stage.id())) {
                List<Criterion> going =
                        stage.criteria().stream().filter(c -> !now.contains(c.id())).toList();
                going.forEach(c -> withStage.add(c.id()));
                stages.add(new StageEdit.Remove(Parts.with(stage, going)));
            }
        }
        before.criteria().stream()
                .filter(c -> !now.contains(c.id()) && !withStage.contains(c.id()))
                .forEach(c -> edits.add(new CriterionEdit.Remove(c)));
        edits.addAll(stages);
    }

    private static Map<String, String> homes(Rubric rubric) {
        Map<String, String> homes = new HashMap<>();
        for (Stage stage : rubric.stages()) {
            stage.criteria().forEach(c -> homes.put(c.id(), stage.id()));
        }
        return homes;
    }
}
