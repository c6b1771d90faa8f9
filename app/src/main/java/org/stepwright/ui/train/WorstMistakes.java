package org.stepwright.ui.train;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.prm.eval.FileEval;
import org.stepwright.prm.eval.Mistake;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.TraceTarget;

/**
 * The steps that the model was sure about and got wrong; Enter or a double click opens the trace
 * there.
 */
final class WorstMistakes {
    private static final double ROW = 50;

    private final VBox root;

    WorstMistakes(Messages texts, FileEval eval, Consumer<String> openTrace) {
        ListView<Mistake> list = new ListView<>();
        list.setId("train-worst");
        list.setAccessibleText(texts.text("worst"));
        list.getItems().setAll(eval.worst());
        list.setPlaceholder(Kit.muted(texts.text("worst.none")));
        list.setCellFactory(l -> new MistakeCell(texts));
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * Math.max(2, Math.min(6, eval.worst().size())) + 4);
        list.setMinHeight(120);
        Runnable open =
                () -> {
                    Mistake chosen = list.getSelectionModel().getSelectedItem();
                    if (chosen != null) {
                        openTrace.accept(new TraceTarget(chosen.traceId(), chosen.step()).text());
                    }
                };
        list.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ENTER) {
                        e.consume();
                        open.run();
                    }
                });
        list.setOnMouseClicked(
                e -> {
                    if (e.getClickCount() == 2) {
                        open.run();
                    }
                });
        root = Kit.card(texts.text("worst"), Kit.muted(texts.text("worst.what")), list);
    }

    Node node() {
        return root;
    }

    private static final class MistakeCell extends ListCell<Mistake> {
        private final Messages texts;

        MistakeCell(Messages texts) {
            this.texts = texts;
        }

        @Override
        protected void updateItem(Mistake mistake, boolean empty) {
            super.updateItem(mistake, empty);
            setText(null);
            if (empty || mistake == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label sign = new Label(mistake.correct() ? "✓" : "✗");
            sign.getStyleClass().add(mistake.correct() ? "good-sign" : "bad-sign");
            String words = mistake.text().replaceAll("\\s+", " ");
            String place =
                    texts.text(
                            mistake.correct() ? "worst.correct" : "worst.wrong",
                            mistake.traceId(),
                            mistake.step() + 1);
            Label text = new Label(words);
            Label where = Kit.muted(place);
            setAccessibleText(
                    texts.text("worst.says", place, Numbers.share(mistake.reward()), words));
            where.setWrapText(false);
            VBox lines = new VBox(2, text, where);
            lines.setMinWidth(0);
            HBox.setHgrow(lines, Priority.ALWAYS);
            Label reward = Kit.heading(Numbers.share(mistake.reward()));
            reward.setMinWidth(Label.USE_PREF_SIZE);
            setGraphic(Kit.row(sign, lines, reward));
            setPrefWidth(0);
        }
    }
}
