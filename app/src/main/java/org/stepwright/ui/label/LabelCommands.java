package org.stepwright.ui.label;

import java.util.Set;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.stepwright.label.Verdict;
import org.stepwright.ui.kit.ActionKeys;
import org.stepwright.ui.kit.KeyAction.Scope;
import org.stepwright.ui.label.compare.ComparePane;

/** What a key, a button or a command does while labelling. */
final class LabelCommands {
    /** The parts of the screen that can be asked for. */
    interface Parts {
        /** The queue at the left. */
        QueuePane queue();

        /** The steps in the middle. */
        TracePane steps();

        /** Two answers side by side, in place of the steps while comparing. */
        ComparePane compare();

        /** Shows how the session goes, in place of all this. */
        void dashboard();

        /** The rubric at the right. */
        RubricPane rubric();

        /** Opens or closes the drawer that the rubric is in; nothing happens when it is in none. */
        void drawer(boolean open);

        /** Opens it until the keyboard is back at the steps. */
        void lendDrawer();

        /** Whether that drawer is open. */
        boolean drawerOpen();

        /** Gives the keyboard back to the steps. */
        void backToSteps();
    }

    /** What does not need an open trace. */
    private static final Set<String> ANYWHERE = Set.of("undo", "redo", "mode", "dashboard");

    private final LabelViewModel model;
    private final LabelActions actions;
    private final Parts parts;
    private final LabelForms forms;
    private final ActionKeys keys;

    LabelCommands(LabelViewModel model, Parts parts, LabelForms forms, ActionKeys keys) {
        this.keys = keys;
        this.model = model;
        this.actions = model.actions();
        this.parts = parts;
        this.forms = forms;
    }

    /** Does what a button or a key asks for, by name. */
    void act(String what) {
        if (model.comparing() && (parts.compare().act(what) || !ANYWHERE.contains(what))) {
            return;
        }
        if (model.after().telling() && !ANYWHERE.contains(what) && !what.equals("submit")) {
            return;
        }
        switch (what) {
            case "wrong" -> actions.verdict(Verdict.WRONG);
            case "neutral" -> actions.verdict(Verdict.NEUTRAL);
            case "correct" -> actions.verdict(Verdict.CORRECT);
            case "clear" -> actions.clearVerdict();
            case "firstError" -> actions.firstError();
            case "spark" -> actions.toggleSpark();
            case "unsure" -> actions.toggleUnsure();
            case "comment" -> {
                parts.lendDrawer();
                parts.rubric().type();
            }
            case "accept" -> actions.accept();
            case "nextAlternative" -> model.nextAlternative();
            case "mode" -> parts.queue().head().modes().show();
            case "order" -> parts.queue().head().orders().show();
            case "views" -> parts.queue().head().views().show();
            case "dashboard" -> parts.dashboard();
            case "rate" -> {
                if (model.session().part().get() == 1) {
                    model.move(1);
                    return;
                }
                parts.lendDrawer();
                parts.rubric().cursor().enter();
            }
            case "panel" -> parts.drawer(!parts.drawerOpen());
            case "reference" -> parts.steps().toggleReference();
            case "problem" -> parts.steps().toggleProblem();
            case "unfold" -> parts.steps().unfold();
            case "scrollDown" -> parts.steps().scroll(1);
            case "scrollUp" -> parts.steps().scroll(-1);
            case "down" -> model.move(1);
            case "up" -> model.move(-1);
            case "first" -> model.moveTo(0);
            case "last" -> model.moveTo(Integer.MAX_VALUE);
            case "nextTrace" -> model.moveTrace(1);
            case "previousTrace" -> model.moveTrace(-1);
            case "undo" -> model.undo();
            case "redo" -> model.redo();
            case "submit" -> model.submit();
            case "giveUp" -> forms.reason("giveUp", model::giveUp);
            case "badProblem" -> forms.reason("badProblem", model::badProblem);
            case "kinds" -> forms.kinds();
            case "rewrite" -> forms.rewrite();
            case "split" -> forms.split();
            case "merge" -> forms.merge();
            case "filter" -> parts.queue().focusFilter();
            case "preferFirst", "preferSecond", "preferTie", "preferNeither" ->
                    model.hint().set(Hint.NOT_COMPARING);
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
        if (target instanceof ButtonBase && LabelKeys.presses(event)
                || target instanceof ComboBoxBase) {
            return pressed(event);
        }
        if (parts.queue().listFocused() && LabelKeys.walksList(event)) {
            if (event.getCode() == KeyCode.ENTER) {
                parts.queue().openSelected();
                return true;
            }
            return false;
        }
        RatingCursor cursor = parts.rubric().cursor();
        if (cursor.rating() && cursor.key(event)) {
            if (!cursor.rating()) {
                parts.backToSteps();
            }
            return true;
        }
        Scope scope = model.comparing() ? Scope.COMPARE : Scope.LABEL;
        String action = keys.action(event, scope);
        if (action == null) {
            return false;
        }
        act(action);
        return true;
    }

    /** Enter presses the button that has the focus, as Space does. */
    private static boolean pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof ButtonBase button) {
            button.fire();
            return true;
        }
        return false;
    }
}
