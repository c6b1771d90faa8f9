package org.stepwright.ui.rubrics.tryout;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart;
import org.stepwright.trace.Outcome;
import org.stepwright.tryout.TraceTry;
import org.stepwright.ui.kit.Messages;

/** How many traces got which reward, by how they ended. */
final class RewardChart {
    /** Equal bins of [0, 1]; 1 belongs to the last one. */
    static final int BINS = 10;

    private final Messages texts;
    private final StackedBarChart<String, Number> chart;

    RewardChart(Messages texts) {
        this.texts = texts;
        CategoryAxis rewards = new CategoryAxis(FXCollections.observableArrayList(names()));
        rewards.setLabel(texts.text("chart.x"));
        NumberAxis count = new NumberAxis();
        count.setLabel(texts.text("chart.y"));
        count.setMinorTickVisible(false);
        chart = new StackedBarChart<>(rewards, count);
        chart.setId("tryout-chart");
        chart.setAnimated(false);
        chart.setCategoryGap(6);
        chart.getStyleClass().add("reward-chart");
        chart.setMinHeight(190);
        chart.setPrefHeight(220);
    }

    StackedBarChart<String, Number> node() {
        return chart;
    }

    void show(List<TraceTry> rows) {
        chart.getData().clear();
        Map<Outcome, int[]> bins = bins(rows);
        List<String> says = new ArrayList<>();
        for (Outcome outcome : List.of(Outcome.RIGHT, Outcome.WRONG, Outcome.UNKNOWN)) {
            XYChart.Series<String, Number> series = new XYChart.Series<>();
            series.setName(texts.text("outcome." + outcome));
            int[] counts = bins.get(outcome);
            for (int i = 0; i < BINS; i++) {
                series.getData().add(new XYChart.Data<>(names().get(i), counts[i]));
                if (counts[i] > 0) {
                    says.add(series.getName() + ", " + names().get(i) + ": " + counts[i]);
                }
            }
            chart.getData().add(series);
        }
        chart.setAccessibleText(texts.text("chart") + ". " + String.join("; ", says));
    }

    /** Counts of traces by outcome and bin. */
    static Map<Outcome, int[]> bins(List<TraceTry> rows) {
        Map<Outcome, int[]> bins = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            bins.put(outcome, new int[BINS]);
        }
        for (TraceTry row : rows) {
            bins.get(row.outcome())[Math.min(BINS - 1, (int) (row.reward() * BINS))]++;
        }
        return bins;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            String from = Columns.share((double) i / BINS);
            names.add(from.substring(0, from.length() - 1)); // tenths
        }
        return names;
    }
}
