package org.stepwright.ui.rubrics.versions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.score.Aggregation;

/** Rubrics for these tests. */
final class Rubrics {
    private Rubrics() {}

    static Criterion criterion(String id, String title, String guidance, double weight) {
        return new Criterion(
                id,
                title,
                guidance,
                Scale.binary(),
                weight,
                false,
                Criterion.Judged.VERIFIABLE,
                new VerifierSpec("regex", Map.of("pattern", "[0-9]+")));
    }

    static Stage stage(String id, String title, Criterion... criteria) {
        return new Stage(id, title, "", true, false, List.of(id), List.of(criteria));
    }

    static Rubric rubric(List<Criterion> every, Stage... stages) {
        return new Rubric("sums", "Sums", "", List.of(stages), every, Aggregation.MIN, List.of());
    }

    static RubricVersion version(int number, Rubric rubric) {
        return new RubricVersion(
                number,
                rubric,
                "hash" + number,
                Instant.parse("2026-01-0" + number + "T12:00:00Z"),
                "");
    }
}
