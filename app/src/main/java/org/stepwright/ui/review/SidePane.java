package org.stepwright.ui.review;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** What stands at the right: why a step is decided so, what is known of it, the discussion. */
final class SidePane extends VBox {
    private static final double WIDTH = 308;

    private final CommentField comment;
    private final DiscussionPane discussion;

    SidePane(
            ReviewViewModel model,
            DiscussionViewModel talk,
            Study<Known> known,
            Messages texts,
            Runnable left) {
        comment = new CommentField(model, texts, left);
        discussion = new DiscussionPane(talk, model, texts, left);
        VBox content = new VBox(18, new KnownPane(model, known, texts), comment, discussion);
        content.getStyleClass().add("rubric-content");
        ScrollPane scroll = Kit.scroll(content);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        getStyleClass().add("rubric-pane");
        setId("review-side");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
    }

    DiscussionPane discussion() {
        return discussion;
    }

    CommentField comment() {
        return comment;
    }
}
