package org.stepwright.ui.label.dashboard;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import org.stepwright.ui.kit.Messages;

/** The dashboard's charts. Each also says in words what it shows. */
final class Charts {
    private final Messages texts;
    private final DateTimeFormatter date =
            DateTimeFormatter.ofPattern("d MMM", Locale.getDefault());

    Charts(Messages texts) {
        this.texts = texts;
    }

    /** Steps a day. */
    BarChart<String, Number> days(List<Figures.Day> days) {
        BarChart<String, Number> chart =
                new BarChart<>(new CategoryAxis(), count(texts.text("days.y")));
        prepare(chart, "dashboard-days");
        chart.setCategoryGap(days.size() > 6 ? 8 : 360.0 / (days.size() + 1));
        XYChart.Series<String, Number> series = new XYChart.Series<>();
        List<String> says = new ArrayList<>();
        for (Figures.Day day : days) {
            String name = date.format(day.date());
            series.getData().add(new XYChart.Data<>(name, day.steps()));
            says.add(texts.text("days.says", name, day.steps()));
        }
        chart.getData().add(series);
        chart.setAccessibleText(texts.text("days") + ". " + String.join("; ", says));
        return chart;
    }

    /** Seconds a step, stretch by stretch. */
    LineChart<String, Number> pace(List<Figures.Stretch> stretches) {
        LineChart<String, Number> chart =
                new LineChart<>(new CategoryAxis(), count(texts.text("pace.y")));
        chart.getXAxis().setLabel(texts.text("pace.x", stretches.isEmpty() ? "" : from(stretches)));
        prepare(chart, "dashboard-pace");
        XYChart.Series<String, Number> series = new XYChart.Series<>();
        List<String> says = new ArrayList<>();
        int number = 0;
        for (Figures.Stretch stretch : stretches) {
            number++;
            // Two sessions may begin in one minute: the axis counts them.
            if (Double.isFinite(stretch.secondsPerStep())) {
                series.getData()
                        .add(new XYChart.Data<>(String.valueOf(number), stretch.secondsPerStep()));
                says.add(texts.text("pace.says", stretch.name(), stretch.secondsPerStep()));
            }
        }
        chart.getData().add(series);
        chart.setAccessibleText(texts.text("pace") + ". " + String.join("; ", says));
        return chart;
    }

    private static String from(List<Figures.Stretch> stretches) {
        return stretches.get(0).name();
    }

    private static NumberAxis count(String label) {
        NumberAxis axis = new NumberAxis();
        axis.setLabel(label);
        axis.setMinorTickVisible(false);
        return axis;
    }

    private static void prepare(XYChart<String, Number> chart, String id) {
        chart.setId(id);
        chart.setAnimated(false);
        chart.setLegendVisible(false);
        chart.getStyleClass().add("dashboard-chart");
        chart.setMinHeight(200);
        chart.setPrefHeight(230);
    }
}
