package org.stepwright.rubric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects findings about one rubric. */
final class Findings {
    private final Rubric rubric;
    private final List<LintFinding> all = new ArrayList<>();

    Findings(Rubric rubric) {
        this.rubric = rubric;
    }

    Rubric rubric() {
        return rubric;
    }

    void add(String rule, String where, String message) {
        all.add(new LintFinding(rule, where, message));
    }

    void add(String rule, String where, String message, String fix, List<RubricEdit> edits) {
        Optional<LintFix> mend =
                edits.isEmpty() ? Optional.empty() : Optional.of(new LintFix(fix, edits));
        all.add(new LintFinding(rule, where, message, mend));
    }

    static String of(Criterion criterion) {
        return "criterion " + criterion.id();
    }

    static String of(Stage stage) {
        return "stage " + stage.id();
    }

    /** What is about the whole rubric first, then stages, then criteria in their order. */
    List<LintFinding> inOrder() {
        Map<String, Integer> places = new HashMap<>();
        places.put("rubric", 0);
        rubric.stages().forEach(s -> places.put(of(s), places.size()));
        rubric.criteria().forEach(c -> places.put(of(c), places.size()));
        return all.stream()
                .sorted(Comparator.comparingInt(f -> places.getOrDefault(f.where(), 0)))
                .toList();
    }
}
