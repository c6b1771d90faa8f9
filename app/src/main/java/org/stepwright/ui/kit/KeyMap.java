package org.stepwright.ui.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.stepwright.ui.kit.KeyAction.Scope;

/**
 * Which keys do what. Immutable. What the user changed is kept as one line of text, {@code
 * wrong=DIGIT4,F1;split=}: an action that is not named there has its first keys, one without keys
 * has none.
 */
public final class KeyMap {
    private static final int LONGEST = 20_000;

    private final List<KeyAction> defaults;
    private final Map<String, List<KeyPress>> changed;
    private final Map<String, String> unknown;
    private final Map<String, KeyAction> actions = new LinkedHashMap<>();
    private final Map<Scope, Map<KeyPress, String>> byKey = new java.util.EnumMap<>(Scope.class);

    private KeyMap(
            List<KeyAction> defaults,
            Map<String, List<KeyPress>> changed,
            Map<String, String> unknown) {
        this.defaults = List.copyOf(defaults);
        this.changed = changed;
        this.unknown = unknown;
        for (KeyAction action : defaults) {
            KeyAction now = action.on(changed.getOrDefault(action.name(), action.keys()));
            actions.put(now.name(), now);
            Map<KeyPress, String> here =
                    byKey.computeIfAbsent(now.scope(), s -> new LinkedHashMap<>());
            now.keys().forEach(key -> here.putIfAbsent(key, now.name()));
        }
    }

    /**
     * @param defaults the actions with their first keys
     * @param text what the user changed, as {@link #text()} writes it; null or empty for nothing.
     *     What it says of actions that are not known here is kept for the version that knows them;
     *     an entry that cannot be read leaves its action as it was
     * @return the keys
     */
    public static KeyMap of(List<KeyAction> defaults, String text) {
        Map<String, List<KeyPress>> changed = new TreeMap<>();
        Map<String, String> unknown = new TreeMap<>();
        String entries = text == null || text.length() > LONGEST ? "" : text;
        for (String entry : entries.split(";")) {
            int eq = entry.indexOf('=');
            String name = eq < 0 ? "" : entry.substring(0, eq).strip();
            if (!name.isEmpty() && defaults.stream().noneMatch(a -> a.name().equals(name))) {
                unknown.put(name, entry.substring(eq + 1));
            } else if (!name.isEmpty()) {
                read(entry.substring(eq + 1)).ifPresent(keys -> changed.put(name, keys));
            }
        }
        return new KeyMap(defaults, changed, unknown);
    }

    private static Optional<List<KeyPress>> read(String keys) {
        List<KeyPress> read = new ArrayList<>();
        for (String key : keys.isBlank() ? new String[0] : keys.split(",")) {
            Optional<KeyPress> press = KeyPress.parse(key);
            if (press.isEmpty()) {
                return Optional.empty();
            }
            read.add(press.get());
        }
        return Optional.of(read.stream().distinct().toList());
    }

