package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.storage.Workspace;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** Pipes and devices: they may never end, and what was read from them is gone. */
class EndlessInputTest {
    @TempDir Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"x", "[{\"id\":\"", "{\"id\":\""})
    @Timeout(120)
    void aRowWithoutAnEndIsGivenUp(String start) {
        Reading reading = Reading.of("generic", new Endless(start), "endless");
        assertThat(reading.rejects)
                .containsExactly("1: this row goes on without an end; reading stopped here");
    }

    /** Looking at its first rows would take them away from the reading. */
    @Test
    @Timeout(60)
    @DisabledOnOs(OS.WINDOWS)
    void aPipeIsNotLookedAtToTellItsFormat() throws Exception {
        Path pipe = dir.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        assertThatThrownBy(() -> LabelFiles.tell(pipe, LabelFiles.AUTO))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("is a pipe or a device");
        try (Workspace workspace = Workspace.create(dir.resolve("w"))) {
            Importer importer = new Importer(workspace);
            assertThatThrownBy(() -> importer.run(List.of(pipe), "generic", Progress.NONE))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("is a pipe or a device");
        }
    }

    /** A start and then the same letter for ever. */
    private static final class Endless extends InputStream {
        private final String start;
        private int at;

        Endless(String start) {
            this.start = start;
        }

        @Override
        public int read() {
            return at < start.length() ? start.charAt(at++) : 'x';
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (at < start.length()) {
                bytes[offset] = (byte) read();
                return 1;
            }
            Arrays.fill(bytes, offset, offset + length, (byte) 'x');
            return length;
        }
    }
}
