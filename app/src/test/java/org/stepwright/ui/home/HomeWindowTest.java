package org.stepwright.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.ui.TestWindow;

class HomeWindowTest {
    private static final String HOME = "stepwright.home";

    @TempDir Path folder;

    @BeforeEach
    void home() {
        System.setProperty(HOME, folder.toString());
    }

    @AfterEach
    void noHome() {
        System.clearProperty(HOME);
    }

    @Test
    void theSamplesOpenAsAWorkspaceThatIsReadyToLabel() {
        try (TestWindow window = TestWindow.open(folder, null, "light", 1280, 800)) {
            window.fx(
                    () -> {
                        ((Button) window.node("home-samples")).fire();
                        return null;
                    });
            window.until("the samples are open", () -> window.shell().workspace() != null);
            window.until("the next thing is known", () -> window.node("home-next") != null);
            assertThat(window.shell().workspace().counts().traces()).isPositive();
            assertThat(window.shell().workspace().rubrics().versions("refund-decision")).hasSize(1);
            window.fx(
                    () -> {
                        ((Button) window.node("home-close")).fire();
                        return null;
                    });
            window.until(
                    "it is closed and among the recent ones",
                    () ->
                            window.shell().workspace() == null
                                    && window.node("home-recent") != null
                                    && window.node("home-samples") != null);
        }
    }

    @Test
    void theNextThingFollowsTheWork() {
        assertThat(new HomeFacts(0, 0, 0, 0, 0, 0, 0).next()).isEqualTo(NextThing.IMPORT);
        assertThat(new HomeFacts(9, 30, 0, 0, 9, 0, 0).next()).isEqualTo(NextThing.RUBRIC);
        assertThat(new HomeFacts(9, 30, 0, 0, 9, 1, 0).next()).isEqualTo(NextThing.LABEL);
        assertThat(new HomeFacts(9, 30, 30, 9, 0, 1, 0).next()).isEqualTo(NextThing.TRAIN);
        assertThat(new HomeFacts(400, 2000, 90, 30, 370, 1, 0).next()).isEqualTo(NextThing.TRAIN);
        assertThat(new HomeFacts(400, 2000, 90, 30, 370, 1, 1).next()).isEqualTo(NextThing.LIVE);
        assertThat(new HomeFacts(9, 30, 30, 9, 0, 1, 0, false).auditFirst()).isTrue();
        assertThat(new HomeFacts(9, 30, 30, 9, 0, 1, 0, true).auditFirst()).isFalse();
        assertThat(new HomeFacts(9, 30, 0, 0, 9, 1, 0, false).auditFirst()).isFalse();
    }
}
