package org.stepwright.ui.label;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** Long text that shows its beginning until it is asked for the rest. */
public final class Folded extends VBox {
    private final String text;
    private final String shortened;
    private final Function<String, Node> draw;
    private final Hyperlink toggle = new Hyperlink();
    private final Messages texts;
    private boolean open;

    /**
     * @param text the whole text
     * @param chars so many characters are always shown
     * @param lines so many lines are always shown
     * @param draw draws a text
     * @param texts has {@code fold} and {@code unfold}
     */
    public Folded(String text, int chars, int lines, Function<String, Node> draw, Messages texts) {
        this(text, ended(text, head(text, chars, lines)), draw, texts);
    }

    private Folded(String text, String shortened, Function<String, Node> draw, Messages texts) {
        super(2);
        this.text = text;
        this.draw = draw;
        this.texts = texts;
        this.shortened = shortened;
        toggle.getStyleClass().add("fold-toggle");
        toggle.setFocusTraversable(false);
        toggle.setOnAction(e -> toggle());
        Kit.show(toggle, folds());
        show();
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
        String head = head(text, chars, lines);
        if (head.length() == text.length()) {
            return new Folded(text, head, draw, texts);
        }
        String half = head(text, chars / 2, lines / 2);
        String reversed = new StringBuilder(text.strip()).reverse().toString();
        String tail = new StringBuilder(head(reversed, chars / 2, lines / 2)).reverse().toString();
        return new Folded(text, half + " …\n\n… " + tail.strip(), draw, texts);
    }

    boolean folds() {
        return !shortened.equals(text);
    }

    /** Shows the rest, or only the beginning again. */
    public void toggle() {
        open = !open;
        show();
    }

    private void show() {
        toggle.setText(open ? texts.text("fold") : texts.text("unfold", text.length()));
        getChildren().setAll(draw.apply(open ? text : shortened), toggle);
    }

    private static String ended(String text, String head) {
        return head.length() == text.length() ? text : head + " …";
    }

    private static String head(String text, int chars, int lines) {
        int end = Math.min(text.length(), chars);
        int seen = 0;
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n' && ++seen == lines) {
                return text.substring(0, i);
            }
        }
        if (end == text.length()) {
            return text;
        }
        int space = text.lastIndexOf(' ', end);
        return text.substring(0, space > chars / 2 ? space : end);
    }
}
