package org.stepwright.ui.rubrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
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
            return new Spot(false, stage, id, fields(criterion.get(), finding).get(0));
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

    /**
     * What lint says at each field of a criterion, by the field's id.
     *
     * @param noAnchor said at further levels that are not described
     * @param noExample said at further levels without an example
     */
    static Map<String, String> atFields(
            Criterion criterion, List<LintFinding> findings, String noAnchor, String noExample) {
        Map<String, String> notes = new LinkedHashMap<>();
        for (LintFinding finding : about(criterion, findings)) {
            List<String> fields = fields(criterion, finding);
            notes.merge(fields.get(0), finding.message(), (a, b) -> a + " " + b);
            // The reason stands once; the other levels only say that they are meant too.
            String brief = finding.rule().contains("example") ? noExample : noAnchor;
            fields.stream().skip(1).forEach(field -> notes.putIfAbsent(field, brief));
        }
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

    /** The fields that mend it; at least one. */
    private static List<String> fields(Criterion criterion, LintFinding finding) {
        List<String> levels =
                switch (finding.rule()) {
                    case "missing-anchors" ->
                            levels(criterion, "level-anchor-", l -> l.anchor().isBlank());
                    case "missing-example" ->
                            levels(
                                    criterion,
                                    "level-example-",
                                    l -> l.example().isBlank() && !l.anchor().isBlank());
                    case "gate-undescribed" -> List.of("level-anchor-0");
                    default -> List.of();
                };
        return levels.isEmpty() ? List.of(field(finding.rule())) : levels;
    }

    private static List<String> levels(
            Criterion criterion, String prefix, Predicate<Scale.Level> lacks) {
        List<Scale.Level> levels = criterion.scale().levels();
        return IntStream.range(0, levels.size())
                .filter(i -> lacks.test(levels.get(i)))
                .mapToObj(i -> prefix + i)
                .toList();
    }

    private static String field(String rule) {
        return switch (rule) {
            case "gate-unreachable" -> "criterion-gate";
            case "zero-weight", "little-weight", "weight-swallows" -> "criterion-weight";
            case "style-with-verifier" -> "criterion-judged";
            case "verifier" -> "criterion-verifier";
            case "missing-anchors", "missing-example", "no-neutral" -> "criterion-scale";
            default -> "criterion-title";
        };
    }
}
