package org.stepwright.ui.kit;

import static org.stepwright.ui.kit.KeyAction.Group.COMPARE;
import static org.stepwright.ui.kit.KeyAction.Group.JUDGE;
import static org.stepwright.ui.kit.KeyAction.Group.MOVE;
import static org.stepwright.ui.kit.KeyAction.Group.SAY;
import static org.stepwright.ui.kit.KeyAction.Group.STEPS;
import static org.stepwright.ui.kit.KeyAction.Group.TRACE;
import static org.stepwright.ui.kit.KeyAction.Group.VIEW;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.stepwright.ui.kit.KeyAction.Group;
import org.stepwright.ui.kit.KeyAction.Scope;

/** The keys of labelling before anybody changed one. */
public final class KeyDefaults {
    private KeyDefaults() {}

    /**
     * @return every action of labelling in the order of lists; no two share a key in a scope
     */
    public static List<KeyAction> label() {
        return List.of(
                on("wrong", JUDGE, KeyCode.DIGIT1),
                on("neutral", JUDGE, KeyCode.DIGIT2),
                on("correct", JUDGE, KeyCode.DIGIT3),
                on("firstError", JUDGE, KeyCode.E),
                on("clear", JUDGE, KeyCode.DIGIT0, KeyCode.DELETE, KeyCode.BACK_SPACE),
                on("accept", JUDGE, KeyCode.A),
                on("spark", JUDGE, KeyCode.S),
                on("unsure", JUDGE, KeyCode.U),
                on("comment", SAY, KeyCode.C),
                on("kinds", SAY, KeyCode.T),
                on("rate", SAY, KeyCode.RIGHT),
                on("rewrite", SAY, KeyCode.W),
                on("split", STEPS, KeyCode.X),
                on("merge", STEPS, KeyCode.M),
                on("submit", TRACE, KeyCode.ENTER),
                on("giveUp", TRACE, KeyCode.G),
                on("badProblem", TRACE, KeyCode.B),
                on("undo", TRACE, ctrl(KeyCode.Z)),
                on("redo", TRACE, new KeyPress(KeyCode.Z, true, true), ctrl(KeyCode.Y)),
                on("down", MOVE, KeyCode.DOWN, KeyCode.J),
                on("up", MOVE, KeyCode.UP, KeyCode.K),
                on("first", MOVE, KeyCode.HOME),
                on("last", MOVE, KeyCode.END),
                on("nextAlternative", MOVE, KeyCode.N),
                on("nextTrace", MOVE, KeyCode.PAGE_DOWN),
                on("previousTrace", MOVE, KeyCode.PAGE_UP),
                on("scrollDown", MOVE, KeyCode.SPACE),
                on("scrollUp", MOVE, new KeyPress(KeyCode.SPACE, false, true)),
                on("filter", MOVE, KeyCode.SLASH),
                on("reference", VIEW, KeyCode.R),
                on("unfold", VIEW, KeyCode.O),
                on("problem", VIEW, KeyCode.H),
                on("panel", VIEW, KeyCode.P),
                on("mode", VIEW, ctrl(KeyCode.M)),
                on("order", VIEW, KeyCode.Q),
                on("views", VIEW, KeyCode.V),
                on("dashboard", VIEW, ctrl(KeyCode.D)),
                compare("preferFirst", KeyCode.LEFT, KeyCode.DIGIT1),
                compare("preferSecond", KeyCode.RIGHT, KeyCode.DIGIT2),
                compare("preferTie", KeyCode.EQUALS, KeyCode.DIGIT3),
                compare("preferNeither", KeyCode.MINUS, KeyCode.DIGIT4));
    }

    /**
     * @return keys that the window itself takes before any screen, and the names of what they do
     *     there: {@code search}, {@code screens}, {@code help}, {@code full}, {@code close}, {@code
     *     fields}
     */
    public static Map<KeyPress, String> shell() {
        var keys = new java.util.LinkedHashMap<KeyPress, String>();
        keys.put(ctrl(KeyCode.K), "search");
        for (int i = 0; i <= 9; i++) {
            keys.put(ctrl(KeyCode.valueOf("DIGIT" + i)), "screens");
        }
        keys.put(new KeyPress(KeyCode.SLASH, false, true), "help");
        keys.put(KeyPress.of(KeyCode.F11), "full");
        keys.put(KeyPress.of(KeyCode.ESCAPE), "close");
        keys.put(KeyPress.of(KeyCode.TAB), "fields");
        keys.put(new KeyPress(KeyCode.TAB, false, true), "fields");
        return java.util.Collections.unmodifiableMap(keys);
    }

    private static KeyPress ctrl(KeyCode code) {
        return new KeyPress(code, true, false);
    }

    private static KeyAction on(String name, Group group, KeyCode... codes) {
        return on(name, group, Arrays.stream(codes).map(KeyPress::of).toArray(KeyPress[]::new));
    }

    private static KeyAction on(String name, Group group, KeyPress... keys) {
        return new KeyAction(name, group, Scope.LABEL, List.of(keys));
    }

    private static KeyAction compare(String name, KeyCode... codes) {
        List<KeyPress> keys = Arrays.stream(codes).map(KeyPress::of).toList();
        return new KeyAction(name, COMPARE, Scope.COMPARE, keys);
    }
}
