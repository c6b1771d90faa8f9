package org.stepwright.ui.review;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** What stands at the right: why a step is decided so, what is known of it, the discussion. */
final class SidePane extends VBox {
    private static final double WIDTH = 308;

    private final CommentField comment;

    SidePane(ReviewViewModel model, Messages texts, Runnable left) {
        comment = new CommentField(model, texts, left);
        VBox content = new VBox(16, comment);
        content.getStyleClass().add("rubric-content");
        ScrollPane scroll = Kit.scroll(content);
        VBox.setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
        getChildren().add(scroll);
        getStyleClass().add("rubric-pane");
        setId("review-side");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
    }

    CommentField comment() {
        return comment;
    }
}
