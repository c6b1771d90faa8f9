package org.stepwright.ui.shell;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Overlay;

/** The one card above the content, on a scrim. */
final class OverlayLayer extends StackPane implements Overlay {
    private static final double WIDTH = 520;

    private Node focusBefore;

    OverlayLayer() {
        getStyleClass().add("scrim");
        setId("overlay");
        Kit.show(this, false);
        setOnMousePressed(
                e -> {
                    if (e.getTarget() == this) {
                        close();
                    }
                });
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    @Override
    public void show(String title, Node content, Button... buttons) {
        HBox actions = Kit.row(buttons);
        actions.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(Kit.title(title), content);
        if (buttons.length > 0) {
            buttons[0].setDefaultButton(false);
            card.getChildren().add(actions);
        }
        card.getStyleClass().add("overlay-card");
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        card.setPrefWidth(WIDTH);
        if (!isOpen()) {
            focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        }
        getChildren().setAll(card);
        Kit.show(this, true);
        Node first = firstField(content);
        Node focus = first != null || buttons.length == 0 ? first : buttons[0];
        if (focus != null) {
            // Only a node that is laid out takes the focus.
            Platform.runLater(focus::requestFocus);
        }
    }

    @Override
    public void close() {
        if (!isOpen()) {
            return;
        }
        Kit.show(this, false);
        getChildren().clear();
        if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
    }

    @Override
    public boolean isOpen() {
        return isVisible();
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField) {
            lookupAll(".overlay-card > HBox > .button").stream()
                    .findFirst()
                    .ifPresent(b -> ((Button) b).fire());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof Button b) {
            b.fire();
            event.consume();
        }
    }

    private static Node firstField(Node node) {
        if (node.isFocusTraversable() && node.isVisible() && !node.isDisabled()) {
            return node;
        }
        if (node instanceof javafx.scene.Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = firstField(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
