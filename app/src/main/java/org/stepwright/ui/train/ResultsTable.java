package org.stepwright.ui.train;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.stepwright.prm.eval.FileEval;
import org.stepwright.ui.kit.Messages;

/** The model's figures with their intervals, and under them, muted, those of the baselines. */
final class ResultsTable {
    private final Messages texts;
    private final GridPane grid = new GridPane();
    private int row;

    ResultsTable(Messages texts, String model, FileEval eval) {
        this.texts = texts;
        grid.setId("train-table");
        grid.setHgap(14);
        grid.setVgap(6);
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(name);
        for (int i = 0; i < 6; i++) {
            ColumnConstraints number = new ColumnConstraints();
            number.setHalignment(HPos.RIGHT);
            grid.getColumnConstraints().add(number);
        }
        add(
                "muted",
                texts.text("col.model"),
                texts.text("col.error"),
                texts.text("col.correct"),
                "F1",
                "AUROC",
                "ECE",
                "Brier");
        add(
                "strong",
                model,
                Numbers.points(eval.errorAccuracy()),
                Numbers.points(eval.correctAccuracy()),
                Numbers.points(eval.f1()),
                Numbers.share(eval.auroc()),
                Numbers.share(eval.ece()),
                Numbers.share(eval.brier()));
        add(
                "muted",
                texts.text("row.interval"),
                interval(eval, "error_accuracy", true),
                interval(eval, "correct_accuracy", true),
                interval(eval, "f1", true),
                interval(eval, "auroc", false),
                "",
                interval(eval, "brier", false));
        eval.baselines()
                .forEach(
                        (baseline, figures) ->
                                add(
                                        "muted",
                                        baseline,
                                        Numbers.points(figures.errorAccuracy()),
                                        Numbers.points(figures.correctAccuracy()),
                                        Numbers.points(figures.f1()),
                                        Numbers.share(figures.auroc()),
                                        "",
                                        ""));
    }

    private static String interval(FileEval eval, String key, boolean percent) {
        List<Double> ends = eval.ci95().get(key);
        if (ends == null || ends.size() != 2) {
            return "";
        }
        return percent
                ? Numbers.points(ends.get(0)) + "–" + Numbers.points(ends.get(1))
                : Numbers.share(ends.get(0)) + "–" + Numbers.share(ends.get(1));
    }

    private void add(String style, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            Label label = new Label(cells[i]);
            label.getStyleClass().addAll(style, "figure");
            label.setMinWidth(Label.USE_PREF_SIZE);
            grid.add(label, i, row);
        }
        row++;
    }

    Node node() {
        return grid;
    }
}
