package org.stepwright.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.stepwright.ui.kit.Command;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Messages;

/** Which key does what while labelling. */
final class LabelKeys {
    private record Binding(String keys, String action) {}

    private static final List<Binding> BINDINGS =
            List.of(
                    new Binding("1", "wrong"),
                    new Binding("2", "neutral"),
                    new Binding("3", "correct"),
                    new Binding("E", "firstError"),
                    new Binding("Enter", "submit"),
                    new Binding("↓ J", "down"),
                    new Binding("↑ K", "up"),
                    new Binding("→", "rate"),
                    new Binding("A", "accept"),
                    new Binding("N", "nextAlternative"),
                    new Binding("Ctrl M", "mode"),
                    new Binding("S", "spark"),
                    new Binding("U", "unsure"),
                    new Binding("C", "comment"),
                    new Binding("0", "clear"),
                    new Binding("Ctrl Z", "undo"),
                    new Binding("Ctrl Shift Z", "redo"),
                    new Binding("G", "giveUp"),
                    new Binding("B", "badProblem"),
                    new Binding("R", "reference"),
                    new Binding("O", "unfold"),
                    new Binding("Space", "scrollDown"),
                    new Binding("Shift Space", "scrollUp"),
                    new Binding("P", "panel"),
                    new Binding("Page↓", "nextTrace"),
                    new Binding("Page↑", "previousTrace"),
                    new Binding("/", "filter"));

    private LabelKeys() {}

    /** The action of a key press, or null. */
    static String action(KeyEvent event) {
        KeyCode code = event.getCode();
        if (event.isAltDown() || event.isMetaDown() && !event.isShortcutDown()) {
            return null;
        }
        if (event.isShortcutDown()) {
            return switch (code) {
                case Z -> event.isShiftDown() ? "redo" : "undo";
                case Y -> "redo";
                case M -> "mode";
                default -> null;
            };
        }
        return switch (code) {
            case DIGIT1, NUMPAD1 -> "wrong";
            case DIGIT2, NUMPAD2 -> "neutral";
            case DIGIT3, NUMPAD3 -> "correct";
            case DIGIT0, NUMPAD0, DELETE, BACK_SPACE -> "clear";
            case E -> "firstError";
            case A -> "accept";
            case N -> "nextAlternative";
            case ENTER -> "submit";
            case J, DOWN -> "down";
            case K, UP -> "up";
            case HOME -> "first";
            case END -> "last";
            case RIGHT -> "rate";
            case S -> "spark";
            case U -> "unsure";
            case C -> "comment";
            case G -> "giveUp";
            case B -> "badProblem";
            case R -> "reference";
            case O -> "unfold";
            case SPACE -> event.isShiftDown() ? "scrollUp" : "scrollDown";
            case P -> "panel";
            case PAGE_DOWN -> "nextTrace";
            case PAGE_UP -> "previousTrace";
            case SLASH, DIVIDE -> event.isShiftDown() ? null : "filter";
            default -> null;
        };
    }

    /** Whether a key presses the button that has the focus. */
    static boolean presses(KeyEvent event) {
        return event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
    }

    /** Whether a key belongs to the queue while that has the focus. */
    static boolean walksList(KeyEvent event) {
        return switch (event.getCode()) {
            case UP, DOWN, HOME, END, PAGE_UP, PAGE_DOWN, ENTER -> !event.isShortcutDown();
            default -> false;
        };
    }

    static List<KeyHint> hints(Messages texts) {
        List<KeyHint> hints = new ArrayList<>();
        BINDINGS.forEach(b -> hints.add(new KeyHint(b.keys(), texts.text("do." + b.action()))));
        hints.add(new KeyHint("A S D F", texts.text("do.value")));
        return hints;
    }

    static List<Command> commands(Messages texts, Consumer<String> act) {
        List<Command> commands = new ArrayList<>();
        BINDINGS.forEach(
                b ->
                        commands.add(
                                new Command(
                                        texts.text("do." + b.action()),
                                        b.keys(),
                                        () -> act.accept(b.action()))));
        return commands;
    }
}
