package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

class ImporterTest {
    @TempDir Path dir;
    private Workspace workspace;
    private Importer importer;

    @BeforeEach
    void open() {
        workspace = Workspace.create(dir.resolve("w.stepwright"));
        importer = new Importer(workspace);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static String row(String id, String problem) {
        return "{\"id\":\""
                + id
                + "\",\"problem\":\""
                + problem
                + "\",\"steps\":[\"a\",\"b\"],\"labels\":[true,false]}";
    }

    private Path file(String name, String... rows) throws IOException {
        return Files.writeString(dir.resolve(name), String.join("\n", rows));
    }

    @Test
    void theSameFileTwiceAddsNothing() throws IOException {
        Path file = file("a.jsonl", row("1", "p"), "broken", row("2", "q"));
        ImportReport first = importer.run(List.of(file), "auto", Progress.NONE);
        assertThat(first.tracesAdded()).isEqualTo(2);
        assertThat(first.stepsAdded()).isEqualTo(4);
        assertThat(first.labelsAdded()).isEqualTo(4);
        assertThat(first.files()).containsExactly(file.toString());
        assertThat(first.rejects()).hasSize(1);
        assertThat(first.rejects().get(0).line()).isEqualTo(2);
        ImportReport second = importer.run(List.of(file), "generic", Progress.NONE);
        assertThat(second.tracesAdded()).isZero();
        assertThat(second.tracesKnown()).isEqualTo(2);
        assertThat(second.stepsAdded()).isZero();
        assertThat(second.labelsAdded()).isZero();
        assertThat(workspace.counts().labels()).isEqualTo(4);
    }

    @Test
    void anIdWithOtherContentIsRejectedWithItsLine() throws IOException {
        importer.run(List.of(file("a.jsonl", row("1", "p"))), "generic", Progress.NONE);
        Path other = file("b.jsonl", row("2", "p"), "broken", row("1", "other"), "[]");
        ImportReport report = importer.run(List.of(other), "generic", Progress.NONE);
        assertThat(report.tracesAdded()).isEqualTo(1);
        assertThat(report.rejects()).extracting(Reject::line).containsExactly(2L, 3L, 4L);
        assertThat(workspace.traces().find("1").orElseThrow().problem()).isEqualTo("p");
    }

    @Test
    void correctedLabelsOfAKnownTraceAreRejectedAndNotLost() throws IOException {
        Path first =
                file(
                        "a.json",
                        "[{\"id\":\"1\",\"problem\":\"p\",\"steps\":[\"a\",\"b\"],\"label\":0}]");
        Path second =
                file(
                        "b.json",
                        "[{\"id\":\"1\",\"problem\":\"p\",\"steps\":[\"a\",\"b\"],\"label\":1}]");
        importer.run(List.of(first), "processbench", Progress.NONE);
        ImportReport report = importer.run(List.of(second), "processbench", Progress.NONE);
        assertThat(report.tracesKnown()).isEqualTo(1);
        assertThat(report.labelsAdded()).isZero();
        assertThat(report.rejects()).extracting(Reject::line).containsExactly(1L);
        assertThat(report.rejects().get(0).reason()).contains("are there already");
        assertThat(importer.run(List.of(first), "processbench", Progress.NONE).rejects()).isEmpty();
    }

    @Test
    void aMissingFileStopsTheImportBeforeItStarts() throws IOException {
        Path there = file("a.jsonl", row("1", "p"));
        assertThatThrownBy(
                        () ->
                                importer.run(
                                        List.of(there, dir.resolve("no")), "auto", Progress.NONE))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("is not there");
        assertThat(workspace.counts().traces()).isZero();
    }

    @Test
    void aFileOfUnknownFormatIsRejectedAndTheNextIsRead() throws IOException {
        Path noise = file("noise.bin", "\u0001\u0002 nothing to see");
        Path good = file("a.jsonl", row("1", "p"));
        ImportReport report = importer.run(List.of(noise, good), "auto", Progress.NONE);
        assertThat(report.tracesAdded()).isEqualTo(1);
        assertThat(report.rejects()).hasSize(1);
        assertThat(report.rejects().get(0).file()).isEqualTo(noise);
        assertThat(report.rejects().get(0).reason()).startsWith("the format cannot be told");
    }

    @Test
    void aCancelledImportKeepsItsBatches() throws IOException {
        String rows =
                IntStream.range(0, 5_000)
                        .mapToObj(i -> row("r" + i, "problem " + i))
                        .collect(Collectors.joining("\n"));
        Path file = Files.writeString(dir.resolve("many.jsonl"), rows);
        Progress afterTheFirstBatch =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {}

                    @Override
                    public boolean isCancelled() {
                        return workspace.counts().traces() > 0;
                    }
                };
        assertThatThrownBy(() -> importer.run(List.of(file), "generic", afterTheFirstBatch))
                .isInstanceOf(Cancelled.class);
        assertThat(workspace.traces().count(TraceFilter.ALL, "")).isEqualTo(500);
        assertThat(workspace.check().ok()).isTrue();
        assertThat(importer.run(List.of(file), "generic", Progress.NONE).tracesAdded())
                .isEqualTo(4_500);
    }

    /** A batch is in memory as a whole, so everything that a row holds counts. */
    @Test
    void rowsThatAreLargeInAnyPartGoInBySmallBatches() throws IOException {
        String large = "x".repeat(1 << 20);
        String label = "{\"step\":0,\"verdict\":\"wrong\",\"annotator\":\"a\",\"comment\":\"";
        for (String part :
                List.of(
                        "\"steps\":[{\"text\":\"a\",\"alternatives\":[\"" + large + "\"]}]",
                        "\"steps\":[\"a\"],\"reference\":\"" + large + "\"",
                        "\"steps\":[\"a\"],\"metadata\":{\"m\":\"" + large + "\"}",
                        "\"steps\":[\"a\"],\"step_labels\":[" + label + large + "\"}]")) {
            long before = workspace.counts().traces();
            String rows =
                    IntStream.range(0, 12)
                            .mapToObj(
                                    i ->
                                            "{\"id\":\""
                                                    + before
                                                    + "-"
                                                    + i
                                                    + "\",\"problem\":\"p\","
                                                    + part
                                                    + "}")
                            .collect(Collectors.joining("\n"));
            Path file = Files.writeString(dir.resolve("large" + before), rows);
            Progress afterTheFirstBatch =
                    new Progress() {
                        @Override
                        public void report(long done, long total, String message) {}

                        @Override
                        public boolean isCancelled() {
                            return workspace.counts().traces() > before;
                        }
                    };
            assertThatThrownBy(() -> importer.run(List.of(file), "generic", afterTheFirstBatch))
                    .isInstanceOf(Cancelled.class);
            assertThat(workspace.counts().traces()).isEqualTo(before + 8);
        }
    }

    @Test
    void previewShowsTheFirstRowsAndChangesNothing() throws IOException {
        Path file = file("a.jsonl", "broken", row("1", "p"), row("2", "q"), row("3", "r"));
        Preview preview = importer.preview(file, "auto", 2);
        assertThat(preview.format()).isEqualTo("generic");
        assertThat(preview.rows()).extracting(r -> r.trace().id()).containsExactly("1", "2");
        assertThat(preview.rejects()).hasSize(1);
        assertThat(workspace.counts().traces()).isZero();
    }
}
