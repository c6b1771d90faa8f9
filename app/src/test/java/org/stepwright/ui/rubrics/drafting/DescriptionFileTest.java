package org.stepwright.ui.rubrics.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.ui.kit.Messages;
import org.stepwright.work.WorkFailed;

class DescriptionFileTest {
    @TempDir Path folder;
    private final DescriptionFile files = new DescriptionFile(Messages.of("rubrics-drafting"));

    @Test
    void textIsReadWithoutItsByteOrderMark() throws IOException {
        assertThat(files.read(file("\uFEFFÄnderung → ja\n".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("Änderung → ja\n");
    }

    @Test
    void theLargestFileIsReadAndOneByteMoreIsRefused() throws IOException {
        byte[] bytes = new byte[DescriptionFile.MOST_BYTES + 1];
        Arrays.fill(bytes, (byte) 'a');
        assertThat(files.read(file(Arrays.copyOf(bytes, bytes.length - 1))))
                .hasSize(DescriptionFile.MOST_BYTES);
        refused(file(bytes), "larger than 1 MiB");
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        refused(file(new byte[] {'a', (byte) 0xff, 'b'}), "not UTF-8 text");
        refused(file(new byte[] {'P', 'K', 0, 0}), "not UTF-8 text");
        refused(folder, "cannot be read");
        refused(folder.resolve("missing.md"), "cannot be read");
    }

    private void refused(Path file, String why) {
        assertThatThrownBy(() -> files.read(file))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining(why);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("policy.md"), bytes);
    }
}
