package org.stepwright.ui.kit;

import java.util.Objects;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A key with what is held down with it. By the key's code, so that it does not depend on what the
 * keyboard types; keys of the number block count as those above the letters.
 *
 * @param code the key; none of the number block, and no bare modifier
 * @param ctrl with Ctrl (on macOS: Cmd)
 * @param shift with Shift
 */
public record KeyPress(KeyCode code, boolean ctrl, boolean shift) {
    private static final String CTRL = "Ctrl+";
    private static final String SHIFT = "Shift+";

    /** Validates. */
    public KeyPress {
        Objects.requireNonNull(code, "code");
        if (code.isModifierKey() || code == KeyCode.UNDEFINED) {
            throw new IllegalArgumentException("That is not a key: " + code);
        }
        code = plain(code);
    }

    /**
     * @param code a key
     * @return that key alone
     */
    public static KeyPress of(KeyCode code) {
        return new KeyPress(code, false, false);
    }

    /**
     * @param event a key that was pressed
     * @return what was pressed; empty for a bare modifier, an unknown key, and with Alt or another
     *     modifier, with which people type letters
     */
    public static Optional<KeyPress> of(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean foreign =
                event.isAltDown()
                        || event.isMetaDown() && !event.isShortcutDown()
                        || event.isControlDown() && !event.isShortcutDown();
        if (foreign || code.isModifierKey() || code == KeyCode.UNDEFINED) {
            return Optional.empty();
        }
        return Optional.of(new KeyPress(code, event.isShortcutDown(), event.isShiftDown()));
    }

    /**
     * @param text as {@link #text()} writes it
     * @return the press; empty when it cannot be read
     */
    public static Optional<KeyPress> parse(String text) {
        String rest = text.strip();
        boolean ctrl = rest.startsWith(CTRL);
        rest = ctrl ? rest.substring(CTRL.length()) : rest;
        boolean shift = rest.startsWith(SHIFT);
        rest = shift ? rest.substring(SHIFT.length()) : rest;
        try {
            return Optional.of(new KeyPress(KeyCode.valueOf(rest), ctrl, shift));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * @return for a file: {@code Ctrl+Shift+Z}, {@code PAGE_DOWN}
     */
    public String text() {
        return (ctrl ? CTRL : "") + (shift ? SHIFT : "") + code.name();
    }

    /**
     * @return as printed on keys, parts separated by spaces: {@code Ctrl Shift Z}, {@code Page↓}
     */
    public String caps() {
        return (ctrl ? "Ctrl " : "") + (shift ? "Shift " : "") + cap();
    }

    private String cap() {
        return switch (code) {
            case UP -> "↑";
            case DOWN -> "↓";
            case LEFT -> "←";
            case RIGHT -> "→";
            case PAGE_UP -> "Page↑";
            case PAGE_DOWN -> "Page↓";
            case DELETE -> "Del";
            case INSERT -> "Ins";
            case SLASH -> "/";
            case BACK_SLASH -> "\\";
            case COMMA -> ",";
            case PERIOD -> ".";
            case MINUS -> "-";
            case EQUALS -> "=";
            case SEMICOLON -> ";";
            case QUOTE -> "'";
            case OPEN_BRACKET -> "[";
            case CLOSE_BRACKET -> "]";
            case BACK_QUOTE -> "`";
            case PLUS, ADD -> "+";
            case MULTIPLY -> "*";
            case BACK_SPACE -> "Backspace";
            default -> code.getName().replace(" ", "");
        };
    }

    /** The same without Shift, for which it stands where nothing else is set for it. */
    KeyPress unshifted() {
        return new KeyPress(code, ctrl, false);
    }

    private static KeyCode plain(KeyCode code) {
        String name = code.name();
        if (name.startsWith("NUMPAD")) {
            return KeyCode.valueOf("DIGIT" + name.substring("NUMPAD".length()));
        }
        return switch (code) {
            case KP_UP -> KeyCode.UP;
            case KP_DOWN -> KeyCode.DOWN;
            case KP_LEFT -> KeyCode.LEFT;
            case KP_RIGHT -> KeyCode.RIGHT;
            case DIVIDE -> KeyCode.SLASH;
            case SUBTRACT -> KeyCode.MINUS;
            case DECIMAL -> KeyCode.PERIOD;
            default -> code;
        };
    }
}
