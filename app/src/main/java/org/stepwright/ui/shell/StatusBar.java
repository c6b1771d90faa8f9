package org.stepwright.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** The strip at the bottom: what the screen has to say, and the way to its keys. */
final class StatusBar extends HBox {
    private final HBox left = Kit.row();
    private final Messages texts = Messages.of("shell");

    StatusBar(Runnable keys) {
        getStyleClass().add("status-bar");
        setId("status-bar");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Button help = Kit.button(texts.text("keys.button"), keys);
        help.setGraphic(Kit.keyCap("?"));
        help.getStyleClass().setAll("button", "status-link");
        help.setFocusTraversable(false);
        getChildren().addAll(left, Kit.spacer(), help);
    }

    void show(Node status) {
        left.getChildren().setAll(status == null ? new Label(texts.text("status.ready")) : status);
    }
}
