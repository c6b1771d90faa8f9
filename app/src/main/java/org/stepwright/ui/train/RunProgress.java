package org.stepwright.ui.train;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** How far the run under way is, and the button that stops it. */
final class RunProgress {
    private final VBox root;

    RunProgress(TrainViewModel model, Messages texts) {
        ProgressBar bar = new ProgressBar(-1);
        bar.setMaxWidth(Double.MAX_VALUE);
        Label message = Kit.body("");
        message.setId("train-progress");
        Button stop = Kit.button(texts.text("stop"), model::cancel);
        stop.setId("train-stop");
        model.stand()
                .addListener(
                        (o, before, now) -> {
                            bar.setProgress(now.fraction());
                            message.setText(now.message());
                        });
        root =
                Kit.card(
                        texts.text("progress"),
                        message,
                        bar,
                        Kit.row(stop, Kit.muted(texts.text("progress.note"))));
    }

    Node node() {
        return root;
    }
}
