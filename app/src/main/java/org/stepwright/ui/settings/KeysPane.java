package org.stepwright.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.ActionKeys;
import org.stepwright.ui.kit.KeyAction;
import org.stepwright.ui.kit.KeyConflict;
import org.stepwright.ui.kit.KeyMap;
import org.stepwright.ui.kit.KeyPress;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Overlay;
import org.stepwright.ui.kit.Reveal;
import org.stepwright.ui.kit.Tone;

/** The keys of labelling: which they are, and other ones in their place. By keys alone, too. */
final class KeysPane extends VBox {
    private static final double LIST_HEIGHT = 330;

    private final ActionKeys keys;
    private final Consumer<Runnable> keeper;
    private final Overlay overlay;
    private final Messages texts = Messages.of("keys");
    private final KeyCapture capture;
    private final VBox conflicts = new VBox();
    private final TextField search = new TextField();
    private final ObservableList<KeyAction> shown = FXCollections.observableArrayList();
    private final ListView<KeyAction> list = new ListView<>(shown);

    /**
     * @param keys the keys
     * @param overlay asks for a key
     * @param keeper runs a change of the settings and says it when it fails
     */
    KeysPane(ActionKeys keys, Overlay overlay, Consumer<Runnable> keeper) {
        this.keys = keys;
        this.overlay = overlay;
        this.keeper = keeper;
        capture = new KeyCapture(overlay, texts);
        search.setId("keys-search");
        search.setPromptText(texts.text("search.prompt"));
        search.setAccessibleText(texts.text("search.prompt"));
        search.setMaxWidth(320);
        search.textProperty().addListener((o, was, is) -> fill());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchPressed);
        list.setId("keys-list");
        list.setAccessibleText(texts.text("list.says"));
        list.setPlaceholder(Kit.muted(texts.text("list.none")));
        list.setPrefHeight(LIST_HEIGHT);
        list.setMinHeight(LIST_HEIGHT);
        list.setCellFactory(view -> new KeyCell(view, keys, shown, texts));
        list.setOnKeyPressed(this::listPressed);
        for (var part : List.of(search, list)) {
            part.focusedProperty()
                    .addListener(
                            (o, was, is) -> {
                                if (is) {
                                    Reveal.later(this);
                                }
                            });
        }
        conflicts.setId("keys-conflicts");
        keys.map().addListener((o, was, is) -> fill());
        getChildren()
                .add(
                        Kit.card(
                                texts.text("pane"),
                                Kit.muted(texts.text("pane.text")),
                                conflicts,
                                search,
                                list,
                                Kit.row(
                                        button("change", () -> ask(false)),
                                        button("add", () -> ask(true)),
                                        button("take.away", this::none),
                                        button("reset", this::reset),
                                        Kit.spacer(),
                                        button("reset.all", this::resetAll)),
                                Kit.muted(texts.text("list.help"))));
        fill();
    }

    private Button button(String name, Runnable action) {
        Button button = Kit.button(texts.text(name), action);
        button.setId("keys-" + name.replace('.', '-'));
        return button;
    }

    /** Shows what the settings say. */
    void load() {
        keys.refresh();
        fill();
    }

    private void fill() {
        KeyAction selected = list.getSelectionModel().getSelectedItem();
        KeyMap map = keys.map().get();
        String wanted = search.getText().strip();
        shown.setAll(map.actions().stream().filter(a -> matches(a, wanted)).toList());
        int row = 0;
        for (int i = 0; i < shown.size(); i++) {
            if (selected != null && shown.get(i).name().equals(selected.name())) {
                row = i;
            }
        }
        list.getSelectionModel().select(row);
        showConflicts(map.conflicts());
    }

    /** By words of the action or by a key as it is printed, whatever the case. */
    private boolean matches(KeyAction action, String wanted) {
        String low = wanted.toLowerCase(Locale.ROOT);
        String words =
                texts.text("do." + action.name()) + " " + texts.text("group." + action.group());
        return words.toLowerCase(Locale.ROOT).contains(low)
                || action.keys().stream().anyMatch(k -> k.caps().equalsIgnoreCase(wanted));
    }

    private void showConflicts(List<KeyConflict> all) {
        List<String> lines = new ArrayList<>();
        List<KeyPress> said = new ArrayList<>();
        for (KeyConflict conflict : all) {
            if (conflict.shell()) {
                lines.add(
                        texts.text(
                                "conflict.shell",
                                conflict.key().caps(),
                                words(conflict.action()),
                                texts.text("shell." + conflict.other())));
            } else if (!said.contains(conflict.key())) {
                said.add(conflict.key());
                lines.add(
                        texts.text(
                                "conflict",
                                conflict.key().caps(),
                                words(conflict.action()),
                                words(conflict.other())));
            }
        }
        conflicts.getChildren().clear();
        if (!lines.isEmpty()) {
            String sentence =
                    "✗ "
                            + texts.text("conflicts", lines.size())
                            + "\n"
                            + String.join(".\n", lines)
                            + ".";
            conflicts.getChildren().add(Kit.banner(Tone.WARNING, sentence));
        }
        Kit.show(conflicts, !lines.isEmpty());
    }

    private String words(String action) {
        return texts.text("do." + action);
    }

    private void searchPressed(KeyEvent event) {
        boolean down = event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER;
        if (down && !shown.isEmpty()) {
            list.requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        }
    }

    private void listPressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> ask(false);
            case INSERT, PLUS, ADD -> ask(true);
            case DELETE, BACK_SPACE -> none();
            case SLASH, DIVIDE -> search.requestFocus();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void ask(boolean more) {
        KeyAction action = list.getSelectionModel().getSelectedItem();
        if (action != null) {
            capture.ask(action, more, keys.map().get(), this::keep);
        }
    }

    private void none() {
        changeSelected(name -> keys.map().get().with(name, List.of()));
    }

    private void reset() {
        changeSelected(name -> keys.map().get().reset(name));
    }

    private void changeSelected(java.util.function.Function<String, KeyMap> change) {
        KeyAction action = list.getSelectionModel().getSelectedItem();
        if (action != null) {
            keep(map -> change.apply(action.name()));
        }
    }

    private void resetAll() {
        overlay.ask(
                texts.text("reset.all.title"),
                texts.text("reset.all.text"),
                texts.text("reset.all"),
                () -> keep(KeyMap::resetAll));
    }

    private void keep(UnaryOperator<KeyMap> change) {
        keeper.accept(() -> keys.keep(change.apply(keys.map().get())));
    }
}
