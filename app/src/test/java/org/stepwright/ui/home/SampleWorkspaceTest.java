package org.stepwright.ui.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.app.Templates;
import org.stepwright.storage.Workspace;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;

class SampleWorkspaceTest {
    @TempDir Path folder;
    private final SampleWorkspace samples = new SampleWorkspace(new Templates());

    @Test
    void aCancelledOneLeavesNothingAndTheNextIsWhole() throws Exception {
        Path file = folder.resolve("samples.stepwright");
        assertThatThrownBy(() -> samples.make(file, new Stopped())).isInstanceOf(Cancelled.class);
        assertThat(folder).isEmptyDirectory();
        samples.make(file, Progress.NONE);
        assertThat(folder).isDirectoryContaining(file::equals);
        assertThat(folder.toFile().list()).containsExactly("samples.stepwright");
        try (Workspace made = Workspace.open(file)) {
            assertThat(made.counts().traces()).isEqualTo(600);
            assertThat(made.rubrics().list()).hasSameSizeAs(new Templates().names());
        }
    }

    private static final class Stopped implements Progress {
        @Override
        public void report(long done, long total, String message) {
            // nobody watches
        }

        @Override
        public boolean isCancelled() {
            return true;
        }
    }
}
