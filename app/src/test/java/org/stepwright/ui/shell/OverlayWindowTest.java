package org.stepwright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.ui.TestWindow;

class OverlayWindowTest {
    @TempDir Path folder;
    private TestWindow window;
    private OverlayLayer overlay;

    @BeforeEach
    void open() {
        window = TestWindow.open(folder, null, "light", 1280, 800);
        window.fx(
                () -> {
                    overlay = new OverlayLayer();
                    Button behind = new Button("behind");
                    Stage stage = window.stage();
                    stage.setScene(new Scene(new StackPane(behind, overlay)));
                    behind.requestFocus();
                    return null;
                });
    }

    @AfterEach
    void close() {
        window.close();
    }

    private boolean focused(String id) {
        return window.node(id) != null && window.node(id).isFocused();
    }

    @Test
    void withNothingToPressTheCardHasTheKeyboardAndGivesItBack() {
        Node behind = window.fx(() -> window.stage().getScene().getFocusOwner());
        window.fx(
                () -> {
                    overlay.show("Keys", new Label("words"));
                    return null;
                });
        window.until("what is behind hears nothing", () -> !behind.isFocused());
        window.keys(KeyCode.ESCAPE);
        window.until("it has the keyboard again", behind::isFocused);
    }

    @Test
    void aFieldCanBeTypedIntoFromTheMomentThatItHasTheKeyboard() {
        AtomicBoolean styled = new AtomicBoolean();
        window.fx(
                () -> {
                    TextField field = new TextField();
                    field.setId("field");
                    // What takes letters comes with the skin.
                    field.focusedProperty()
                            .addListener((o, was, is) -> styled.set(field.getSkin() != null));
                    overlay.show("Why?", field, new Button("Go"));
                    return null;
                });
        window.until("the field has the focus", () -> focused("field"));
        assertThat(styled).isTrue();
    }

    @Test
    void controlEnterGoesOnFromAChoiceButDestroysNothing() {
        AtomicBoolean done = new AtomicBoolean();
        window.fx(
                () -> {
                    ToggleButton choice = new ToggleButton("one of two");
                    choice.setId("choice");
                    Button go = new Button("Go");
                    go.setOnAction(e -> done.set(true));
                    overlay.show("How?", choice, go);
                    return null;
                });
        window.until("the choice has the focus", () -> focused("choice"));
        window.keys(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("it went on", done::get);

        done.set(false);
        window.fx(
                () -> {
                    overlay.ask("Delete it?", "It is gone then.", "Delete", () -> done.set(true));
                    return null;
                });
        window.until("the safe answer has the focus", () -> focused("overlay-no"));
        window.keys(KeyCode.CONTROL, KeyCode.ENTER);
        window.fx(() -> null);
        assertThat(done).isFalse();
    }

    @Test
    void aQuestionBeginsOnTheAnswerThatDoesNothing() {
        AtomicBoolean done = new AtomicBoolean();
        window.fx(
                () -> {
                    overlay.ask("Delete it?", "It is gone then.", "Delete", () -> done.set(true));
                    return null;
                });
        window.until("the safe answer has the focus", () -> focused("overlay-no"));
        window.keys(KeyCode.ENTER);
        window.until("it is closed", () -> !overlay.isOpen());
        assertThat(done).isFalse();
    }

    @Test
    void tabStaysOnTheCard() {
        window.fx(
                () -> {
                    TextField field = new TextField();
                    field.setId("field");
                    Button ok = new Button("OK");
                    ok.setId("ok");
                    overlay.show("Name", field, ok);
                    return null;
                });
        window.until("the field has the focus", () -> focused("field"));
        window.keys(KeyCode.TAB);
        window.until("the button has it", () -> focused("ok"));
        window.keys(KeyCode.TAB);
        window.until("the field has it again", () -> focused("field"));
        window.keys(KeyCode.SHIFT, KeyCode.TAB);
        window.until("the button has it again", () -> focused("ok"));
    }
}
