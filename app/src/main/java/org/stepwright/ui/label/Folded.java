package org.stepwright.ui.label;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** Long text that shows its beginning until it is asked for the rest. */
final class Folded extends VBox {
    private final String text;
    private final String head;
    private final Function<String, Node> draw;
    private final Hyperlink toggle = new Hyperlink();
    private final Messages texts;
    private boolean open;

    Folded(String text, int chars, int lines, Function<String, Node> draw, Messages texts) {
        super(2);
        this.text = text;
        this.draw = draw;
        this.texts = texts;
        this.head = head(text, chars, lines);
        toggle.getStyleClass().add("fold-toggle");
        toggle.setFocusTraversable(false);
        toggle.setOnAction(e -> toggle());
        Kit.show(toggle, head.length() < text.length());
        show();
    }

    boolean folds() {
        return head.length() < text.length();
    }

    void toggle() {
        open = !open;
        show();
    }

    private void show() {
        toggle.setText(open ? texts.text("fold") : texts.text("unfold", text.length()));
        getChildren().setAll(draw.apply(open || !folds() ? text : head + " …"), toggle);
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
