package org.stepwright.ui.rubrics.versions;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.score.Aggregation;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;

/** A workspace with two versions of a rubric and twelve labels under the first one. */
final class Labelled {
    static final int LABELS = 12;

    private Labelled() {}

    static Workspace workspace(Path file) {
        Workspace workspace = Workspace.create(file);
        workspace
                .rubrics()
                .saveDraft(rubric(List.of(yesOrNo("right"), yesOrNo("tone"), yesOrNo("gone"))));
        workspace.rubrics().publish("sums", "");
        workspace
                .rubrics()
                .saveDraft(rubric(List.of(yesOrNo("right"), fiveLevels("tone"), yesOrNo("fresh"))));
        workspace.rubrics().publish("sums", "");
        workspace
                .traces()
                .add(
                        List.of(
                                new LabelledTrace(
                                        Trace.of(
                                                "t",
                                                "A sum",
                                                java.util.Collections.nCopies(LABELS, "1 + 1 = 2")),
                                        List.of())));
        for (int i = 0; i < LABELS; i++) {
            workspace.labels().put(label(i)).join();
        }
        return workspace;
    }

    private static StepLabel label(int step) {
        return new StepLabel(
                "t",
                step,
                0,
                Verdict.CORRECT,
                List.of(
                        new Rating("right", 1),
                        new Rating("tone", step % 2),
                        new Rating("gone", 0)),
                List.of(),
                false,
                false,
                "",
                "ana",
                Instant.parse("2026-01-01T12:00:00Z"),
                "sums@1",
                LabelSource.HUMAN);
    }

    private static Rubric rubric(List<Criterion> criteria) {
        return new Rubric("sums", "Sums", "", List.of(), criteria, Aggregation.MIN, List.of());
    }

    private static Criterion yesOrNo(String id) {
        return criterion(id, Scale.binary());
    }

    private static Criterion fiveLevels(String id) {
        return criterion(id, new Scale(Scale.Kind.LIKERT, 1, 5, List.of()));
    }

    private static Criterion criterion(String id, Scale scale) {
        return new Criterion(
                id, "The " + id, "", scale, 1, false, Criterion.Judged.VERIFIABLE, null);
    }
}
