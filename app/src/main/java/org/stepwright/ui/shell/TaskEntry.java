package org.stepwright.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.task.TaskHandle;
import org.stepwright.task.TaskState;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** A task in the list: one node for as long as it is listed, so that its button can be pressed. */
final class TaskEntry extends VBox {
    private final TaskHandle<?> task;
    private final Messages texts;
    private final HBox head;
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel;
    private final Label detail = Kit.muted("");
    private Node badge;
    private TaskState shown;

    TaskEntry(TaskHandle<?> task, Messages texts) {
        super(4);
        this.task = task;
        this.texts = texts;
        cancel = Kit.iconButton(Feather.X, texts.text("tasks.cancel", task.title()), task::cancel);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("small");
        badge = new Label();
        head = Kit.row(new Label(task.title()), Kit.spacer(), badge, cancel);
        getChildren().setAll(head, bar, detail);
        update();
    }

    /** Shows the task as it is now. */
    void update() {
        TaskState state = task.state();
        if (state != shown) {
            shown = state;
            Node next = badge(state);
            head.getChildren().set(head.getChildren().indexOf(badge), next);
            badge = next;
        }
        Kit.show(cancel, !state.isFinal());
        Kit.show(bar, !state.isFinal());
        bar.setProgress(task.fraction());
        String words = task.failure().isEmpty() ? task.message() : task.failure();
        detail.setText(words);
        Kit.show(detail, !words.isEmpty());
    }

    private Node badge(TaskState state) {
        Tone tone =
                switch (state) {
                    case SCHEDULED, CANCELLED -> Tone.NEUTRAL;
                    case RUNNING -> Tone.ACCENT;
                    case SUCCEEDED -> Tone.SUCCESS;
                    case FAILED -> Tone.DANGER;
                };
        return Kit.badge(texts.text("tasks." + state.name()), tone);
    }
}
