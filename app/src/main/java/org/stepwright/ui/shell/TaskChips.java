package org.stepwright.ui.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.task.TaskHandle;
import org.stepwright.task.TaskRunner;
import org.stepwright.task.TaskState;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** What runs: chips at the right of the top bar and the list that a click on them opens. */
final class TaskChips {
    private static final int CHIPS = 2;
    private static final int LISTED = 12;

    private final TaskRunner runner;
    private final Messages texts = Messages.of("shell");
    private final HBox chips = Kit.row();
    private final VBox list = new VBox(10);
    private final Button more = chip();
    private final Button idle;
    private final Label heading;
    private final Label none;
    private final Map<TaskHandle<?>, Button> chipOf = new HashMap<>();
    private final Map<TaskHandle<?>, TaskEntry> entryOf = new HashMap<>();
    private TaskHandle<?> seen;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Consumer<TaskHandle<?>> listener = task -> later();

    TaskChips(TaskRunner runner) {
        this.runner = runner;
        idle = Kit.iconButton(Feather.ACTIVITY, texts.text("tasks"), this::toggle);
        heading = Kit.heading(texts.text("tasks"));
        none = Kit.muted(texts.text("tasks.none"));
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
        List<Node> shown = new ArrayList<>();
        running.stream().limit(CHIPS).forEach(t -> shown.add(chip(t)));
        if (running.size() > CHIPS) {
            says(more, texts.text("tasks.more", running.size() - CHIPS));
            shown.add(more);
        }
        if (running.isEmpty() && !tasks.isEmpty()) {
            TaskHandle<?> last = tasks.get(tasks.size() - 1);
            boolean failed = last.state() == TaskState.FAILED && last != seen;
            shown.add(failed ? chip(last) : idle);
        }
        put(chips, shown);
        chipOf.values().retainAll(shown);
        if (list.isVisible()) {
            fill(tasks);
        }
    }

    /** Leaves what is in place there: a node that is taken out loses focus and press. */
    private static void put(Pane parent, List<Node> nodes) {
        if (!parent.getChildren().equals(nodes)) {
            parent.getChildren().retainAll(nodes);
            for (int i = 0; i < nodes.size(); i++) {
                if (i >= parent.getChildren().size()
                        || parent.getChildren().get(i) != nodes.get(i)) {
                    parent.getChildren().remove(nodes.get(i));
                    parent.getChildren().add(i, nodes.get(i));
                }
            }
        }
    }

    private Button chip(TaskHandle<?> task) {
        Button chip = chipOf.computeIfAbsent(task, t -> chip());
        says(chip, line(task));
        chip.getStyleClass().remove("failed");
        if (task.state() == TaskState.FAILED) {
            chip.getStyleClass().add("failed");
        }
        return chip;
    }

    private Button chip() {
        Button chip = Kit.button("", this::toggle);
        chip.getStyleClass().setAll("button", "task-chip");
        return chip;
    }

    private void says(Button chip, String text) {
        chip.setText(text);
        chip.setAccessibleText(texts.text("tasks.open", text));
    }

    private void fill(List<TaskHandle<?>> tasks) {
        List<Node> shown = new ArrayList<>();
        shown.add(heading);
        if (tasks.isEmpty()) {
            shown.add(none);
        }
        for (int i = tasks.size() - 1; i >= Math.max(0, tasks.size() - LISTED); i--) {
            TaskEntry entry = entryOf.computeIfAbsent(tasks.get(i), t -> new TaskEntry(t, texts));
            entry.update();
            shown.add(entry);
        }
        put(list, shown);
        entryOf.values().retainAll(shown);
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
