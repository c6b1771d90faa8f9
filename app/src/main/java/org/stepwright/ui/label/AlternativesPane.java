package org.stepwright.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;
import org.stepwright.ui.prose.Prose;

/**
 * Other texts that were offered in place of a step, as small cards under it. Candidates count as in
 * {@link StepLabel#candidate}: 0 is the step itself, 1 its first alternative. Belongs to the UI
 * thread.
 */
final class AlternativesPane extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final int CHARS = 700;
    private static final int LINES = 8;

    private final Messages texts = Messages.of("label-cards");
    private final Messages words = Messages.of("label");
    private final Function<Integer, StepLabel> labelOf;
    private final List<Alternative> made = new ArrayList<>();
    private int selected;

    /**
     * @param prose draws the texts
     * @param texts the alternatives, in their order; may be empty
     * @param labelOf the label of a candidate from 1, or null when it has none yet
     * @param chosen hears the candidate that was clicked, from 1
     */
    AlternativesPane(
            Prose prose,
            List<String> texts,
            Function<Integer, StepLabel> labelOf,
            IntConsumer chosen) {
        super(6);
        this.labelOf = labelOf;
        getStyleClass().add("alternatives");
        setId("alternatives");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(this.texts.text("alternatives.says", texts.size()));
        for (int i = 0; i < texts.size(); i++) {
            Alternative card = new Alternative(i + 1, texts.size(), texts.get(i), prose, chosen);
            made.add(card);
            getChildren().add(card);
        }
        refresh();
        Kit.show(this, !made.isEmpty());
    }

    /**
     * Frames a candidate.
     *
     * @param candidate 0 for the step itself, so that none is framed here
     */
    void select(int candidate) {
        selected = candidate;
        made.forEach(card -> card.current(card.candidate == candidate));
    }

    /** The framed candidate, or 0. */
    int selected() {
        return selected;
    }

    /** Shows all labels anew. */
    void refresh() {
        made.forEach(Alternative::refresh);
    }

    /** Shows the label of one candidate anew; one that is not here is passed over. */
    void refresh(int candidate) {
        if (candidate >= 1 && candidate <= made.size()) {
            made.get(candidate - 1).refresh();
        }
    }

    /** The node of a candidate from 1, such as to scroll to it. */
    Region card(int candidate) {
        return made.get(candidate - 1);
    }

    /** Shows the whole text of the framed candidate, or its beginning again. */
    void unfold() {
        if (selected >= 1 && selected <= made.size()) {
            made.get(selected - 1).body.toggle();
        }
    }

    private final class Alternative extends HBox {
        private final int candidate;
        private final int count;
        private final String text;
        private final Folded body;
        private final Label verdict = new Label();
        private final HBox badges = new HBox(6);

        Alternative(int candidate, int count, String text, Prose prose, IntConsumer chosen) {
            super(10);
            this.candidate = candidate;
            this.count = count;
            this.text = text;
            getStyleClass().add("alternative");
            setId("alternative-" + candidate);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.LIST_ITEM);
            setOnMousePressed(
                    e -> {
                        chosen.accept(candidate);
                        e.consume(); // the card of the step would take it as a click on the step
                    });
            Label number = new Label(letter(candidate));
            number.getStyleClass().add("step-number");
            number.setMinWidth(Region.USE_PREF_SIZE);
            body = new Folded(text, CHARS, LINES, prose::node, words);
            VBox middle = new VBox(4, body, badges);
            middle.setMinWidth(0);
            HBox.setHgrow(middle, Priority.ALWAYS);
            verdict.getStyleClass().add("verdict");
            verdict.setAlignment(Pos.CENTER);
            verdict.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().addAll(number, middle, verdict);
        }

        private void current(boolean is) {
            pseudoClassStateChanged(CURRENT, is);
            refresh();
        }

        private void refresh() {
            StepLabel label = labelOf.apply(candidate);
            Verdict given = label == null ? null : label.verdict();
            boolean asked = given == null && candidate == selected;
            verdict.setText(
                    words.text("verdict." + (given != null ? given : asked ? "call" : "none")));
            verdict.getStyleClass().removeAll("wrong", "neutral", "correct", "call");
            if (given != null) {
                verdict.getStyleClass().add(given.name().toLowerCase(Locale.ROOT));
            } else if (asked) {
                verdict.getStyleClass().add("call");
            }
            badges.getChildren().clear();
            if (label != null && label.spark()) {
                badges.getChildren().add(Kit.badge(words.text("spark"), Tone.SPARK));
            }
            if (label != null && label.unsure()) {
                badges.getChildren().add(Kit.badge(words.text("unsure"), Tone.WARNING));
            }
            Kit.show(badges, !badges.getChildren().isEmpty());
            setAccessibleText(
                    texts.text(
                            "alternative.says",
                            letter(candidate),
                            count,
                            text,
                            words.text("verdict.says." + (given == null ? "none" : given))));
        }
    }

    /** a, b, …, z, then numbers: steps are numbered, their alternatives are not to be mixed up. */
    static String letter(int candidate) {
        return candidate <= 26
                ? String.valueOf((char) ('a' + candidate - 1))
                : String.valueOf(candidate);
    }
}
