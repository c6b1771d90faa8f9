package org.stepwright.ui.rubrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.score.Aggregation;

/** Makes rubrics as large as the largest that people write. */
final class BigRubric {
    private BigRubric() {}

    /**
     * @param stages how many stages
     * @param criteria how many criteria in all, spread over the stages
     */
    static Rubric of(int stages, int criteria) {
        List<Stage> all = new ArrayList<>();
        int made = 0;
        for (int s = 0; s < stages; s++) {
            int here = criteria / stages + (s < criteria % stages ? 1 : 0);
            List<Criterion> list = new ArrayList<>();
            for (int c = 0; c < here; c++) {
                list.add(criterion(made++));
            }
            all.add(
                    new Stage(
                            "stage-" + s,
                            "Stage number " + (s + 1),
                            "What happens in part " + (s + 1) + " of the work, in a sentence.",
                            s % 3 != 2,
                            s % 2 == 0,
                            List.of("word" + s, "tool_" + s, "another word " + s),
                            list));
        }
        return new Rubric(
                "big",
                "A large rubric",
                "Made to measure how it edits.",
                all,
                List.of(),
                Aggregation.MIN,
                List.of("slip", "made up"));
    }

    private static Criterion criterion(int n) {
        List<Scale.Level> levels = new ArrayList<>();
        for (int v = 1; v <= 5; v++) {
            levels.add(
                    new Scale.Level(
                            v,
                            v == 1 ? "none" : v == 5 ? "all" : "",
                            "At " + v + " a step of criterion " + n + " shows this much of it.",
                            "An example step for level " + v + " of criterion " + n + "."));
        }
        return new Criterion(
                "criterion-" + n,
                "Criterion number " + n,
                "Look for the **facts** of case " + n + ":\n\n- dates\n- amounts",
                n % 2 == 0 ? Scale.binary() : new Scale(Scale.Kind.LIKERT, 1, 5, levels),
                1 + n % 3,
                n % 7 == 0,
                Criterion.Judged.VERIFIABLE,
                n % 4 == 0
                        ? new VerifierSpec("regex", Map.of("pattern", "[0-9]{1," + (n + 1) + "}"))
                        : null);
    }
}
