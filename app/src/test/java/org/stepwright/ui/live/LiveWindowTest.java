package org.stepwright.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.storage.Run;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.SampleWork;
import org.stepwright.ui.TestWindow;
import org.stepwright.ui.label.LabelProbe;

class LiveWindowTest {
    @TempDir Path folder;

    @Test
    void aRecordedAnswerIsScoredAndGoesToTheQueueInTwoKeys() {
        Path file = folder.resolve("w.stepwright");
        try (Workspace workspace = Workspace.create(file)) {
            SampleWork.addTo(workspace, folder);
            SampleWork.train(workspace, folder);
        }
        try (TestWindow window = TestWindow.open(folder, file, "light", 1280, 800)) {
            window.show("live");
            window.until(
                    "a recorded prompt stands there",
                    () -> !((TextArea) window.node("live-prompt")).getText().isBlank());
            assertThat(window.fx(() -> window.node("live-recorded").isVisible())).isTrue();

            window.keys(KeyCode.CONTROL, KeyCode.ENTER);
            window.until("the answer is scored", () -> !window.node("live-queue").isDisabled());
            String reward = window.fx(() -> ((Label) window.node("live-reward-0")).getText());
            assertThat(reward).matches("[✓✗?] [01][.,]\\d\\d");

            window.keys(KeyCode.Q);
            window.until("Label is shown", () -> window.shell().current().id().equals("label"));
            LabelProbe probe = new LabelProbe(window.fx(() -> window.shell().current()));
            window.until(
                    "the answer is open",
                    () -> probe.traceId() != null && probe.traceId().startsWith("live-"));
            Workspace workspace = window.shell().workspace();
            assertThat(workspace.traces().count(TraceFilter.ALL, "")).isEqualTo(601);
            assertThat(workspace.runs().list(Run.Kind.LIVE)).hasSize(1);
        }
    }

    @Test
    void withoutAModelTheNextThingIsToTrainOne() {
        Path file = folder.resolve("w.stepwright");
        Workspace.create(file).close();
        try (TestWindow window = TestWindow.open(folder, file, "light", 1280, 800)) {
            window.show("live");
            window.until(
                    "training is offered",
                    () -> {
                        var button = window.node("live-train");
                        return button != null && button.getParent().isVisible();
                    });
        }
    }
}
