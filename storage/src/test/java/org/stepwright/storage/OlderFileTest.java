package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.Rating;
import org.stepwright.rubric.CriterionMove;
import org.stepwright.rubric.MigrationPlan;
import org.stepwright.rubric.Rubric;
import org.stepwright.work.Progress;

/** A file that the version before this one wrote, with labels of two people. */
class OlderFileTest {
    @TempDir Path dir;

    private Path older() throws IOException {
        Path file = dir.resolve("w");
        try (InputStream in =
                new GZIPInputStream(
                        OlderFileTest.class.getResourceAsStream("workspace-v2.sqlite.gz"))) {
            Files.copy(in, file);
        }
        return file;
    }

    @Test
    void isUpdatedAfterACopyAndKeepsEverything() throws IOException {
        Path file = older();

        try (Workspace workspace = Workspace.open(file)) {
            assertThat(workspace.check().problems()).isEmpty();
            assertThat(workspace.counts()).isEqualTo(new WorkspaceCounts(2, 4, 6, 9, 1, 0));
            assertThat(workspace.labels().of("a", "anna").get(1).ratings())
                    .containsExactly(new Rating("facts", -1), new Rating("tone", 4));
            assertThat(workspace.labels().undoDepth("anna")).isEqualTo(2);
            assertThat(workspace.labels().state("a", "bert")).isEqualTo(TraceState.SUBMITTED);
            assertThat(workspace.migrations().revisits("refunds@1")).isEmpty();
        }
        try (Stream<Path> files = Files.list(dir)) {
            assertThat(files.filter(f -> f.toString().endsWith(".bak"))).hasSize(1);
        }
    }

    @Test
    void itsLabelsCanBeCarriedOver() throws IOException {
        try (Workspace workspace = Workspace.open(older())) {
            Rubric first = workspace.rubrics().version("refunds@1").orElseThrow().rubric();
            workspace
                    .rubrics()
                    .saveDraft(
                            new Rubric(
                                    first.id(),
                                    first.title(),
                                    "",
                                    List.of(),
                                    first.everyStep(),
                                    first.aggregation(),
                                    List.of()));
            workspace.rubrics().publish("refunds", "no tone");
            var versions = workspace.rubrics().versions("refunds");
            MigrationPlan plan = MigrationPlan.propose(versions.get(0), versions.get(1));
            assertThat(plan.moves())
                    .containsExactly(CriterionMove.same("facts"), CriterionMove.dropped("tone"));

            MigrationResult result = workspace.migrations().carryOver(plan, "boss", Progress.NONE);

            assertThat(result.labels()).isEqualTo(4);
            assertThat(result.dropped()).isEqualTo(2);
            assertThat(workspace.labels().of("a", "bert").get(1).rubricVersion())
                    .isEqualTo("refunds@2");
            assertThat(workspace.check().problems()).isEmpty();
        }
    }
}
