package org.stepwright.ui.label.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.stepwright.label.Verdict;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** How verdicts are divided: one bar, and the same in signs and numbers under it. */
final class BalanceBar extends VBox {
    private static final List<Verdict> ORDER =
            List.of(Verdict.CORRECT, Verdict.NEUTRAL, Verdict.WRONG);

    BalanceBar(String title, Map<Verdict, Long> counts, Messages texts) {
        super(5);
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        GridPane bar = new GridPane();
        bar.getStyleClass().add("balance-bar");
        bar.setHgap(2);
        FlowPane legend = new FlowPane(14, 2);
        List<String> says = new ArrayList<>();
        for (Verdict verdict : ORDER) {
            long count = counts.getOrDefault(verdict, 0L);
            double share = total == 0 ? 0 : (double) count / total;
            if (count > 0) {
                ColumnConstraints column = new ColumnConstraints();
                column.setPercentWidth(share * 100);
                bar.getColumnConstraints().add(column);
                Region part = new Region();
                part.setMinHeight(12);
                part.setMaxWidth(Double.MAX_VALUE);
                GridPane.setFillWidth(part, true);
                part.getStyleClass().addAll("balance-part", "balance-" + verdict.name());
                bar.add(part, bar.getColumnConstraints().size() - 1, 0);
            }
            String words = texts.text("balance." + verdict, count, share);
            Label label = new Label(words);
            label.setMinWidth(USE_PREF_SIZE);
            legend.getChildren().add(label);
            says.add(words);
        }
        Label name = Kit.muted(title);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(name, bar, legend);
        if (total == 0) {
            Kit.show(bar, false);
        }
        setAccessibleText(title + ". " + String.join("; ", says));
    }
}
