package org.stepwright.ui.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.kit.ScreenFactory.Place;

/** The navigation at the left: one entry a screen, with a count of waiting work. */
final class SideBar extends VBox {
    private record Entry(
            ScreenFactory factory, ToggleButton button, HBox words, Label count, String title) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private final ToggleButton keys;
    private final Messages texts = Messages.of("shell");

    SideBar(List<ScreenFactory> factories, Consumer<String> go, Runnable keys) {
        getStyleClass().add("side-bar");
        setId("navigation");
        factories.stream().filter(f -> f.place() == Place.MAIN).forEach(f -> add(f, go));
        getChildren().add(Kit.spacer());
        factories.stream().filter(f -> f.place() == Place.BOTTOM).forEach(f -> add(f, go));
        this.keys = keysEntry(keys);
        getChildren().add(this.keys);
        workspaceOpen(false);
    }

    private void add(ScreenFactory factory, Consumer<String> go) {
        String title = Messages.of(factory.id()).text("title");
        Label count = new Label();
        count.getStyleClass().add("nav-count");
        HBox words = Kit.row(new Label(title), Kit.spacer(), count);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = Kit.row(Kit.icon(factory.icon()), words);
        line.setAlignment(Pos.CENTER);
        HBox.setHgrow(line, Priority.ALWAYS);
        ToggleButton button = new ToggleButton(null, line);
        line.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.getStyleClass().add("nav-entry");
        button.setId("nav-" + factory.id());
        button.setAccessibleText(title);
        button.setToggleGroup(group);
        button.setTooltip(new Tooltip(title + "   Ctrl " + (entries.size() + 1)));
        button.setOnAction(
                e -> {
                    button.setSelected(true); // a second click must not leave nothing chosen
                    go.accept(factory.id());
                });
        entries.put(factory.id(), new Entry(factory, button, words, count, title));
        getChildren().add(button);
    }

    private ToggleButton keysEntry(Runnable toggle) {
        ToggleButton button = new ToggleButton(texts.text("keys"), Kit.icon(Feather.HELP_CIRCLE));
        button.getStyleClass().add("nav-entry");
        button.setId("nav-keys");
        button.setAccessibleText(texts.text("keys"));
        button.setOnAction(
                e -> {
                    button.setSelected(false);
                    toggle.run();
                });
        return button;
    }

    /** Shows signs only, or signs and names. */
    void narrow(boolean is) {
        getStyleClass().remove("narrow");
        if (is) {
            getStyleClass().add("narrow");
        }
        entries.values().forEach(e -> Kit.show(e.words(), !is));
        keys.setText(is ? "" : texts.text("keys"));
    }

    void select(String id) {
        Entry entry = entries.get(id);
        if (entry != null) {
            entry.button().setSelected(true);
        }
    }

    void workspaceOpen(boolean open) {
        for (Entry entry : entries.values()) {
            Kit.show(entry.button(), open || !entry.factory().needsWorkspace());
            if (!open) {
                entry.count().setText("");
            }
        }
    }

    void count(String id, long waiting) {
        Entry entry = entries.get(id);
        if (entry != null) {
            entry.count().setText(waiting > 0 ? texts.text("count", waiting) : "");
            entry.button()
                    .setAccessibleText(
                            waiting > 0
                                    ? texts.text("waiting", entry.title(), waiting)
                                    : entry.title());
        }
    }

    /**
     * @return ids of the screens that can be shown now, in order
     */
    List<String> reachable() {
        return entries.values().stream()
                .filter(e -> e.button().isManaged())
                .map(e -> e.factory().id())
                .toList();
    }
}
