package org.stepwright.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import org.stepwright.settings.SettingsStore;
import org.stepwright.ui.kit.KeyAction.Scope;

/**
 * The keys of labelling as this user set them, and the caps that show them. Settings and the Label
 * screen each have one; {@link #refresh()} takes over what another one kept. Confined to the UI
 * thread.
 */
public final class ActionKeys {
    /** The name under which changes are remembered in the settings. */
    public static final String REMEMBERED = "keys.label";

    private final SettingsStore settings;
    private final ObjectProperty<KeyMap> map = new SimpleObjectProperty<>();
    private String read;

    /**
     * @param settings where changes are remembered
     */
    public ActionKeys(SettingsStore settings) {
        this.settings = settings;
        refresh();
    }

    /** Takes over what the settings say now. */
    public void refresh() {
        String now = settings.current().remembered().getOrDefault(REMEMBERED, "");
        if (!now.equals(read)) {
            read = now;
            map.set(KeyMap.of(KeyDefaults.label(), now));
        }
    }

    /**
     * Keeps other keys.
     *
     * @param next the keys from now on
     * @throws org.stepwright.work.WorkFailed when the settings cannot be written; the keys are as
     *     they were then
     */
    public void keep(KeyMap next) {
        String text = next.text();
        settings.update(s -> s.withRemembered(REMEMBERED, text.isEmpty() ? null : text));
        refresh();
    }

    /**
     * @return the keys; changes when the user changes them
     */
    public ObjectProperty<KeyMap> map() {
        return map;
    }

    /**
     * @param event a key that was pressed
     * @param scope where
     * @return what it does there, or null
     */
    public String action(KeyEvent event, Scope scope) {
        return map.get().action(event, scope);
    }

    /**
     * @param action an action
     * @return its first key as printed on keys; empty when it has none
     */
    public String capOf(String action) {
        return map.get().capOf(action);
    }

    /**
     * @param action an action
     * @return a cap with its first key, which follows when the user changes it; without a key it
     *     takes no room
     */
    public Label cap(String action) {
        Label cap = Kit.keyCap("");
        ChangeListener<KeyMap> follow = (o, was, is) -> show(cap, is.capOf(action));
        // The cap keeps its listener alive, and nothing keeps the cap.
        cap.getProperties().put(ActionKeys.class, follow);
        map.addListener(new WeakChangeListener<>(follow));
        show(cap, capOf(action));
        return cap;
    }

    private static void show(Label cap, String keys) {
        cap.setText(keys);
        cap.setManaged(!keys.isEmpty());
        cap.setVisible(!keys.isEmpty());
    }

    /**
     * @param words the name of an action in the user's language
     * @return the lines of the overlay of keys, without actions that have none
     */
    public List<KeyHint> hints(java.util.function.UnaryOperator<String> words) {
        List<KeyHint> hints = new ArrayList<>();
        for (KeyAction action : map.get().actions()) {
            String caps = map.get().capsOf(action.name());
            if (!caps.isEmpty() && action.scope() == Scope.LABEL) {
                hints.add(new KeyHint(caps, words.apply(action.name())));
            }
        }
        return hints;
    }

    /**
     * @param words the name of an action in the user's language
     * @param act does an action
     * @return a command for each action of labelling, with its keys
     */
    public List<Command> commands(
            java.util.function.UnaryOperator<String> words, Consumer<String> act) {
        return map.get().actions().stream()
                .filter(a -> a.scope() == Scope.LABEL)
                .map(
                        a ->
                                new Command(
                                        words.apply(a.name()),
                                        map.get().capsOf(a.name()),
                                        () -> act.accept(a.name())))
                .toList();
    }
}
