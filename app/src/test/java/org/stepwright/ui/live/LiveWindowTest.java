package org.stepwright.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
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

            // so low that a short answer does not fit either
            window.fx(
                    () -> {
                        window.size(1280, 520);
                        return null;
                    });
            ScrollPane steps = (ScrollPane) window.fx(() -> window.node("live-steps"));
            window.until("the answer is longer than its pane", () -> hidden(steps) > 20);
            window.fx(
                    () -> {
                        steps.setVvalue(0);
                        steps.getParent().requestFocus();
                        return null;
                    });
            window.keys(KeyCode.SPACE);
            window.until("a page is turned", () -> steps.getVvalue() > 0);
            double down = window.fx(steps::getVvalue);
            window.keys(KeyCode.SHIFT, KeyCode.SPACE);
            window.until("it is turned back", () -> steps.getVvalue() < down);

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

    private static double hidden(ScrollPane pane) {
        return pane.getContent().getLayoutBounds().getHeight()
                - pane.getViewportBounds().getHeight();
    }

    @Test
    void tabLeavesThePrompt() {
        Path file = folder.resolve("w.stepwright");
        Workspace.create(file).close();
        try (TestWindow window = TestWindow.open(folder, file, "light", 1280, 800)) {
            window.show("live");
            TextArea prompt = (TextArea) window.fx(() -> window.node("live-prompt"));
            window.fx(
                    () -> {
                        prompt.setText("mine");
                        prompt.requestFocus();
                        return null;
                    });
            window.keys(KeyCode.TAB);
            window.until("the focus went on", () -> !prompt.isFocused());
            String kept = window.fx(prompt::getText);
            assertThat(kept).isEqualTo("mine");
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
