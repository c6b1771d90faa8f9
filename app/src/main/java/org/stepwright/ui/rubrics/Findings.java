package org.stepwright.ui.rubrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.LintFinding;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;

/** Where in the editor the findings of lint belong. */
final class Findings {
    private static final String CRITERION = "criterion ";
    private static final String STAGE = "stage ";

    private Findings() {}

    /**
     * A place in the editor.
     *
     * @param whole whether it is the rubric itself
     * @param stage the stage, from 0; -1 for every step
     * @param criterion the criterion's id; empty for the stage itself
     * @param field the id of the field; empty where none is meant
     */
    record Spot(boolean whole, int stage, String criterion, String field) {}

    static Spot spot(Rubric rubric, LintFinding finding) {
        Optional<Criterion> criterion =
                rubric.criteria().stream().filter(c -> isAbout(finding, c)).findFirst();
        if (criterion.isPresent()) {
            String id = criterion.get().id();
            int stage = CriteriaEdits.place(rubric, id).orElseThrow().stage();
            return new Spot(false, stage, id, field(criterion.get(), finding));
        }
        for (int i = 0; i < rubric.stages().size(); i++) {
            if (isAbout(finding, rubric.stages().get(i))) {
                return new Spot(false, i, "", stageField(finding));
            }
        }
        return new Spot(true, RubricEdits.EVERY_STEP, "", "");
    }

    /** What people call the place: the title of the criterion, the stage or the rubric. */
    static String title(Rubric rubric, LintFinding finding) {
        Spot spot = spot(rubric, finding);
        if (spot.whole()) {
            return rubric.title();
        }
        return spot.criterion().isEmpty()
                ? rubric.stages().get(spot.stage()).title()
                : CriteriaEdits.find(rubric, spot.criterion()).map(Criterion::title).orElse("");
    }

    static List<LintFinding> about(Criterion criterion, List<LintFinding> findings) {
        return findings.stream().filter(f -> isAbout(f, criterion)).toList();
    }

    /** What lint says at each field of a criterion, by the field's id. */
    static Map<String, String> atFields(Criterion criterion, List<LintFinding> findings) {
        Map<String, String> notes = new LinkedHashMap<>();
        about(criterion, findings)
                .forEach(f -> notes.merge(field(criterion, f), f.message(), (a, b) -> a + " " + b));
        return notes;
    }

    /** What lint says at each field of a stage, by the field's id. */
    static Map<String, String> atFields(Stage stage, List<LintFinding> findings) {
        Map<String, String> notes = new LinkedHashMap<>();
        findings.stream()
                .filter(f -> isAbout(f, stage))
                .forEach(f -> notes.merge(stageField(f), f.message(), (a, b) -> a + " " + b));
        return notes;
    }

    private static boolean isAbout(LintFinding finding, Criterion criterion) {
        return at(finding, CRITERION + criterion.id());
    }

    private static boolean isAbout(LintFinding finding, Stage stage) {
        return at(finding, STAGE + stage.id());
    }

    /** A place may go on behind the id: {@code criterion ID level 2}. */
    private static boolean at(LintFinding finding, String place) {
        return finding.where().equals(place) || finding.where().startsWith(place + " ");
    }

    private static String stageField(LintFinding finding) {
        return switch (finding.rule()) {
            case "duplicate-title" -> "stage-title";
            case "no-criteria" -> "stage-description";
            default -> "stage-match";
        };
    }

    private static String field(Criterion criterion, LintFinding finding) {
        Scale scale = criterion.scale();
        String rule = finding.rule();
        if (rule.contains("example")) {
            return "level-example-" + level(criterion, finding);
        } else if (rule.contains("anchor")) {
            return scale.levels().isEmpty()
                    ? "criterion-scale"
                    : "level-anchor-" + level(criterion, finding);
        } else if (rule.contains("gate")) {
            return "criterion-gate";
        } else if (rule.contains("weight")) {
            return "criterion-weight";
        } else if (rule.startsWith("style")) {
            return "criterion-judged";
        } else if (rule.contains("verifier")) {
            return "criterion-verifier";
        } else if (rule.contains("guidance")) {
            return "criterion-guidance";
        } else if (rule.contains("neutral") || rule.contains("scale")) {
            return "criterion-scale";
        }
        return "criterion-title";
    }

    /** The level that the place names, else the first one. */
    private static int level(Criterion criterion, LintFinding finding) {
        List<Scale.Level> levels = criterion.scale().levels();
        for (int i = 0; i < levels.size(); i++) {
            String value = Double.toString(levels.get(i).value()).replaceAll("\\.0$", "");
            if (finding.where().equals(CRITERION + criterion.id() + " level " + value)) {
                return i;
            }
        }
        return 0;
    }
}
