package org.stepwright.ui.label.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.KeyPress;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Sheets;

/**
 * Kinds of error, each on a digit or a letter; pressed once it is there, pressed again it is gone.
 * A kind that is not listed is typed.
 */
public final class KindForm extends VBox {
    /** One key a kind; none of those that the form needs itself. */
    private static final String KEYS = "123456789abcdefghijklmnopqrstuvwxyz";

    private final List<String> names;
    private final Set<String> chosen;
    private final Consumer<String> toggle;
    private final Runnable done;
    private final Messages texts;
    private final VBox list = new VBox(2);
    private final TextField own = new TextField();

    /**
     * @param names the kinds on offer, in order
     * @param chosen those that are there already; others than those on offer are added to them
     * @param texts the texts of these forms
     * @param toggle adds a kind or takes it away
     * @param done called when there is no more to choose
     */
    public KindForm(
            List<String> names,
            List<String> chosen,
            Messages texts,
            Consumer<String> toggle,
            Runnable done) {
        super(10);
        this.names = new ArrayList<>(new LinkedHashSet<>(names));
        this.chosen = new LinkedHashSet<>(chosen);
        this.texts = texts;
        this.toggle = toggle;
        this.done = done;
        chosen.stream().filter(k -> !this.names.contains(k)).forEach(this.names::add);
        Sheets.add(this, "label-edit");
        list.setId("kinds-list");
        list.getStyleClass().add("edit-kinds");
        list.setFocusTraversable(true);
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        list.setOnKeyPressed(this::pressed);
        own.setId("kinds-own");
        own.addEventFilter(KeyEvent.KEY_PRESSED, this::ownPressed);
        getChildren()
                .addAll(
                        Kit.muted(texts.text("kinds.keys")),
                        list,
                        Kit.field(texts.text("kinds.own"), own));
        draw();
    }

    private void draw() {
        list.getChildren().clear();
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String kind = names.get(i);
            boolean on = chosen.contains(kind);
            ToggleButton chip = Kit.chip(kind);
            chip.getStyleClass().add("tone-danger");
            chip.setSelected(on);
            chip.setFocusTraversable(false);
            chip.setOnAction(e -> choose(kind));
            String key = i < KEYS.length() ? KEYS.substring(i, i + 1) : "";
            HBox row = Kit.row(Kit.keyCap(key.toUpperCase(java.util.Locale.ROOT)), chip);
            list.getChildren().add(row);
            heard.add(texts.text(on ? "kinds.on" : "kinds.off", key, kind));
        }
        if (names.isEmpty()) {
            list.getChildren().add(Kit.muted(texts.text("kinds.none")));
        }
        list.setAccessibleText(String.join(" ", heard));
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            event.consume();
            done.run();
            return;
        }
        if (event.getCode() == KeyCode.SLASH || event.getCode() == KeyCode.PLUS) {
            event.consume();
            Platform.runLater(own::requestFocus); // the sign itself is not for the field
            return;
        }
        int position =
                KeyPress.of(event)
                        .filter(k -> !k.ctrl())
                        .map(k -> KEYS.indexOf(sign(k)))
                        .orElse(-1);
        if (position >= 0 && position < names.size()) {
            event.consume();
            choose(names.get(position));
        }
    }

    /** The sign of a digit or a letter key, which the code names in any language. */
    private static String sign(KeyPress key) {
        boolean plain = key.code().isDigitKey() || key.code().isLetterKey();
        return plain ? key.caps().replace("Shift ", "").toLowerCase(java.util.Locale.ROOT) : "\n";
    }

    private void ownPressed(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER || event.isShortcutDown()) {
            return;
        }
        event.consume();
        String kind = own.getText().replaceAll("\\s+", " ").strip();
        own.clear();
        if (kind.isEmpty()) {
            done.run();
            return;
        }
        if (!names.contains(kind)) {
            names.add(kind);
        }
        if (!chosen.contains(kind)) {
            choose(kind);
        }
        list.requestFocus();
    }

    private void choose(String kind) {
        if (!chosen.remove(kind)) {
            chosen.add(kind);
        }
        toggle.accept(kind);
        draw();
    }

    /** Takes what was typed and not yet confirmed. */
    public void keep() {
        String kind = own.getText().replaceAll("\\s+", " ").strip();
        if (!kind.isEmpty() && !chosen.contains(kind)) {
            choose(kind);
        }
    }
}
