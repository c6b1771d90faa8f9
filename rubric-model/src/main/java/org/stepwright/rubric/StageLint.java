package org.stepwright.rubric;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Stages: whether steps are found to belong to them, and whether anything is judged there. */
final class StageLint {
    private final Findings findings;
    private final Rubric rubric;
    private final Set<String> stagesSeen;

    StageLint(Findings findings, Set<String> stagesSeen) {
        this.findings = findings;
        this.rubric = findings.rubric();
        this.stagesSeen = stagesSeen;
    }

    void check() {
        Map<String, String> titles = new HashMap<>();
        Stage before = null;
        for (Stage stage : rubric.stages()) {
            String twin = titles.putIfAbsent(Words.plain(stage.title()), stage.id());
            if (twin != null) {
                duplicate(stage);
            }
            if (stage.criteria().isEmpty()
                    && rubric.everyStep().isEmpty()
                    && !rubric.criteria().isEmpty()) {
                findings.add("no-criteria", Findings.of(stage), "Nothing is judged in its steps.");
            }
            if (hidden(stage, before)) {
                closedGates(stage);
            } else {
                before = stage;
            }
        }
    }

    private void duplicate(Stage stage) {
        findings.add(
                "duplicate-title",
                Findings.of(stage),
                "Another stage is also called \""
                        + stage.title()
                        + "\"; labellers cannot tell them apart.",
                "Remove this stage",
                stage.criteria().isEmpty() ? List.of(new StageEdit.Remove(stage)) : List.of());
    }

    /** Whether no step can ever belong to it; says so. */
    private boolean hidden(Stage stage, Stage before) {
        String where = Findings.of(stage);
        if (words(stage).isEmpty()) {
            findings.add(
                    "stage-without-match",
                    where,
                    "It has no words or tool names to match, so no step is found to belong to it.");
            return true;
        }
        if (before != null && before.repeatable() && takesAll(before, stage)) {
            findings.add(
                    "stage-shadowed",
                    where,
                    "Each of its words is taken by the stage before it, \""
                            + before.title()
                            + "\", so no step is ever found to belong to it.");
            return true;
        }
        if (stagesSeen != null && !stagesSeen.contains(stage.id())) {
            findings.add(
                    "stage-not-seen",
                    where,
                    "No step of the imported traces matches it; use words that such steps really"
                            + " contain, or drop the stage.");
        }
        return false;
    }

    private void closedGates(Stage stage) {
        for (Criterion criterion : stage.criteria()) {
            if (criterion.gate()) {
                findings.add(
                        "gate-unreachable",
                        Findings.of(criterion),
                        "No step is ever found to belong to its stage, so the gate never closes;"
                                + " mend the stage's words.");
            }
        }
    }

    /**
     * Whether the earlier stage takes every step that has one of the later one's words. The search
     * goes on from the current stage, so only the stage right before another one can hide it.
     */
    private static boolean takesAll(Stage earlier, Stage later) {
        List<String> taken = words(earlier);
        return words(later).stream().allMatch(word -> taken.stream().anyMatch(t -> takes(t, word)));
    }

    private static boolean takes(String earlier, String word) {
        // A single word may be the name of a tool, and an exact name weighs more than a word in it.
        return earlier.equals(word)
                || word.contains(" ") && StageMatcher.containsWord(word, earlier);
    }

    private static List<String> words(Stage stage) {
        return stage.match().stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
