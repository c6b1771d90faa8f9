package org.stepwright.rubric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
        Map<String, String> old = facts(before);
        Map<String, String> now = facts(after);
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
        facts.put("rubric error kinds", listed(rubric.errorKinds()));
        facts.put("rubric stages", ids(rubric.stages().stream().map(Stage::id).toList()));
        facts.put(
                "rubric every step", ids(rubric.everyStep().stream().map(Criterion::id).toList()));
        rubric.everyStep().forEach(criterion -> addCriterion(facts, criterion));
        rubric.stages().forEach(stage -> addStage(facts, stage));
        return facts;
    }

    private static void addStage(Map<String, String> facts, Stage stage) {
        String place = "stage " + stage.id();
        facts.put(place + " title", stage.title());
        facts.put(place + " description", stage.description());
        facts.put(place + " required", yes(stage.required()));
        facts.put(place + " repeatable", yes(stage.repeatable()));
        facts.put(place + " match", listed(stage.match()));
        facts.put(place + " criteria", ids(stage.criteria().stream().map(Criterion::id).toList()));
        stage.criteria().forEach(criterion -> addCriterion(facts, criterion));
    }

    private static void addCriterion(Map<String, String> facts, Criterion criterion) {
        String place = "criterion " + criterion.id();
        facts.put(place + " title", criterion.title());
        facts.put(place + " guidance", criterion.guidance());
        facts.put(place + " weight", number(criterion.weight()));
        facts.put(place + " gate", yes(criterion.gate()));
        facts.put(place + " judged", criterion.judged().name());
        facts.put(place + " verifier", criterion.automatic().map(RubricDiff::shown).orElse(""));
        Scale scale = criterion.scale();
        facts.put(
                place + " scale",
                scale.kind() + " from " + number(scale.min()) + " to " + number(scale.max()));
        for (Scale.Level level : scale.levels()) {
            String at = place + " level " + number(level.value());
            facts.put(at, number(level.value()) + ": " + level.name());
            facts.put(at + " anchor", level.anchor());
            facts.put(at + " example", level.example());
        }
    }

    private static String shown(VerifierSpec verifier) {
        return verifier.name()
                + verifier.options().entrySet().stream()
                        .map(e -> " " + quoted(e.getKey()) + "=" + quoted(e.getValue()))
                        .collect(Collectors.joining());
    }

    private static String listed(List<String> texts) {
        return texts.stream().map(RubricDiff::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String ids(List<String> ids) {
        return String.join(", ", ids);
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }

    private static String number(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
