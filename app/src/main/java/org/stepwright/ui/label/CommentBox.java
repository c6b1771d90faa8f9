package org.stepwright.ui.label;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.stepwright.label.StepLabel;
import org.stepwright.ui.kit.ActionKeys;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/**
 * The comment of the current step. It remembers which step of which trace its text is for, as that
 * may be left while somebody types.
 */
final class CommentBox extends VBox {
    /** A step of a trace. */
    private record Target(String traceId, int step) {}

    private final TraceSession session;
    private final LabelActions actions;
    private final Runnable left;
    private final TextArea comment = new TextArea();
    private Target target;
    private String said = "";

    /**
     * @param left called when commenting by keys is over
     */
    CommentBox(
            TraceSession session,
            LabelActions actions,
            Messages texts,
            ActionKeys keys,
            Runnable left) {
        super(10);
        this.session = session;
        this.actions = actions;
        this.left = left;
        comment.setId("label-comment");
        comment.setPrefRowCount(3);
        comment.setWrapText(true);
        comment.setPromptText(texts.text("comment.prompt"));
        comment.setAccessibleText(texts.text("comment"));
        comment.focusedProperty()
                .addListener(
                        (o, was, is) -> {
                            if (!is) {
                                keep();
                            }
                        });
        comment.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        Label name = Kit.heading(texts.text("comment"));
        name.setLabelFor(comment);
        getChildren().addAll(Kit.row(name, keys.cap("comment")), comment);
        Kit.show(this, false);
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

    /** Saves what stands in the box, if it is another comment. */
    void keep() {
        String text = comment.getText().strip();
        if (target != null && !text.equals(said)) {
            said = text;
            actions.comment(target.traceId(), target.step(), text);
        } else if (target == null && !text.isEmpty()) {
            comment.clear();
            actions.commentNext(text);
        } else if (target == null && !session.loading() && session.current().get() >= 0) {
            // Nothing else was opened after all.
            StepRow row = session.rows().get(session.current().get());
            show(session.trace().get().id(), row);
        }
    }

    /** Another step is about to be shown: what is typed for the one before is for that one. */
    void stepLeft() {
        if (comment.isFocused() && target != null) {
            keep();
        }
    }

    /** Shows the comment of a step; what is being typed for it stays. */
    void show(String traceId, StepRow row) {
        Target next = new Target(traceId, row.index());
        said = comment(row.label());
        if (target == null && comment.isFocused()) {
            String typed = comment.getText();
            comment.setText(said.isEmpty() || typed.isEmpty() ? said + typed : said + " " + typed);
            comment.end();
        } else if (!next.equals(target) || !comment.isFocused()) {
            comment.setText(said);
        }
        target = next;
        Kit.show(this, true);
    }

    private static String comment(StepLabel label) {
        return label == null ? "" : label.comment();
    }

    /** Whether somebody types here. */
    boolean typing() {
        return comment.isFocused();
    }

    /** Takes the keyboard; while a trace is loading for its first step, as all keys then are. */
    void type() {
        if (session.loading() && target != null) {
            keep();
            target = null;
            comment.clear();
        }
        comment.requestFocus();
        comment.end();
    }
}
