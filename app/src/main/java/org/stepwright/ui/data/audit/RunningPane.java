package org.stepwright.ui.data.audit;

import java.time.Duration;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.stepwright.task.TaskHandle;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/**
 * While an audit runs: what it is doing, how far it is, how long still, and a button that stops it.
 */
final class RunningPane {
    private final AuditViewModel model;
    private final Messages texts;
    private final Label doing = Kit.heading("");
    private final Label left = Kit.muted("");
    private final ProgressBar bar = new ProgressBar(-1);
    private final VBox root;
    private final Timeline look =
            new Timeline(new KeyFrame(javafx.util.Duration.millis(200), e -> show()));
    private long since;

    RunningPane(AuditViewModel model, Messages texts) {
        this.model = model;
        this.texts = texts;
        Button stop = Kit.button(texts.text("stop"), model::cancel);
        stop.setId("audit-cancel");
        bar.setPrefWidth(420);
        bar.setAccessibleText(texts.text("task"));
        doing.setId("audit-doing");
        left.setId("audit-left");
        root = new VBox(12, doing, bar, left, stop);
        root.setAlignment(Pos.CENTER);
        root.setId("audit-running");
        look.setCycleCount(Animation.INDEFINITE);
        Consumer<TaskHandle<?>> watch =
                task -> {
                    since = System.nanoTime();
                    if (task == null) {
                        look.stop();
                    } else {
                        show();
                        look.play();
                    }
                };
        model.running().addListener((o, was, is) -> watch.accept(is));
    }

    private void show() {
        TaskHandle<?> task = model.running().get();
        if (task == null) {
            return;
        }
        doing.setText(task.message().isEmpty() ? texts.text("doing.begins") : task.message());
        bar.setProgress(task.fraction());
        long gone = (System.nanoTime() - since) / 1_000_000_000;
        Duration rest = task.left();
        left.setText(
                rest == null || rest.toSeconds() > 86_400
                        ? texts.text("time.gone", gone)
                        : texts.text("time.left", gone, rest.toSeconds() + 1));
    }

    Node node() {
        return root;
    }
}
