package org.stepwright.ui.shell;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import org.stepwright.task.TaskHandle;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Overlay;
import org.stepwright.ui.kit.Screen;
import org.stepwright.ui.kit.Unsaved;

/** Asks before a workspace closes while work would be lost with it. Confined to the UI thread. */
final class Leaving {
    private final Overlay overlay;
    private final Messages texts;
    private boolean saving;
    private int asked;

    Leaving(Overlay overlay, Messages texts) {
        this.overlay = overlay;
        this.texts = texts;
    }

    /**
     * Goes if nothing would be lost or the user says so. What is on its way to the disk is waited
     * for; asked again meanwhile, it does not wait any longer but asks.
     *
     * @param screens the screens of the workspace
     * @param running the tasks that would be cancelled
     * @param go closes
     */
    void leave(Collection<Screen> screens, Supplier<List<TaskHandle<?>>> running, Runnable go) {
        leave(screens, () -> askAboutTasks(running.get(), go));
    }

    private void leave(Collection<Screen> screens, Runnable go) {
        int mine = ++asked;
        List<Unsaved> unsaved = unsaved(screens);
        if (unsaved.isEmpty()) {
            saving = false;
            go.run();
        } else if (saving) {
            saving = false;
            askAboutUnsaved(screens, unsaved, go);
        } else {
            saving = true;
            save(unsaved, 0, mine, () -> saved(screens, go));
        }
    }

    private void save(List<Unsaved> unsaved, int at, int mine, Runnable then) {
        if (mine != asked) {
            return; // another question has taken its place
        }
        if (at == unsaved.size()) {
            then.run();
        } else {
            unsaved.get(at).save().accept(() -> save(unsaved, at + 1, mine, then));
        }
    }

    private void saved(Collection<Screen> screens, Runnable go) {
        saving = false;
        List<Unsaved> left = unsaved(screens);
        if (left.isEmpty()) {
            go.run();
        } else {
            askAboutUnsaved(screens, left, go);
        }
    }

    private static List<Unsaved> unsaved(Collection<Screen> screens) {
        return screens.stream().map(Screen::unsaved).flatMap(Optional::stream).toList();
    }

    private void askAboutUnsaved(Collection<Screen> screens, List<Unsaved> unsaved, Runnable go) {
        String what = unsaved.stream().map(Unsaved::sentence).collect(Collectors.joining(" "));
        Button retry = answer("retry", () -> leave(screens, go));
        Button stay = answer("stay", () -> {});
        Button leave = answer("go", go);
        leave.getStyleClass().add("danger");
        overlay.show(
                texts.text("leave.unsaved"),
                Kit.body(what.strip() + " " + texts.text("leave.unsaved.text")),
                retry,
                stay,
                leave);
    }

    private Button answer(String name, Runnable action) {
        Button button =
                Kit.button(
                        texts.text("leave." + name),
                        () -> {
                            overlay.close();
                            action.run();
                        });
        button.setId("leave-" + name);
        return button;
    }

    private void askAboutTasks(List<TaskHandle<?>> tasks, Runnable go) {
        if (tasks.isEmpty()) {
            go.run();
            return;
        }
        String titles = tasks.stream().map(TaskHandle::title).collect(Collectors.joining(", "));
        overlay.ask(
                texts.text("leave.running"),
                texts.text("leave.running.text", titles),
                texts.text("leave.running.go"),
                go);
    }
}
