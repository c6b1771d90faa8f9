package org.stepwright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.task.TaskHandle;
import org.stepwright.task.TaskState;
import org.stepwright.ui.TestWindow;
import org.stepwright.work.Cancelled;

class TaskChipsWindowTest {
    @TempDir Path folder;

    @Test
    void progressLeavesTheButtonsInPlace() throws Exception {
        try (TestWindow window = TestWindow.open(folder, null, "light", 1280, 800)) {
            BlockingQueue<Integer> percent = new ArrayBlockingQueue<>(10);
            TaskHandle<Void> task =
                    window.app()
                            .tasks()
                            .submit(
                                    "Long work",
                                    progress -> {
                                        while (true) {
                                            int done = percent.take();
                                            progress.report(done, 100, "At " + done);
                                            if (progress.isCancelled()) {
                                                throw new Cancelled();
                                            }
                                        }
                                    });
            window.until("a chip is there", () -> chip(window) != null);
            Button chip = window.fx(() -> chip(window));
            window.fx(
                    () -> {
                        chip.fire();
                        return null;
                    });
            window.until("the list is open", () -> cancel(window) != null);
            Button cancel = window.fx(() -> cancel(window));
            window.fx(
                    () -> {
                        cancel.requestFocus();
                        return null;
                    });
            percent.put(40);
            window.until("the progress is shown", () -> bar(window).getProgress() == 0.4);
            window.until("on the chip too", () -> chip.getText().contains("40"));
            assertThat(window.fx(() -> cancel(window))).isSameAs(cancel);
            assertThat(window.fx(() -> chip(window))).isSameAs(chip);
            assertThat(window.fx(cancel::isFocused)).isTrue();
            window.fx(
                    () -> {
                        cancel.fire();
                        return null;
                    });
            percent.put(50);
            window.until("it has ended", () -> task.state() == TaskState.CANCELLED);
            window.until("its button is gone", () -> !cancel.isVisible());
        }
    }

    private static Button chip(TestWindow window) {
        return (Button) window.node("task-chips").lookup(".task-chip");
    }

    private static Button cancel(TestWindow window) {
        Node list = window.node("task-list");
        return list.isVisible() ? (Button) list.lookup(".button") : null;
    }

    private static ProgressBar bar(TestWindow window) {
        return (ProgressBar) window.node("task-list").lookup(".progress-bar");
    }
}
