package org.stepwright.ui.rubrics;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/**
 * The right panel: beside the middle while that keeps a readable width, else a drawer over it that
 * begins folded. One switch for both; each remembers its own state.
 */
final class PanelFold {
    private static final double LEAST = 320;
    private static final double MOST = 420;
    private static final double SHARE = 0.24;

    /** Left column, right panel, and a middle in which a form can be read. */
    static final double WIDE = 280 + 320 + 640;

    /**
     * What people left it at.
     *
     * @param beside whether the panel is there in a wide window
     * @param drawer whether it is there in a narrow one
     */
    record State(boolean beside, boolean drawer) {
        static final State FIRST = new State(true, false);

        /** Reads what {@link #toString} wrote; anything else is the first state. */
        static State of(String text) {
            return text.matches("[+-]{2}")
                    ? new State(text.charAt(0) == '+', text.charAt(1) == '+')
                    : FIRST;
        }

        @Override
        public String toString() {
            return (beside ? "+" : "-") + (drawer ? "+" : "-");
        }
    }

    private final BorderPane content;
    private final StackPane middle;
    private final ScrollPane panel;
    private final ToggleButton toggle;
    private final Consumer<State> remember;
    private State state;
    private boolean narrow;

    /**
     * @param content holds the panel at its right
     * @param middle holds it as a drawer
     * @param panel the panel
     * @param toggle shows and hides it
     * @param state how it begins
     * @param remember keeps what people chose
     */
    PanelFold(
            BorderPane content,
            StackPane middle,
            ScrollPane panel,
            ToggleButton toggle,
            State state,
            Consumer<State> remember) {
        this.content = content;
        this.middle = middle;
        this.panel = panel;
        this.toggle = toggle;
        this.state = state;
        this.remember = remember;
        panel.setMaxWidth(ScrollPane.USE_PREF_SIZE);
        StackPane.setAlignment(panel, Pos.CENTER_RIGHT);
        content.widthProperty().addListener((o, before, after) -> arrange());
        toggle.setOnAction(e -> choose(toggle.isSelected()));
        arrange();
    }

    private void choose(boolean shown) {
        state = narrow ? new State(state.beside(), shown) : new State(shown, state.drawer());
        arrange();
        remember.accept(state);
    }

    private void arrange() {
        double width = content.getWidth();
        panel.setPrefWidth(Math.max(LEAST, Math.min(MOST, width * SHARE)));
        narrow = content.getWidth() < WIDE;
        boolean shown = narrow ? state.drawer() : state.beside();
        toggle.setSelected(shown);
        boolean beside = shown && !narrow;
        boolean drawer = shown && narrow;
        if (beside == (content.getRight() == panel)
                && drawer == middle.getChildren().contains(panel)) {
            return;
        }
        content.setRight(null);
        middle.getChildren().remove(panel);
        panel.getStyleClass().remove("drawer");
        if (beside) {
            content.setRight(panel);
        } else if (drawer) {
            panel.getStyleClass().add("drawer");
            middle.getChildren().add(panel);
        }
    }

    void toggle() {
        choose(!toggle.isSelected());
    }

    /** Closes the drawer; false when none is open. */
    boolean close() {
        boolean drawer = narrow && state.drawer();
        if (drawer) {
            choose(false);
        }
        return drawer;
    }

    /** Whether the panel is in sight. */
    boolean isShown() {
        return narrow ? state.drawer() : state.beside();
    }
}
