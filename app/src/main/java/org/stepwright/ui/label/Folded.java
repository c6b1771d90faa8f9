package org.stepwright.ui.label;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.prose.Prose;

/**
 * Long text that shows its beginning until it is asked for the rest. A very long one opens by
 * pieces, so that no text holds the window up.
 */
public final class Folded extends VBox {
    private static final int PIECE = Prose.LONGEST / 2;

    private final String text;
    private final String shortened;
    private final Function<String, Node> draw;
    private final Button toggle = new Button();
    private final Button more = new Button();
    private Label cap = Kit.keyCap("");
    private final Messages texts;
    private final VBox pieces = new VBox(2);
    private boolean open;
    private int shown;

    /**
     * @param text the whole text
     * @param chars so many characters are always shown
     * @param lines so many lines are always shown
     * @param draw draws a text
     * @param texts has {@code fold} and {@code unfold}
     */
    public Folded(String text, int chars, int lines, Function<String, Node> draw, Messages texts) {
        this(text, Cut.shown(text, chars, lines), draw, texts);
    }

    private Folded(String text, String shortened, Function<String, Node> draw, Messages texts) {
        super(4);
        this.text = text;
        this.draw = draw;
        this.texts = texts;
        this.shortened = shortened;
        style(toggle, this::toggle);
        toggle.setGraphic(cap);
        key(false);
        style(more, this::more);
        Kit.show(toggle, folds());
        Kit.show(more, false);
        getChildren().setAll(pieces, more, toggle);
        show();
    }

    private static void style(Button button, Runnable action) {
        button.getStyleClass().setAll("button", "fold-toggle");
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setFocusTraversable(false);
        button.setOnAction(e -> action.run());
    }

    /**
     * Folds the middle away: a long problem opens with what holds for many and ends with what is
     * asked.
     *
     * @param text the whole text
     * @param chars so many characters are always shown
     * @param lines so many lines are always shown
     * @param draw draws a text
     * @param texts has {@code fold} and {@code unfold}
     * @return the folded text
     */
    public static Folded middle(
            String text, int chars, int lines, Function<String, Node> draw, Messages texts) {
        String head = Cut.head(text, chars, lines);
        if (head.length() == text.length()) {
            return new Folded(text, head, draw, texts);
        }
        String half = Cut.head(text, chars / 2, lines / 2);
        String tail = Cut.tail(text, chars / 2, lines / 2);
        return new Folded(text, half + " …\n\n… " + tail, draw, texts);
    }

    boolean folds() {
        return !shortened.equals(text);
    }

    boolean open() {
        return open;
    }

    /** Whether the key works here now, so that it is worth telling. */
    void key(boolean works) {
        Kit.show(cap, works && !cap.getText().isEmpty());
    }

    /** Tells the key that unfolds. */
    void cap(Label key) {
        cap = key;
        toggle.setGraphic(cap);
        key(false);
    }

    /** Shows the rest, or only the beginning again. */
    public void toggle() {
        if (folds()) {
            open = !open;
            show();
        }
    }

    private void show() {
        toggle.setText(open ? texts.text("fold") : texts.text("unfold", text.length()));
        pieces.getChildren().clear();
        shown = 0;
        if (open) {
            more();
        } else {
            pieces.getChildren().add(draw.apply(shortened));
            Kit.show(more, false);
        }
    }

    private void more() {
        String rest = text.substring(shown);
        String piece = Cut.head(rest, PIECE, Integer.MAX_VALUE);
        shown += piece.length();
        pieces.getChildren().add(draw.apply(piece));
        int left = text.length() - shown;
        more.setText(texts.text("unfold.more", Math.min(left, PIECE), left));
        Kit.show(more, left > 0);
    }
}
