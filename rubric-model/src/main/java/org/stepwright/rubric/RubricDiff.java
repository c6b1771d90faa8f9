package org.stepwright.rubric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What changed from one rubric to another. */
public final class RubricDiff {
    private RubricDiff() {}

    /**
     * @param before the older rubric
     * @param after the newer rubric
     * @return the differences in the order of the newer rubric, what was removed last; empty
     *     exactly when both are equal
     */
    public static List<Change> between(Rubric before, Rubric after) {
        return between(facts(before), facts(after));
    }

    /** The differences of two criteria, places named by the newer one's id. */
    static List<Change> between(Criterion before, Criterion after) {
        Map<String, String> old = new LinkedHashMap<>();
        Map<String, String> now = new LinkedHashMap<>();
        addCriterion(old, "criterion " + after.id(), before);
        addCriterion(now, "criterion " + after.id(), after);
        return between(old, now);
    }

    private static List<Change> between(Map<String, String> old, Map<String, String> now) {
        Set<String> places = new LinkedHashSet<>(now.keySet());
        places.addAll(old.keySet());
        List<Change> changes = new ArrayList<>();
        for (String place : places) {
            String was = old.getOrDefault(place, "");
            String is = now.getOrDefault(place, "");
            if (!was.equals(is)) {
                changes.add(new Change(place, was, is));
            }
        }
        return List.copyOf(changes);
    }

    /** Everything that a rubric says, by place; what may be left out is empty when it is. */
    private static Map<String, String> facts(Rubric rubric) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("rubric id", rubric.id());
        facts.put("rubric title", rubric.title());
        facts.put("rubric description", rubric.description());
        facts.put("rubric aggregation", rubric.aggregation().name());
        facts.put("rubric error kinds", Shown.listed(rubric.errorKinds()));
        facts.put("rubric stages", Shown.ids(rubric.stages().stream().map(Stage::id).toList()));
        facts.put(
                "rubric every step",
                Shown.ids(rubric.everyStep().stream().map(Criterion::id).toList()));
        rubric.everyStep().forEach(criterion -> addCriterion(facts, criterion));
        rubric.stages().forEach(stage -> addStage(facts, stage));
        return facts;
    }

    private static void addStage(Map<String, String> facts, Stage stage) {
        String place = "stage " + stage.id();
        facts.put(place + " title", stage.title());
        facts.put(place + " description", stage.description());
        facts.put(place + " required", Shown.yes(stage.required()));
        facts.put(place + " repeatable", Shown.yes(stage.repeatable()));
        facts.put(place + " match", Shown.listed(stage.match()));
        facts.put(
                place + " criteria",
                Shown.ids(stage.criteria().stream().map(Criterion::id).toList()));
        stage.criteria().forEach(criterion -> addCriterion(facts, criterion));
    }

    private static void addCriterion(Map<String, String> facts, Criterion criterion) {
        addCriterion(facts, "criterion " + criterion.id(), criterion);
    }

    private static void addCriterion(Map<String, String> facts, String place, Criterion criterion) {
        facts.put(place + " title", criterion.title());
        facts.put(place + " guidance", criterion.guidance());
        facts.put(place + " weight", Shown.number(criterion.weight()));
        facts.put(place + " gate", Shown.yes(criterion.gate()));
        facts.put(place + " judged", criterion.judged().name());
        facts.put(place + " verifier", Shown.verifier(criterion.verifier()));
        Scale scale = criterion.scale();
        facts.put(place + " scale", Shown.scale(scale));
        for (Scale.Level level : scale.levels()) {
            String at = place + " level " + Shown.number(level.value());
            facts.put(at, Shown.level(level));
            facts.put(at + " anchor", level.anchor());
            facts.put(at + " example", level.example());
        }
    }
}
