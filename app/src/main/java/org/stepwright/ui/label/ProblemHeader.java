package org.stepwright.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.TraceState;
import org.stepwright.trace.Trace;
import org.stepwright.ui.kit.ActionKeys;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;
import org.stepwright.ui.prose.Prose;

/**
 * The problem over the steps: it folds to one line, a long one opens to six lines at first, and the
 * reference answer shows only when it is asked for, anew with each problem.
 */
final class ProblemHeader extends VBox {
    private static final int LINES = 6;
    private static final int CHARS = 640;
    private static final int LINE_CHARS = 160;

    private final Messages texts;
    private final Messages words = Messages.of("label-cards");
    private final Prose prose;
    private final FlowPane badges = new FlowPane(6, 4);
    private final Button fold;
    private final Label line = Kit.muted("");
    private final Label id = new Label();
    private final Button ask;
    private final VBox body = new VBox(6);
    private final VBox reference = new VBox(2);
    private Trace trace;
    private Folded problem;
    private boolean folded;

    /**
     * @param keys the keys of actions as the user has them
     * @param key does what a button asks for, by the name of its action
     */
    ProblemHeader(Prose prose, Messages texts, ActionKeys keys, Consumer<String> key) {
        super(6);
        this.prose = prose;
        this.texts = texts;
        setId("label-problem");
        getStyleClass().add("problem-card");
        fold = button(texts.text("problem"), keys.cap("problem"), () -> key.accept("problem"));
        fold.setId("label-problem-fold");
        fold.getStyleClass().add("problem-title");
        ask = button(texts.text("reference"), keys.cap("reference"), () -> key.accept("reference"));
        ask.setId("label-reference-ask");
        id.getStyleClass().add("muted");
        id.setMinWidth(0);
        id.setMaxWidth(260);
        HBox.setHgrow(badges, Priority.ALWAYS);
        badges.setMinWidth(0);
        HBox head = new HBox(8, fold, badges, id, ask);
        head.getStyleClass().add("problem-head");
        line.setWrapText(false);
        line.setId("label-problem-line");
        reference.getStyleClass().add("reference");
        reference.setId("label-reference");
        getChildren().setAll(head, line, body, reference);
        folded(false);
    }

    private static Button button(String text, Label cap, Runnable action) {
        Button button = Kit.button(text, action);
        button.setGraphic(cap);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.getStyleClass().setAll("button", "step-key");
        button.setFocusTraversable(false);
        return button;
    }

    /**
     * Shows a problem; one that is in sight already keeps what is folded out.
     *
     * @param shown the trace
     * @param state how far this annotator is with it
     * @param rubric the rubric in use, or null
     */
    void show(Trace shown, TraceState state, RubricVersion rubric) {
        boolean other = trace == null || !trace.id().equals(shown.id());
        trace = shown;
        List<Node> facts = new ArrayList<>();
        shown.generator().ifPresent(g -> facts.add(badge(g, Tone.NEUTRAL)));
        if (rubric != null) {
            facts.add(badge(rubric.rubric().title() + " v" + rubric.number(), Tone.NEUTRAL));
        }
        if (state != TraceState.OPEN) {
            Tone tone = state == TraceState.SUBMITTED ? Tone.SUCCESS : Tone.WARNING;
            facts.add(badge(texts.text("state." + state), tone));
        }
        badges.getChildren().setAll(facts);
        id.setText(shown.id());
        if (other) {
            problem = Folded.middle(shown.problem(), CHARS, LINES, prose::node, texts);
            body.getChildren().setAll(problem);
            line.setText(Prose.line(shown.problem(), LINE_CHARS));
            setAccessibleText(words.text("problem.says", shown.problem()));
            Kit.show(reference, false);
            Kit.show(ask, shown.reference() != null);
        }
    }

    private static Label badge(String text, Tone tone) {
        Label badge = Kit.badge(text, tone);
        badge.setMinWidth(0);
        badge.setMaxWidth(340);
        return badge;
    }

    /** Folds the problem to one line, or opens it; that holds for the next problems too. */
    void toggle() {
        folded(!folded);
    }

    /** Whether only one line of the problem shows. */
    boolean folded() {
        return folded;
    }

    private void folded(boolean is) {
        folded = is;
        Kit.show(body, !is);
        Kit.show(line, is);
        Label cap = (Label) fold.getGraphic();
        fold.setAccessibleText(words.text(is ? "problem.open" : "problem.fold"));
        cap.setGraphic(Kit.icon(is ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN));
    }

    /** Shows or hides the reference answer; without one nothing happens. */
    void toggleReference() {
        if (trace == null || trace.reference() == null) {
            return;
        }
        boolean shown = !reference.isVisible();
        if (shown) {
            Folded answer = new Folded(trace.reference(), CHARS * 2, LINES * 2, prose::node, texts);
            Label title = Kit.muted(words.text("reference.title"));
            reference.getChildren().setAll(title, answer);
            reference.setAccessibleText(words.text("reference.says", trace.reference()));
        } else {
            reference.getChildren().clear();
        }
        Kit.show(reference, shown);
    }
}
