package org.stepwright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.work.WorkFailed;

class WholeFileTest {
    @TempDir Path folder;

    @Test
    void aFullDiskLeavesTheFileAsItWas() throws IOException {
        Path out = Files.writeString(folder.resolve("r.yaml"), "before");

        assertThatThrownBy(
                        () ->
                                WholeFile.write(
                                        out,
                                        "The rubric",
                                        to -> {
                                            to.write("half");
                                            throw new IOException("No space left on device");
                                        }))
                .isInstanceOf(WorkFailed.class)
                .hasMessageStartingWith("The rubric could not be written to ");

        assertThat(Files.readString(out)).isEqualTo("before");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aLinkStaysALinkAndAFolderAFolder() throws IOException {
        Path own = Files.writeString(folder.resolve("own.yaml"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), own);

        WholeFile.write(link, "The rubric", to -> to.write("\u00e9"));

        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(own)).isEqualTo("\u00e9");

        Path folderBelow = Files.createDirectory(folder.resolve("below"));
        assertThatThrownBy(() -> WholeFile.write(folderBelow, "The rubric", to -> to.write("x")))
                .isInstanceOf(WorkFailed.class);
        assertThat(folderBelow).isEmptyDirectory();
    }
}
