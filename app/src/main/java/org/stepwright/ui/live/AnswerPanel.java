package org.stepwright.ui.live;

import java.text.NumberFormat;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.stepwright.prm.live.LiveAnswer;
import org.stepwright.prm.live.LiveResult;
import org.stepwright.score.TraceScore;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** The right panel: the whole answer in figures, and where it goes. */
final class AnswerPanel {
    private final LiveViewModel model;
    private final Messages texts;
    private final VBox facts = new VBox(8);
    private final VBox root = new VBox(12);

    AnswerPanel(LiveViewModel model, Messages texts, Runnable save, Runnable queue) {
        this.model = model;
        this.texts = texts;
        Button toQueue = Kit.button(texts.text("queue"), queue);
        toQueue.setGraphic(Kit.keyCap("Q"));
        toQueue.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        toQueue.setId("live-queue");
        Button keep = Kit.button(texts.text("save"), save);
        keep.setGraphic(Kit.keyCap("S"));
        keep.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        keep.setId("live-save");
        toQueue.disableProperty().bind(model.result().isNull());
        keep.disableProperty().bind(model.result().isNull());
        root.getStyleClass().add("live-right");
        root.getChildren().addAll(Kit.heading(texts.text("answer")), facts, toQueue, keep);
        model.result().addListener((o, before, after) -> show(after));
        model.running().addListener((o, before, after) -> show(model.result().get()));
        show(null);
    }

    private void show(LiveResult result) {
        facts.getChildren().clear();
        if (result == null) {
            facts.getChildren()
                    .add(
                            Kit.muted(
                                    texts.text(
                                            model.running().get() == null
                                                    ? "answer.none"
                                                    : "answer.streaming")));
            return;
        }
        TraceScore score = result.score();
        if (score != null) {
            ProgressBar bar = new ProgressBar(score.traceReward());
            bar.setMaxWidth(Double.MAX_VALUE);
            Label value = Kit.heading(number(score.traceReward()));
            value.setId("live-trace-score");
            facts.getChildren()
                    .addAll(
                            Kit.row(
                                    Kit.muted(
                                            texts.text(
                                                    "trace.score",
                                                    texts.text(
                                                            "by." + score.aggregation().name()))),
                                    Kit.spacer(),
                                    value),
                            bar,
                            Kit.body(
                                    score.firstError() < 0
                                            ? "✓ " + texts.text("first.none")
                                            : "✗ "
                                                    + texts.text(
                                                            "first.step", score.firstError() + 1)));
        }
        if (score != null && worthALook(score)) {
            facts.getChildren().add(Kit.banner(Tone.WARNING, "? " + texts.text("look")));
        }
        LiveAnswer answer = result.answer();
        facts.getChildren()
                .add(Kit.row(Kit.badge(texts.text("ending." + answer.ending()), tone(answer))));
        if (answer.recorded()) {
            facts.getChildren().add(Kit.row(Kit.badge(texts.text("recorded"), Tone.WARNING)));
        }
        facts.getChildren().add(Kit.muted(texts.text("facts.time", answer.millis() / 1000.0)));
        if (answer.outputTokens() >= 0) {
            facts.getChildren()
                    .add(
                            Kit.muted(
                                    texts.text(
                                            "facts.tokens",
                                            answer.inputTokens(),
                                            answer.outputTokens())));
        }
    }

    /** Something is under the model's threshold or so near to it that a person should decide. */
    private boolean worthALook(TraceScore score) {
        Double threshold = model.threshold().get();
        return score.firstError() >= 0
                || threshold != null
                        && score.stepRewards().stream()
                                .anyMatch(r -> Math.abs(r - threshold) < StepsPane.SURE);
    }

    private static Tone tone(LiveAnswer answer) {
        return switch (answer.ending()) {
            case COMPLETE -> Tone.SUCCESS;
            case CANCELLED -> Tone.NEUTRAL;
            case BROKEN -> Tone.DANGER;
        };
    }

    private static String number(double value) {
        NumberFormat format = NumberFormat.getInstance();
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }

    Node node() {
        return root;
    }
}
