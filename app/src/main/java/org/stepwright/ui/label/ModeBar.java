package org.stepwright.ui.label;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.stepwright.label.LabelMode;
import org.stepwright.score.TraceScore;
import org.stepwright.ui.kit.ActionKeys;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** One line over the steps: what the mode asks for and, later, what models thought. */
final class ModeBar extends HBox {
    private final LabelViewModel model;
    private final Messages texts;
    private final ActionKeys keys;
    private final Label asks = Kit.muted("");
    private final HBox said = new HBox(8);

    ModeBar(LabelViewModel model, Messages texts, ActionKeys keys) {
        super(12);
        this.model = model;
        this.texts = texts;
        this.keys = keys;
        setId("label-mode-bar");
        getStyleClass().add("mode-bar");
        setAlignment(Pos.CENTER_LEFT);
        asks.setId("label-mode-asks");
        asks.setMinWidth(0);
        HBox.setHgrow(asks, Priority.ALWAYS);
        asks.setMaxWidth(Double.MAX_VALUE);
        said.setId("label-machine-said");
        said.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(asks, said);
        model.mode().mode().subscribe(this::show);
        model.session().part().subscribe(this::show);
        model.said().scores().subscribe(this::show);
        keys.map().subscribe(this::show);
        show();
    }

    private void show() {
        LabelMode mode = model.mode().mode().get();
        int part = model.session().part().get();
        String key = "mode.asks." + mode + (part == 0 ? "" : "." + part);
        asks.setText(texts.has(key) ? asks(key) : "");
        said.getChildren().clear();
        for (TraceScore score : model.said().scores()) {
            said.getChildren().add(Kit.muted(words(score)));
        }
        Kit.show(said, !said.getChildren().isEmpty());
        Kit.show(this, !asks.getText().isEmpty() || !said.getChildren().isEmpty());
    }

    private String asks(String key) {
        return texts.text(
                key,
                keys.capOf("accept"),
                keys.capOf("spark"),
                keys.capOf("rate"),
                keys.capOf("submit"),
                keys.capOf("wrong"),
                keys.capOf("neutral"),
                keys.capOf("correct"));
    }

    private String words(TraceScore score) {
        String key = score.firstError() < 0 ? "said.right" : "said.wrong";
        return texts.text(key, score.model(), score.traceReward(), score.firstError() + 1);
    }
}
