package org.stepwright.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.stepwright.ui.kit.Command;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Messages;

/** Which key does what while reviewing. */
final class ReviewKeys {
    /** Actions of columns begin so; the number of the column, from 0, follows. */
    static final String TAKE = "take";

    private record Binding(String keys, String action) {}

    private static final List<Binding> BINDINGS =
            List.of(
                    new Binding("1", "wrong"),
                    new Binding("2", "neutral"),
                    new Binding("3", "correct"),
                    new Binding("E", "firstError"),
                    new Binding("A", "agreed"),
                    new Binding("Enter", "decided"),
                    new Binding("B", "badProblem"),
                    new Binding("↓ J", "down"),
                    new Binding("↑ K", "up"),
                    new Binding("0", "clear"),
                    new Binding("C", "comment"),
                    new Binding("M", "remark"),
                    new Binding("Shift M", "remarkTrace"),
                    new Binding("G", "gold"),
                    new Binding("N", "names"),
                    new Binding("Ctrl Z", "undo"),
                    new Binding("Ctrl Shift Z", "redo"),
                    new Binding("R", "reference"),
                    new Binding("O", "unfold"),
                    new Binding("P", "panel"),
                    new Binding("Space", "scrollDown"),
                    new Binding("Shift Space", "scrollUp"),
                    new Binding("Page↓", "nextTrace"),
                    new Binding("Page↑", "previousTrace"),
                    new Binding("/", "filter"));

    private ReviewKeys() {}

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
                default -> null;
            };
        }
        return event.isShiftDown() ? shifted(code) : plain(code);
    }

    /** The digit or the letter of a column with Shift takes that person's answer. */
    private static String shifted(KeyCode code) {
        if (code.isDigitKey() && !code.isKeypadKey()) {
            int digit = code.ordinal() - KeyCode.DIGIT0.ordinal();
            return digit == 0 ? null : TAKE + (digit - 1);
        }
        return switch (code) {
            case A, B, C, D, E, F, G, H, I -> TAKE + (code.ordinal() - KeyCode.A.ordinal());
            case M -> "remarkTrace";
            case SPACE -> "scrollUp";
            default -> null;
        };
    }

    private static String plain(KeyCode code) {
        return switch (code) {
            case DIGIT1, NUMPAD1 -> "wrong";
            case DIGIT2, NUMPAD2 -> "neutral";
            case DIGIT3, NUMPAD3 -> "correct";
            case DIGIT0, NUMPAD0, DELETE, BACK_SPACE -> "clear";
            case E -> "firstError";
            case A -> "agreed";
            case B -> "badProblem";
            case ENTER -> "decided";
            case J, DOWN -> "down";
            case K, UP -> "up";
            case HOME -> "first";
            case END -> "last";
            case C -> "comment";
            case M -> "remark";
            case G -> "gold";
            case N -> "names";
            case R -> "reference";
            case O -> "unfold";
            case P -> "panel";
            case SPACE -> "scrollDown";
            case PAGE_DOWN -> "nextTrace";
            case PAGE_UP -> "previousTrace";
            case SLASH, DIVIDE -> "filter";
            default -> null;
        };
    }

    /** Whether a key belongs to the list while that has the focus. */
    static boolean walksList(KeyEvent event) {
        return switch (event.getCode()) {
            case UP, DOWN, HOME, END, PAGE_UP, PAGE_DOWN, ENTER -> !event.isShortcutDown();
            default -> false;
        };
    }

    static List<KeyHint> hints(Messages texts) {
        List<KeyHint> hints = new ArrayList<>();
        BINDINGS.forEach(b -> hints.add(new KeyHint(b.keys(), texts.text("do." + b.action()))));
        hints.add(6, new KeyHint("Shift 1 … 9", texts.text("do.take")));
        hints.add(new KeyHint("Ctrl Page↓", texts.text("do.nextTab")));
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
