package org.stepwright.ui.review;

import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.TabKey;

/**
 * Why the current step is decided so. It remembers which step of which trace its text is for, as
 * that may be left while somebody types.
 */
final class CommentField extends VBox {
    private final ReviewViewModel model;
    private final Runnable left;
    private final TextArea area = new TextArea();
    private String traceId = "";
    private int step = -1;

    /**
     * @param left called when commenting by keys is over
     */
    CommentField(ReviewViewModel model, Messages texts, Runnable left) {
        super(6);
        this.model = model;
        this.left = left;
        area.setId("review-comment");
        area.setPrefRowCount(2);
        area.setWrapText(true);
        area.setPromptText(texts.text("comment.prompt"));
        area.setAccessibleText(texts.text("comment"));
        TabKey.leaves(area);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        area.focusedProperty()
                .addListener(
                        (o, was, is) -> {
                            if (!is) {
                                keep();
                            }
                        });
        getChildren().addAll(Kit.row(Kit.heading(texts.text("comment")), Kit.keyCap("C")), area);
        model.opened().current().addListener((o, was, is) -> follow());
        model.opened()
                .rows()
                .addListener((javafx.collections.ListChangeListener<ReviewRow>) c -> follow());
    }

    private void pressed(KeyEvent event) {
        boolean done =
                event.getCode() == KeyCode.ESCAPE
                        || event.getCode() == KeyCode.ENTER && !event.isShiftDown();
        if (done) {
            event.consume();
            keep();
            left.run();
        }
    }

    /** Saves what stands here for the step that it was typed for, if that is still open. */
    void keep() {
        if (step >= 0 && traceId.equals(model.opened().id())) {
            model.comment(step, area.getText().strip());
        }
    }

    private void follow() {
        OpenTrace open = model.opened();
        int now = open.current().get();
        boolean same = now == step && traceId.equals(open.id());
        if (same && area.isFocused() || now >= open.rows().size()) {
            return; // what is being typed stays
        }
        if (!same && area.isFocused()) {
            keep();
        }
        traceId = open.id();
        step = now;
        ReviewRow row = now < 0 ? null : open.rows().get(now);
        area.setText(row == null || row.decision() == null ? "" : row.decision().comment());
        area.setDisable(row == null);
    }

    void type() {
        area.requestFocus();
        area.end();
    }

    boolean typing() {
        return area.isFocused();
    }
}
