package org.stepwright.ui.label.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;
import org.stepwright.ui.TestWindow;
import org.stepwright.ui.label.LabelProbe;

/** The dashboard, opened from the label screen by its key. */
class DashboardWindowTest {
    @TempDir Path dir;
    private TestWindow window;
    private LabelProbe probe;

    @BeforeEach
    void open() {
        Path file = dir.resolve("w.stepwright");
        try (Workspace workspace = Workspace.create(file)) {
            workspace
                    .traces()
                    .add(
                            List.of(
                                    new LabelledTrace(
                                            Trace.of("t", "p", List.of("a", "b", "c")),
                                            List.of())));
        }
        window = TestWindow.open(dir.resolve("config"), file, "light", 1280, 800);
        window.show("label");
        probe = window.fx(() -> new LabelProbe(window.shell().current()));
        window.until("a trace is open", () -> "t".equals(probe.traceId()) && probe.step() == 0);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void whoHasDoneNothingIsSentBackToTheSteps() {
        window.keys(KeyCode.CONTROL, KeyCode.D);
        window.until("it says so", () -> window.node("dashboard-empty") != null);
        window.fx(
                () -> {
                    ((javafx.scene.control.Button) window.node("dashboard-empty")).fire();
                    return null;
                });
        window.until("the steps are back", () -> window.node("sub-page") == null);
    }

    @Test
    void whatWasDoneIsCounted() {
        window.keys(KeyCode.DIGIT3);
        window.keys(KeyCode.DIGIT1);
        window.until("both are on disk", () -> probe.pending() == 0 && probe.undoDepth() == 2);
        window.keys(KeyCode.CONTROL, KeyCode.D);
        window.until("figures are there", () -> window.node("dashboard-days") != null);
        assertThat(words("dashboard-steps")).isEqualTo("2");
        assertThat(words("dashboard-left")).isEqualTo("1");
        assertThat(window.fx(() -> window.node("dashboard-days").getAccessibleText()))
                .contains(": 2");
        window.keys(KeyCode.ESCAPE);
        window.until("the steps are back", () -> window.node("sub-page") == null);
        window.keys(KeyCode.DIGIT2);
        window.until("keys label again", () -> probe.undoDepth() == 3);
    }

    private String words(String id) {
        return window.fx(() -> ((Labeled) window.node(id)).getText());
    }
}
