package org.stepwright.ui.data.audit;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.stepwright.audit.Shortcut;
import org.stepwright.audit.ShortcutStudy;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/**
 * How well each trivial fact alone tells the label: a bar from chance to certainty, its interval.
 */
final class ShortcutBars extends GridPane {
    private static final double WIDTH = 180;
    private static final double HEIGHT = 12;
    private static final double ABOUT = 430;

    ShortcutBars(List<Shortcut> shortcuts, Messages texts) {
        setHgap(12);
        setVgap(8);
        setId("audit-shortcuts");
        int row = 0;
        for (Shortcut shortcut : shortcuts) {
            boolean over = shortcut.over(ShortcutStudy.LIMIT);
            Label name = new Label((over ? "⚠ " : "") + shortcut.fact().words());
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label figures =
                    new Label(
                            texts.text(
                                    "shortcut.figures",
                                    shortcut.auroc(),
                                    shortcut.low(),
                                    shortcut.high()));
            figures.setMinWidth(Region.USE_PREF_SIZE);
            figures.getStyleClass().add("muted");
            Pane bar = bar(shortcut, over);
            bar.setAccessibleText(name.getText() + ": " + figures.getText());
            VBox measured = new VBox(2, bar, figures);
            addRow(row++, name, measured);
        }
        Label about = Kit.muted(texts.text("shortcut.about", ShortcutStudy.LIMIT));
        about.setPrefWidth(ABOUT);
        add(about, 0, row, 2, 1);
    }

    private static Pane bar(Shortcut shortcut, boolean over) {
        Pane track = new Pane();
        track.getStyleClass().add("audit-track");
        track.setMinSize(WIDTH, HEIGHT);
        track.setMaxSize(WIDTH, HEIGHT);
        Region fill = new Region();
        fill.getStyleClass().add(over ? "audit-fill-over" : "audit-fill");
        fill.resizeRelocate(0, 0, x(shortcut.auroc()), HEIGHT);
        Region range = new Region();
        range.getStyleClass().add("audit-range");
        double from = x(shortcut.low());
        range.resizeRelocate(from, HEIGHT / 2 - 1, Math.max(2, x(shortcut.high()) - from), 2);
        Region limit = new Region();
        limit.getStyleClass().add("audit-limit");
        limit.resizeRelocate(x(ShortcutStudy.LIMIT), 0, 2, HEIGHT);
        fill.setManaged(false);
        range.setManaged(false);
        limit.setManaged(false);
        track.getChildren().addAll(fill, range, limit);
        return track;
    }

    /** From chance, at the left, to certainty. */
    private static double x(double auroc) {
        return WIDTH * Math.max(0, Math.min(1, (auroc - 0.5) / 0.5));
    }
}
