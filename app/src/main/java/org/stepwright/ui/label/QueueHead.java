package org.stepwright.ui.label;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Overlay;

/** What stands over the queue: its order, how much is done, the mode and the saved views. */
final class QueueHead extends VBox {
    private final QueueViewModel queue;
    private final Messages texts;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label progress = new Label();
    private final HBox progressRow;
    private final OrderChooser orders;
    private final ModeChooser modes;
    private final ViewsChooser views;

    /**
     * @param done called when something was chosen by a menu
     */
    QueueHead(LabelViewModel model, Messages texts, Overlay overlay, Runnable done) {
        super(8);
        this.queue = model.queue();
        this.texts = texts;
        Messages own = Messages.of("label-modes");
        orders = new OrderChooser(model.plan().order(), own, done);
        modes = new ModeChooser(model, own, done);
        views = new ViewsChooser(model.plan().views(), own, overlay, done);
        orders.setMinWidth(0);
        progressRow = progressRow();
        getStyleClass().add("queue-head");
        getChildren()
                .addAll(
                        Kit.row(Kit.heading(texts.text("queue")), Kit.spacer(), orders),
                        progressRow,
                        Kit.row(modes, Kit.spacer(), views));
        queue.open().subscribe(this::showProgress);
        queue.total().subscribe(this::showProgress);
        showProgress();
    }

    private HBox progressRow() {
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("small");
        bar.setId("label-progress");
        HBox.setHgrow(bar, Priority.ALWAYS);
        progress.getStyleClass().add("muted");
        progress.setMinWidth(Region.USE_PREF_SIZE);
        return Kit.row(bar, progress);
    }

    private void showProgress() {
        long total = queue.total().get();
        long done = Math.max(0, total - queue.open().get());
        bar.setProgress(total == 0 ? 0 : (double) done / total);
        progress.setText(texts.text("progress", done, total));
        bar.setAccessibleText(progress.getText());
    }

    /** While answers are compared no queue is worked through. */
    void comparing(boolean is) {
        Kit.show(progressRow, !is);
        Kit.show(orders, !is);
        Kit.show(views, !is);
    }

    /** Chooses the order. */
    OrderChooser orders() {
        return orders;
    }

    /** Chooses the mode. */
    ModeChooser modes() {
        return modes;
    }

    /** Chooses a saved view. */
    ViewsChooser views() {
        return views;
    }
}
