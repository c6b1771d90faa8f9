package org.stepwright.ui.label.dashboard;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.agreement.Estimate;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Sheets;

/** The figures as tiles and charts. */
final class DashboardView extends VBox {
    private static final double MINUTE = 60;

    private final DateTimeFormatter date =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Locale.getDefault());
    private final Messages texts;
    private final Charts charts;

    DashboardView(Messages texts) {
        super(14);
        this.texts = texts;
        this.charts = new Charts(texts);
        setPadding(new Insets(16));
        setId("dashboard");
        Sheets.add(this, "label-dashboard");
    }

    void show(Figures figures) {
        getChildren().setAll(tiles(figures), grid(figures));
    }

    private Node tiles(Figures figures) {
        FlowPane tiles = new FlowPane(12, 12);
        Figures.Day last =
                figures.days().isEmpty() ? null : figures.days().get(figures.days().size() - 1);
        tiles.getChildren()
                .addAll(
                        tile(
                                "steps",
                                last == null ? "–" : texts.text("number", last.steps()),
                                last == null
                                        ? texts.text("steps.none")
                                        : texts.text("steps.on", date.format(last.date()))),
                        tile(
                                "hour",
                                last == null || !Double.isFinite(last.perHour())
                                        ? "–"
                                        : texts.text("number", Math.round(last.perHour())),
                                texts.text("hour.note")),
                        tile(
                                "pace.tile",
                                Double.isFinite(figures.secondsPerStep())
                                        ? texts.text("seconds", figures.secondsPerStep())
                                        : "–",
                                texts.text("pace.note")),
                        tile(
                                "agreement",
                                estimate("agreement.value", figures.agreement()),
                                interval(
                                        figures.agreement(),
                                        "agreement.interval",
                                        "agreement.note",
                                        figures.sharedSteps())),
                        tile(
                                "gold",
                                estimate("gold.value", figures.gold()),
                                interval(
                                        figures.gold(),
                                        "gold.interval",
                                        "gold.note",
                                        figures.goldTraces())),
                        tile("left", texts.text("number", figures.openTraces()), left(figures)));
        return tiles;
    }

    private String estimate(String key, Estimate figure) {
        return figure.known() ? texts.text(key, figure.value()) : "–";
    }

    private String interval(Estimate figure, String some, String none, long n) {
        return figure.hasInterval()
                ? texts.text(some, figure.low(), figure.high(), n)
                : texts.text(none, n);
    }

    private String left(Figures figures) {
        double seconds = figures.secondsLeft();
        if (!Double.isFinite(seconds)) {
            return texts.text("left.steps", figures.openSteps());
        }
        return seconds < 90 * MINUTE
                ? texts.text("left.minutes", figures.openSteps(), Math.ceil(seconds / MINUTE))
                : texts.text("left.hours", figures.openSteps(), seconds / MINUTE / MINUTE);
    }

    private Node tile(String key, String value, String note) {
        Label number = new Label(value);
        number.getStyleClass().add("tile-number");
        number.setMinWidth(USE_PREF_SIZE);
        number.setId("dashboard-" + key.replace('.', '-'));
        Label below = Kit.muted(note);
        below.setWrapText(true);
        VBox tile = Kit.card(texts.text(key), number, below);
        tile.getStyleClass().add("tile");
        tile.setPrefWidth(196);
        tile.setMinWidth(196);
        tile.setMinHeight(118);
        tile.setAccessibleText(texts.text(key) + ": " + value + ". " + note);
        return tile;
    }

    private Node grid(Figures figures) {
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(12);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(50);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
        put(grid, card("days", some(figures.days(), charts.days(figures.days()))), 0, 0);
        put(grid, card("pace", some(figures.pace(), charts.pace(figures.pace()))), 1, 0);
        BalanceBar mine = new BalanceBar(texts.text("balance.mine"), figures.mine(), texts);
        BalanceBar all = new BalanceBar(texts.text("balance.all"), figures.everybody(), texts);
        VBox both = new VBox(14, mine, all);
        put(grid, card("balance", both), 0, 1);
        put(grid, card("sparks", sparks(figures)), 1, 1);
        Node help =
                figures.help().isEmpty()
                        ? Kit.muted(texts.text("help.none"))
                        : new HelpTable(figures.help(), texts);
        GridPane.setColumnSpan(put(grid, card("help", help), 0, 2), 2);
        return grid;
    }

    private Node sparks(Figures figures) {
        VBox lines = new VBox(6);
        lines.setId("dashboard-sparks");
        for (String line : new SparksText(texts).lines(figures.sparks())) {
            Label label = Kit.body(line);
            label.setWrapText(true);
            lines.getChildren().add(label);
        }
        return lines;
    }

    private Node some(List<?> rows, Node chart) {
        return rows.isEmpty() ? Kit.muted(texts.text("none.yet")) : chart;
    }

    private Node card(String key, Node content) {
        return Kit.card(texts.text(key), content);
    }

    private static Node put(GridPane grid, Node node, int column, int row) {
        grid.add(node, column, row);
        GridPane.setValignment(node, VPos.TOP);
        GridPane.setFillHeight(node, true);
        return node;
    }
}
