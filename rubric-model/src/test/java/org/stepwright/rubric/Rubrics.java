package org.stepwright.rubric;

import java.util.List;
import java.util.Map;
import org.stepwright.rubric.Criterion.Judged;
import org.stepwright.score.Aggregation;

/** Small rubrics for tests. */
final class Rubrics {
    static final Scale ANCHORED =
            new Scale(
                    Scale.Kind.BINARY,
                    0,
                    1,
                    List.of(
                            new Scale.Level(0, "no", "The sum is wrong.", "2 + 2 = 5"),
                            new Scale.Level(1, "yes", "The sum is right.", "2 + 2 = 4")));

    private Rubrics() {}

    static Criterion criterion(String id, Scale scale, double weight, boolean gate) {
        return new Criterion(id, "Title " + id, "", scale, weight, gate, Judged.VERIFIABLE, null);
    }

    static Stage stage(String id, boolean repeatable, List<String> match, Criterion... criteria) {
        return new Stage(id, "Title " + id, "", true, repeatable, match, List.of(criteria));
    }

    static Rubric rubric(List<Stage> stages, Criterion... everyStep) {
        return new Rubric(
                "r", "Rubric", "", stages, List.of(everyStep), Aggregation.MIN, List.of("slip"));
    }

    static Rubric sound() {
        Criterion checked =
                new Criterion(
                        "sum",
                        "Sums are right",
                        "Check them.",
                        Scale.binary(),
                        1,
                        true,
                        Judged.VERIFIABLE,
                        new VerifierSpec("arithmetic", Map.of()));
        return rubric(
                List.of(
                        stage("read", false, List.of("read"), criterion("a", ANCHORED, 1, false)),
                        stage(
                                "decide",
                                true,
                                List.of("decide"),
                                criterion("b", ANCHORED, 2, true))),
                checked);
    }
}
