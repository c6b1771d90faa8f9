package org.stepwright.ui.kit;

import java.time.Duration;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.task.TaskHandle;
import org.stepwright.task.TaskRunner;

/** How far one task is, and the button that stops it; takes no room while nothing runs. */
public final class TaskStrip {
    private final Messages texts = Messages.of("");
    private final TaskRunner runner;
    private final Consumer<TaskHandle<?>> listener = this::heard;
    private final ProgressBar bar = new ProgressBar(-1);
    private final Label message = Kit.muted("");
    private final VBox root;
    private volatile TaskHandle<?> watched;

    /**
     * @param id the node's id; the button that stops gets {@code <id>-cancel}
     * @param runner runs the task
     */
    public TaskStrip(String id, TaskRunner runner) {
        this.runner = runner;
        Button stop = Kit.button(texts.text("cancel"), this::cancel);
        stop.setId(id + "-cancel");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        root = new VBox(4, Kit.row(bar, stop), message);
        root.setId(id);
        Kit.show(root, false);
    }

    /**
     * Shows how far a task is until it ends.
     *
     * @param task the task; null for none
     */
    public void watch(TaskHandle<?> task) {
        runner.removeListener(listener);
        watched = task;
        if (task != null) {
            runner.addListener(listener);
        }
        show();
    }

    private void heard(TaskHandle<?> task) {
        if (task == watched) {
            Platform.runLater(this::show);
        }
    }

    private void show() {
        TaskHandle<?> task = watched;
        boolean runs = task != null && !task.state().isFinal();
        Kit.show(root, runs);
        if (task != null && !runs) {
            runner.removeListener(listener);
            watched = null;
        }
        if (runs) {
            bar.setProgress(task.fraction());
            Duration left = task.left();
            message.setText(
                    left == null
                            ? task.message()
                            : texts.text(
                                    "task.left",
                                    task.message(),
                                    left.toMinutes(),
                                    left.toSecondsPart()));
        }
    }

    private void cancel() {
        TaskHandle<?> task = watched;
        if (task != null) {
            task.cancel();
        }
    }

    /**
     * @return its node
     */
    public VBox node() {
        return root;
    }
}
