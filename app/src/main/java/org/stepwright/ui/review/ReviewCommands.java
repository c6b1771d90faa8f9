package org.stepwright.ui.review;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.stepwright.label.Verdict;

/** What a key, a button or a command does while deciding. */
final class ReviewCommands {
    /** The parts of the page that can be asked for. */
    interface Parts {
        /** The list at the left. */
        ReviewListPane list();

        /** The steps in the middle. */
        ComparePane steps();

        /** Why a step is decided so. */
        CommentField comment();

        /** Writes a remark about the current step, or about the whole trace. */
        void remark(boolean wholeTrace);

        /** Opens or closes the panel at the right; nothing happens when it always stands there. */
        void drawer(boolean open);

        /** Whether it is open. */
        boolean drawerOpen();

        /** Gives the keyboard back to the steps. */
        void backToSteps();
    }

    private final ReviewViewModel model;
    private final GoldMark gold;
    private final Parts parts;

    ReviewCommands(ReviewViewModel model, GoldMark gold, Parts parts) {
        this.model = model;
        this.gold = gold;
        this.parts = parts;
    }

    /** Does what a button or a key asks for, by name. */
    void act(String what) {
        if (what.startsWith(ReviewKeys.TAKE)) {
            model.take(Integer.parseInt(what.substring(ReviewKeys.TAKE.length())));
            return;
        }
        switch (what) {
            case "wrong" -> model.verdict(Verdict.WRONG);
            case "neutral" -> model.verdict(Verdict.NEUTRAL);
            case "correct" -> model.verdict(Verdict.CORRECT);
            case "clear" -> model.clear();
            case "firstError" -> model.firstError();
            case "agreed" -> model.takeAgreed();
            case "decided" -> model.decided();
            case "badProblem" -> model.badProblem();
            case "comment" -> {
                parts.drawer(true);
                parts.comment().type();
            }
            case "remark" -> parts.remark(false);
            case "remarkTrace" -> parts.remark(true);
            case "gold" -> gold.next();
            case "names" -> model.toggleNames();
            case "panel" -> parts.drawer(!parts.drawerOpen());
            case "reference" -> parts.steps().toggleReference();
            case "unfold" -> parts.steps().unfold();
            case "scrollDown" -> parts.steps().scroll(1);
            case "scrollUp" -> parts.steps().scroll(-1);
            case "down" -> model.move(1);
            case "up" -> model.move(-1);
            case "first" -> model.opened().moveTo(0);
            case "last" -> model.opened().moveTo(Integer.MAX_VALUE);
            case "nextTrace" -> model.moveTrace(1);
            case "previousTrace" -> model.moveTrace(-1);
            case "undo" -> model.undo();
            case "redo" -> model.redo();
            case "filter" -> parts.list().focusFilter();
            default -> throw new IllegalArgumentException(what);
        }
    }

    /** A key was pressed; false when it means nothing here. */
    boolean key(KeyEvent event) {
        Object target = event.getTarget();
        if (target instanceof TextInputControl) {
            boolean away = event.getCode() == KeyCode.ESCAPE;
            if (away) {
                parts.backToSteps();
            }
            return away;
        }
        if (target instanceof ButtonBase button && pressing(event)) {
            if (event.getCode() == KeyCode.ENTER) {
                button.fire();
                return true;
            }
            return false;
        }
        if (target instanceof ComboBoxBase) {
            return false;
        }
        if (parts.list().listFocused() && ReviewKeys.walksList(event)) {
            if (event.getCode() == KeyCode.ENTER) {
                parts.list().openSelected();
                return true;
            }
            return false;
        }
        String action = ReviewKeys.action(event);
        if (action == null) {
            return false;
        }
        act(action);
        return true;
    }

    private static boolean pressing(KeyEvent event) {
        return event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
    }
}