    /**
     * @return what the user changed, for the settings; empty when nothing
     */
    public String text() {
        Map<String, String> entries = new TreeMap<>(unknown);
        changed.forEach(
                (name, keys) ->
                        entries.put(
                                name,
                                keys.stream()
                                        .map(KeyPress::text)
                                        .collect(Collectors.joining(","))));
        return entries.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(";"));
    }

    /**
     * @return the actions with their keys, in the order of the defaults
     */
    public List<KeyAction> actions() {
        return List.copyOf(actions.values());
    }

    /**
     * @param action an action
     * @return its keys, the one for buttons first; empty when it has none or is not known
     */
    public List<KeyPress> keys(String action) {
        return actions.containsKey(action) ? actions.get(action).keys() : List.of();
    }

    /**
     * @param event a key that was pressed
     * @param scope where
     * @return what it does there, or null
     */
    public String action(KeyEvent event, Scope scope) {
        return KeyPress.of(event).map(press -> action(press, scope)).orElse(null);
    }

    /**
     * A key with Shift does what the key alone does where nothing is set for it with Shift; only
     * {@code /} with Shift is another sign.
     *
     * @param press a key
     * @param scope where
     * @return what it does there, or null
     */
    public String action(KeyPress press, Scope scope) {
        String exact = find(press, scope);
        boolean relax = exact == null && press.shift() && press.code() != KeyCode.SLASH;
        return relax ? find(press.unshifted(), scope) : exact;
    }

    private String find(KeyPress press, Scope scope) {
        String here = byKey.getOrDefault(scope, Map.of()).get(press);
        return here != null || scope == Scope.LABEL
                ? here
                : byKey.getOrDefault(Scope.LABEL, Map.of()).get(press);
    }

    /**
     * @param action an action
     * @return its first key as printed on keys, parts separated by spaces; empty when it has none
     */
    public String capOf(String action) {
        List<KeyPress> keys = keys(action);
        return keys.isEmpty() ? "" : keys.get(0).caps();
    }

    /**
     * @param action an action
     * @return its keys as printed, for a list of keys: the first two when they are single keys,
     *     else the first; empty when it has none
     */
    public String capsOf(String action) {
        List<KeyPress> keys = keys(action);
        boolean two =
                keys.size() > 1
                        && !keys.get(0).caps().contains(" ")
                        && !keys.get(1).caps().contains(" ");
        return two ? keys.get(0).caps() + " " + keys.get(1).caps() : capOf(action);
    }

    /**
     * @param action a known action
     * @param keys its keys from now on, maybe none
     * @return the changed keys; others keep theirs, also those that are now in conflict
     */
    public KeyMap with(String action, List<KeyPress> keys) {
        KeyAction known = known(action);
        Map<String, List<KeyPress>> next = new TreeMap<>(changed);
        if (keys.equals(known.keys())) {
            next.remove(action);
        } else {
            next.put(action, keys.stream().distinct().toList());
        }
        return new KeyMap(defaults, next, unknown);
    }

    /**
     * @param action a known action
     * @param key taken away from it, if it has it
     * @return the changed keys
     */
    public KeyMap without(String action, KeyPress key) {
        return with(action, keys(action).stream().filter(k -> !k.equals(key)).toList());
    }

    /**
     * @param action a known action
     * @return the keys with those of this action as they were first
     */
    public KeyMap reset(String action) {
        return with(action, known(action).keys());
    }

    /**
     * @return the keys as they were first
     */
    public KeyMap resetAll() {
        return new KeyMap(defaults, Map.of(), unknown);
    }

    /**
     * @param action a known action
     * @return whether its keys are not the first ones
     */
    public boolean changed(String action) {
        return changed.containsKey(action);
    }

    private KeyAction known(String action) {
        return defaults.stream()
                .filter(a -> a.name().equals(action))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(action));
    }

    /**
     * @param action a known action
     * @param key a key that it might get
     * @return what else the key does in the same scope or, before any screen, in the window
     */
    public Optional<KeyConflict> conflict(String action, KeyPress key) {
        String shell = KeyDefaults.shell().get(key);
        if (shell != null) {
            return Optional.of(new KeyConflict(key, action, shell, true));
        }
        Scope scope = known(action).scope();
        return actions.values().stream()
                .filter(a -> a.scope() == scope && !a.name().equals(action))
                .filter(a -> a.keys().contains(key))
                .findFirst()
                .map(a -> new KeyConflict(key, action, a.name(), false));
    }

    /**
     * @return every key that should do two things, once for each action that has it
     */
    public List<KeyConflict> conflicts() {
        return actions.values().stream()
                .flatMap(a -> a.keys().stream().flatMap(k -> conflict(a.name(), k).stream()))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyMap map && map.actions().equals(actions());
    }

    @Override
    public int hashCode() {
        return actions.hashCode();
    }
}
