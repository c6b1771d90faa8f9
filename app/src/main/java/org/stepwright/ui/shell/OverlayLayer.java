package org.stepwright.ui.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
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

    /** For content with the style class {@code wide-card}. */
    private static final double WIDE = 860;

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
        addEventFilter(KeyEvent.KEY_PRESSED, this::tabPressed);
        addEventFilter(KeyEvent.KEY_PRESSED, this::goPressed);
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
        double width = content.getStyleClass().contains("wide-card") ? WIDE : WIDTH;
        card.setMaxSize(width, Region.USE_PREF_SIZE);
        card.setPrefWidth(width);
        if (!isOpen()) {
            focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        }
        getChildren().setAll(card);
        Kit.show(this, true);
        List<Node> fields = stops(content);
        Node stop = fields.isEmpty() ? safest(buttons) : fields.get(0);
        // With nothing to press the card has the keyboard, or letters went into what is behind.
        Node focus = stop == null ? this : stop;
        // Only a node that is laid out takes the focus.
        Platform.runLater(
                () -> {
                    // A field has no skin before it is styled, and without one loses what is typed.
                    applyCss();
                    layout();
                    focus.requestFocus();
                });
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
            first().ifPresent(Button::fire);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof Button b) {
            b.fire();
            event.consume();
        }
    }

    /**
     * Ctrl Enter goes on from anywhere: a choice wants Enter itself. Never to destroy something.
     */
    private void goPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            first().filter(b -> !b.getStyleClass().contains("danger")).ifPresent(Button::fire);
            event.consume();
        }
    }

    private Optional<Button> first() {
        return lookupAll(".overlay-card > HBox > .button").stream()
                .map(Button.class::cast)
                .findFirst();
    }

    /** The first button that destroys nothing, so that Enter in haste does no harm. */
    private static Button safest(Button... buttons) {
        return Arrays.stream(buttons)
                .filter(b -> !b.getStyleClass().contains("danger"))
                .findFirst()
                .orElse(buttons.length == 0 ? null : buttons[0]);
    }

    /** Keeps the keyboard on the card: behind it nothing can be seen to have it. */
    private void tabPressed(KeyEvent event) {
        boolean writesTab = event.getTarget() instanceof TextArea && !event.isControlDown();
        if (event.getCode() != KeyCode.TAB || writesTab) {
            return;
        }
        List<Node> stops = stops(this);
        if (!stops.isEmpty()) {
            int now = stops.indexOf(getScene().getFocusOwner());
            int next = event.isShiftDown() ? (now < 0 ? stops.size() : now) - 1 : now + 1;
            stops.get(Math.floorMod(next, stops.size())).requestFocus();
        }
        event.consume();
    }

    /** What can take the keyboard, in order. */
    private static List<Node> stops(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return List.of();
        }
        if (node.isFocusTraversable()) {
            return List.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(n -> stops(n).stream()).toList()
                : List.of();
    }
}
