package org.stepwright.ui.shell;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.task.TaskHandle;
import org.stepwright.task.TaskRunner;
import org.stepwright.task.TaskState;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** What runs: chips at the right of the top bar and the list that a click on them opens. */
final class TaskChips {
    private static final int CHIPS = 2;
    private static final int LISTED = 12;

    private final TaskRunner runner;
    private final Messages texts = Messages.of("shell");
    private final HBox chips = Kit.row();
    private final VBox list = new VBox(10);
    private TaskHandle<?> seen;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Consumer<TaskHandle<?>> listener = task -> later();

    TaskChips(TaskRunner runner) {
        this.runner = runner;
        chips.setAlignment(Pos.CENTER_RIGHT);
        chips.setId("task-chips");
        list.getStyleClass().add("pop-list");
        list.setId("task-list");
        list.setPrefWidth(380);
        list.setMaxSize(380, VBox.USE_PREF_SIZE);
        Kit.show(list, false);
        runner.addListener(listener);
        refresh();
    }

    Node chips() {
        return chips;
    }

    /** The list; the shell lays it over the top right corner. */
    VBox list() {
        return list;
    }

    void close() {
        runner.removeListener(listener);
    }

    /** Opens or closes the list. */
    void toggle() {
        Kit.show(list, !list.isVisible());
        List<TaskHandle<?>> tasks = runner.tasks();
        seen = tasks.isEmpty() ? null : tasks.get(tasks.size() - 1);
        refresh();
    }

    private void later() {
        // Progress comes from many threads many times a second; one repaint serves them all.
        if (asked.compareAndSet(false, true)) {
            Platform.runLater(
                    () -> {
                        asked.set(false);
                        refresh();
                    });
        }
    }

    private void refresh() {
        List<TaskHandle<?>> tasks = runner.tasks();
        List<TaskHandle<?>> running = tasks.stream().filter(t -> !t.state().isFinal()).toList();
        chips.getChildren().clear();
        running.stream().limit(CHIPS).forEach(t -> chips.getChildren().add(chip(line(t), "")));
        if (running.size() > CHIPS) {
            chips.getChildren().add(chip(texts.text("tasks.more", running.size() - CHIPS), ""));
        }
        if (running.isEmpty() && !tasks.isEmpty()) {
            TaskHandle<?> last = tasks.get(tasks.size() - 1);
            boolean failed = last.state() == TaskState.FAILED && last != seen;
            chips.getChildren()
                    .add(
                            failed
                                    ? chip(line(last), "failed")
                                    : Kit.iconButton(
                                            Feather.ACTIVITY, texts.text("tasks"), this::toggle));
        }
        if (list.isVisible()) {
            fill(tasks);
        }
    }

    private Button chip(String text, String styleClass) {
        Button chip = Kit.button(text, this::toggle);
        chip.getStyleClass().setAll("button", "task-chip");
        if (!styleClass.isEmpty()) {
            chip.getStyleClass().add(styleClass);
        }
        chip.setAccessibleText(texts.text("tasks.open", text));
        return chip;
    }

    private void fill(List<TaskHandle<?>> tasks) {
        list.getChildren().setAll(Kit.heading(texts.text("tasks")));
        if (tasks.isEmpty()) {
            list.getChildren().add(Kit.muted(texts.text("tasks.none")));
        }
        for (int i = tasks.size() - 1; i >= Math.max(0, tasks.size() - LISTED); i--) {
            list.getChildren().add(entry(tasks.get(i)));
        }
    }

    private Node entry(TaskHandle<?> task) {
        HBox head = Kit.row(new Label(task.title()), Kit.spacer(), state(task.state()));
        VBox entry = new VBox(4, head);
        if (!task.state().isFinal()) {
            head.getChildren()
                    .add(
                            Kit.iconButton(
                                    Feather.X,
                                    texts.text("tasks.cancel", task.title()),
                                    task::cancel));
            ProgressBar bar = new ProgressBar(task.fraction());
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.getStyleClass().add("small");
            entry.getChildren().add(bar);
        }
        String detail = task.failure().isEmpty() ? task.message() : task.failure();
        if (!detail.isEmpty()) {
            entry.getChildren().add(Kit.muted(detail));
        }
        return entry;
    }

    private Node state(TaskState state) {
        Tone tone =
                switch (state) {
                    case SCHEDULED, CANCELLED -> Tone.NEUTRAL;
                    case RUNNING -> Tone.ACCENT;
                    case SUCCEEDED -> Tone.SUCCESS;
                    case FAILED -> Tone.DANGER;
                };
        return Kit.badge(texts.text("tasks." + state.name()), tone);
    }

    private String line(TaskHandle<?> task) {
        StringBuilder line = new StringBuilder(task.title());
        if (task.state().isFinal()) {
            return line.append(" · ").append(texts.text("tasks." + task.state().name())).toString();
        }
        if (task.fraction() >= 0) {
            line.append(" · ").append(texts.text("percent", Math.floor(task.fraction() * 100)));
        }
        Duration left = task.left();
        if (left != null) {
            line.append(" · ")
                    .append(
                            texts.text(
                                    "left",
                                    left.toMinutes(),
                                    left.toSecondsPart() < 10
                                            ? "0" + left.toSecondsPart()
                                            : "" + left.toSecondsPart()));
        }
        return line.toString();
    }
}
