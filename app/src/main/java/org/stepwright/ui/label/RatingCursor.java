package org.stepwright.ui.label;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.stepwright.ui.kit.CriterionCard;
import org.stepwright.ui.kit.ScaleKeys;

/** Where the keyboard is while rating: on a criterion, on the kinds of error, or nowhere. */
final class RatingCursor {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Node kindsBox;
    private final Consumer<String> toggleKind;
    private final Consumer<Node> reached;
    private List<CriterionCard> cards = List.of();
    private List<String> kinds = List.of();
    private int at = -1;

    /**
     * @param kindsBox holds the kinds of error
     * @param toggleKind adds a kind of error or takes it away
     * @param reached told what the keyboard is on
     */
    RatingCursor(Node kindsBox, Consumer<String> toggleKind, Consumer<Node> reached) {
        this.kindsBox = kindsBox;
        this.toggleKind = toggleKind;
        this.reached = reached;
    }

    /** Goes over these from now on and stays where it is. */
    void over(List<CriterionCard> nextCards, List<String> nextKinds) {
        cards = List.copyOf(nextCards);
        kinds = List.copyOf(nextKinds);
        mark();
    }

    boolean rating() {
        return at >= 0;
    }

    /** Puts the keyboard on the first criterion, if there is anything to rate. */
    void enter() {
        if (stops() > 0) {
            at = 0;
            mark();
        }
    }

    void leave() {
        at = -1;
        mark();
    }

    /** A key while rating; false when it means nothing here. */
    boolean key(KeyEvent event) {
        int position = position(event);
        if (position >= 0) {
            choose(position);
            return true;
        }
        switch (event.getCode()) {
            case UP -> at = Math.max(0, at - 1);
            case DOWN, TAB -> at = Math.min(stops() - 1, at + 1);
            case LEFT, ESCAPE, RIGHT -> leave();
            default -> {
                return false;
            }
        }
        mark();
        return true;
    }

    private void choose(int position) {
        int before = at;
        if (before < cards.size()) {
            if (cards.get(before).choose(position)) {
                at = before + 1 < stops() ? before + 1 : -1;
            }
        } else if (position < kinds.size()) {
            toggleKind.accept(kinds.get(position));
        }
        mark();
    }

    private int stops() {
        return cards.size() + (kinds.isEmpty() ? 0 : 1);
    }

    private static int position(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return -1;
        }
        String name = event.getCode().getName();
        if (event.getCode().isDigitKey()) {
            return event.getCode() == KeyCode.DIGIT0 ? -1 : name.charAt(name.length() - 1) - '1';
        }
        return name.length() == 1 ? ScaleKeys.LETTERS.indexOf(name.toLowerCase(Locale.ROOT)) : -1;
    }

    private void mark() {
        for (int i = 0; i < cards.size(); i++) {
            cards.get(i).current(i == at);
        }
        kindsBox.pseudoClassStateChanged(CURRENT, at == cards.size() && at >= 0);
        if (at >= 0 && at < stops()) {
            reached.accept(at < cards.size() ? cards.get(at) : kindsBox);
        }
    }
}
