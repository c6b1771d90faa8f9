package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Suggestion;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/** Traces of tools go into a workspace; people's answers and machines' words stay apart there. */
class ToolImportTest {
    @TempDir Path dir;

    private Path file(String fixture) throws Exception {
        return Files.writeString(dir.resolve(fixture), TracingToolsTest.fixture(fixture));
    }

    @Test
    void labelsAndSuggestionsComeInAndNeverMix() throws Exception {
        try (Workspace workspace = Workspace.create(dir.resolve("w"))) {
            List<Path> files =
                    List.of(
                            file("otel.sdk.jsonl"),
                            file("langfuse.api.json"),
                            file("langsmith.flat.jsonl"),
                            file("label-studio.export.json"),
                            file("argilla.records.json"));
            ImportReport report =
                    new Importer(workspace).run(files, LabelFiles.AUTO, Progress.NONE);
            assertThat(report.rejects()).isEmpty();
            assertThat(report.tracesAdded()).isEqualTo(5);
            List<StepLabel> labels = workspace.labels().of("trace-refund");
            assertThat(labels).extracting(StepLabel::annotator).containsExactly("ann");
            assertThat(workspace.suggestions().of("trace-refund"))
                    .extracting(Suggestion::source)
                    .containsExactly("agent:policy");
            assertThat(workspace.suggestions().of("refund-17"))
                    .extracting(Suggestion::reward)
                    .containsExactly(0.9, 0.0);
            assertThat(workspace.labels().of("refund-17")).hasSize(5);
            Trace otel = workspace.traces().find("4bf92f3577b34da6a3ce929d0e0e4736").orElseThrow();
            assertThat(otel.metadata()).containsEntry("service", "refunds");
            // The same files again are known and add nothing.
            assertThat(
                            new Importer(workspace)
                                    .run(files, LabelFiles.AUTO, Progress.NONE)
                                    .tracesAdded())
                    .isZero();
        }
    }
}
