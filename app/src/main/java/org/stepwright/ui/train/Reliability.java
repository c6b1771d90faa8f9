package org.stepwright.ui.train;

import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.VBox;
import org.stepwright.prm.eval.FileEval;
import org.stepwright.prm.eval.ReliabilityBin;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** The reliability diagram: what the model said against what was true, beside the diagonal. */
final class Reliability {
    private final VBox root;

    Reliability(Messages texts, FileEval eval) {
        LineChart<Number, Number> chart =
                new LineChart<>(
                        axis(texts.text("reliability.x")), axis(texts.text("reliability.y")));
        chart.setAnimated(false);
        chart.setLegendVisible(false);
        chart.setId("train-reliability");
        chart.setAccessibleText(texts.text("reliability.alt", Numbers.share(eval.ece())));
        chart.getStyleClass().add("reliability");
        chart.setMinHeight(220);
        chart.setPrefHeight(280);
        XYChart.Series<Number, Number> diagonal = new XYChart.Series<>();
        diagonal.getData().add(new XYChart.Data<>(0, 0));
        diagonal.getData().add(new XYChart.Data<>(1, 1));
        XYChart.Series<Number, Number> points = new XYChart.Series<>();
        for (ReliabilityBin bin : eval.reliability()) {
            points.getData().add(new XYChart.Data<>(bin.meanReward(), bin.shareCorrect()));
        }
        chart.getData().add(diagonal);
        chart.getData().add(points);
        keepMarksWhole(points);
        root =
                new VBox(
                        6,
                        chart,
                        Kit.muted(texts.text("reliability.note", eval.reliability().size())));
    }

    /**
     * The chart clips its plot at the axes, and so cuts the marks of rewards near 0 and 1 in half.
     * No value lies outside, so nothing else shows without the clip.
     */
    private static void keepMarksWhole(XYChart.Series<Number, Number> points) {
        for (XYChart.Data<Number, Number> point : points.getData()) {
            point.getNode().getParent().getParent().setClip(null);
        }
    }

    private static NumberAxis axis(String name) {
        NumberAxis axis = new NumberAxis(name, 0, 1, 0.2);
        axis.setMinorTickVisible(false);
        return axis;
    }

    Node node() {
        return root;
    }
}
