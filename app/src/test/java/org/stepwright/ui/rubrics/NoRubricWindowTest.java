package org.stepwright.ui.rubrics;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.TestWindow;
import org.stepwright.ui.kit.Command;

class NoRubricWindowTest {
    @TempDir Path folder;

    @Test
    void everyCommandWorksWithoutARubric() {
        Path file = folder.resolve("w.stepwright");
        Workspace.create(file).close();
        try (TestWindow window = TestWindow.open(folder, file, "light", 1280, 800)) {
            window.show("rubrics");
            window.until("it is empty", () -> window.node("rubrics-empty").isVisible());
            Command publish = window.fx(() -> window.shell().current().commands().get(0));
            assertThatCode(
                            () ->
                                    window.fx(
                                            () -> {
                                                publish.action().run();
                                                return null;
                                            }))
                    .doesNotThrowAnyException();
        }
    }
}
