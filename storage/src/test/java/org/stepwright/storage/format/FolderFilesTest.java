package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.storage.Workspace;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** A folder stands for the data in it, in the same order everywhere. */
class FolderFilesTest {
    @TempDir Path dir;

    private Path put(String name, String text) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String row(String id) {
        return "{\"id\":\"" + id + "\",\"problem\":\"p\",\"steps\":[\"a\"],\"labels\":[true]}\n";
    }

    @Test
    void filesComeSortedAndWhatIsNoDataIsPassedOverWithOneNote() throws IOException {
        for (String name :
                List.of(
                        "d/b.jsonl",
                        "d/a/2.json",
                        "d/a/10.json",
                        "d/LICENSE",
                        "d/LICENSE-NOTE.txt",
                        "d/a/README.upstream.md",
                        "d/a/SOURCE.txt",
                        "d/source.csv",
                        "d/.git/config",
                        "d/.hidden.jsonl")) {
            put(name, row("1"));
        }
        Path folder = dir.resolve("d");
        FolderFiles found = FolderFiles.of(List.of(folder), null);
        assertThat(found.files())
                .containsExactly(
                        folder.resolve("a/10.json"),
                        folder.resolve("a/2.json"),
                        folder.resolve("b.jsonl"),
                        folder.resolve("source.csv"));
        assertThat(found.notes())
                .singleElement()
                .asString()
                .contains(folder.toString(), "6 (.git, .hidden.jsonl, LICENSE, …)");
        Path named = folder.resolve("LICENSE");
        assertThat(FolderFiles.of(List.of(named), null).files()).containsExactly(named);
    }

    @Test
    void linksAreNotFollowedSoThatACircleEnds() throws IOException {
        put("d/a.jsonl", row("1"));
        Files.createSymbolicLink(dir.resolve("d/again"), dir.resolve("d"));
        Files.createSymbolicLink(dir.resolve("link"), dir.resolve("d"));
        FolderFiles found = FolderFiles.of(List.of(dir.resolve("link")), null);
        assertThat(found.files()).containsExactly(dir.resolve("link/a.jsonl"));
        assertThat(found.notes()).singleElement().asString().contains("again");
    }

    @Test
    void aFolderTooDeepOrWithoutDataIsSaid() throws IOException {
        Files.createDirectories(dir.resolve("empty/below"));
        assertThatThrownBy(() -> FolderFiles.of(List.of(dir.resolve("empty")), null))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("holds no data files");
        put("deep/a.jsonl", row("1"));
        put("deep/" + "x/".repeat(FolderFiles.DEPTH_LIMIT) + "b.jsonl", row("2"));
        FolderFiles found = FolderFiles.of(List.of(dir.resolve("deep")), null);
        assertThat(found.files()).containsExactly(dir.resolve("deep/a.jsonl"));
        assertThat(found.notes()).singleElement().asString().contains("1 (x)");
    }

    @Test
    void aFolderGoesInExceptForFilesOfNoFormat() throws IOException {
        put("d/a.jsonl", row("1"));
        put("d/b.bin", "\u0000\u0001 nothing");
        put("d/c.jsonl", row("2") + "broken\n");
        put("d/empty.jsonl", "");
        Path file = dir.resolve("d/w.stepwright");
        try (Workspace workspace = Workspace.create(file)) {
            Importer importer = new Importer(workspace);
            ImportReport report =
                    importer.run(List.of(dir.resolve("d")), LabelFiles.AUTO, Progress.NONE);
            assertThat(report.tracesAdded()).isEqualTo(2);
            assertThat(report.rejects())
                    .extracting(r -> r.file().getFileName() + ":" + r.line())
                    .containsExactly("b.bin:1", "c.jsonl:2", "empty.jsonl:1");
            assertThat(report.files()).noneMatch(f -> f.contains("w.stepwright"));
            assertThat(report.notes()).singleElement().asString().contains("w.stepwright");
            ImportReport again =
                    importer.run(List.of(dir.resolve("d")), LabelFiles.AUTO, Progress.NONE);
            assertThat(again.tracesAdded()).isZero();
            assertThat(again.tracesKnown()).isEqualTo(2);
        }
    }
}
