package org.stepwright.ui.label;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.stepwright.label.QueueOrder;
import org.stepwright.storage.Ranking;
import org.stepwright.ui.kit.Messages;

/** Chooses the order of work, tells when it was made and from what, and has it made anew. */
final class OrderChooser extends MenuButton {
    private final OrderInUse order;
    private final Messages texts;
    private final DateTimeFormatter time =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                    .withLocale(Locale.getDefault())
                    .withZone(ZoneId.systemDefault());
    private final MenuItem made = new MenuItem();
    private final MenuItem again = new MenuItem();
    private final Tooltip tip = new Tooltip();

    /**
     * @param done called when something was chosen
     */
    OrderChooser(OrderInUse order, Messages texts, Runnable done) {
        this.order = order;
        this.texts = texts;
        setId("label-order");
        getStyleClass().add("queue-choice");
        setTooltip(tip);
        ToggleGroup group = new ToggleGroup();
        for (QueueOrder each : QueueOrder.values()) {
            RadioMenuItem item = new RadioMenuItem(texts.text("order.says." + each));
            item.setId("order-" + each.name());
            item.setToggleGroup(group);
            item.setOnAction(
                    e -> {
                        order.choose(each);
                        done.run();
                    });
            order.order().subscribe(now -> item.setSelected(now == each));
            getItems().add(item);
        }
        made.setDisable(true);
        made.setId("order-made");
        again.setText(texts.text("order.again"));
        again.setId("order-again");
        again.setOnAction(
                e -> {
                    order.rankAgain();
                    done.run();
                });
        getItems().addAll(new SeparatorMenuItem(), made, again);
        order.order().subscribe(this::tell);
        order.ranking().subscribe(this::tell);
        order.running().subscribe(this::tell);
        tell();
    }

    private void tell() {
        QueueOrder now = order.order().get();
        String name = texts.text("order." + now);
        setText(name);
        again.setDisable(now == QueueOrder.IMPORTED || order.running().get() != null);
        made.setText(madeWords(now));
        tip.setText(made.getText());
        setAccessibleText(texts.text("order.chooser", name, made.getText()));
    }

    private String madeWords(QueueOrder now) {
        Ranking ranking = order.ranking().get();
        if (now == QueueOrder.IMPORTED) {
            return texts.text("order.made.never");
        }
        if (order.running().get() == now) {
            return texts.text("order.made.now");
        }
        if (ranking == null) {
            return texts.text("order.made.not");
        }
        String at = time.format(ranking.madeAt());
        return ranking.basis().isEmpty()
                ? texts.text("order.made", at)
                : texts.text("order.made.by", at, ranking.basis());
    }
}
