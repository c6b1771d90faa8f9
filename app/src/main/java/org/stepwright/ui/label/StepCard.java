package org.stepwright.ui.label;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.trace.StepKind;
import org.stepwright.ui.kit.ActionKeys;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;
import org.stepwright.ui.prose.Prose;

/** A step: its text, what is known about it, its verdict. The current one shows its keys. */
final class StepCard extends HBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass FADED = PseudoClass.getPseudoClass("faded");

    /** More than this of a step nobody wants to hear before its verdict. */
    private static final int SAID = 2_000;

    /** Files bring comments and corrections of any length. */
    private static final int SHOWN = 1_200;

    private static final int SHOWN_LINES = 14;
    private static final int KINDS = 20;

    private final Messages texts;
    private final ActionKeys caps;
    private final Messages edits = Messages.of("label-edit");
    private final Messages modes = Messages.of("label-modes");
    private final Consumer<String> key;
    private final int count;
    private final FlowPane badges = new FlowPane(6, 4);
    private final FlowPane keys = new FlowPane(10, 4);
    private final Label verdict = new Label();
    private final Label comment = new Label();
    private final StepBody body;
    private final Prose prose;
    private final VBox instead = new VBox(2);
    private final VBox middle = new VBox(5);
    private AlternativesPane alternatives;
    private Button accept;
    private StepRow row;
    private boolean current;

    StepCard(
            StepRow row,
            int count,
            boolean program,
            Prose prose,
            Messages texts,
            ActionKeys caps,
            Consumer<Integer> chosen,
            Consumer<String> key) {
        this.texts = texts;
        this.caps = caps;
        this.prose = prose;
        this.count = count;
        getStyleClass().add("step-card");
        setId("step-" + row.index());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setOnMousePressed(e -> chosen.accept(row.index()));
        Label number = new Label(String.valueOf(row.index() + 1));
        number.getStyleClass().add("step-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        number.setAlignment(Pos.TOP_CENTER);

        HBox.setHgrow(middle, Priority.ALWAYS);
        middle.setMinWidth(0);
        body = new StepBody(row.step(), program, prose, texts, Messages.of("label-cards"));
        body.cap(caps.cap("unfold"));
        comment.getStyleClass().add("step-comment");
        comment.setWrapText(true);
        instead.getStyleClass().add("step-instead");
        this.key = key;
        middle.getChildren().addAll(body, instead, badges, comment, keys);

        verdict.getStyleClass().add("verdict");
        verdict.setAlignment(Pos.CENTER);
        verdict.setMinWidth(Region.USE_PREF_SIZE);
        VBox right = new VBox(verdict);
        right.setAlignment(Pos.CENTER);
        getChildren().addAll(number, middle, right);
        update(row);
        current(false);
    }

    /** A long trace has a hundred cards, of which one at a time shows its keys. */
    private void buildKeys() {
        String[] all = {"wrong", "neutral", "correct", "firstError", "comment", "spark", "unsure"};
        for (String action : all) {
            keys.getChildren().add(keyFor(action));
        }
        showAccept();
    }

    private Button keyFor(String action) {
        Button button = Kit.button(texts.text("key." + action), () -> key.accept(action));
        button.setGraphic(caps.cap(action));
        button.getStyleClass().setAll("button", "step-key");
        button.setFocusTraversable(false);
        return button;
    }

    /** There is a key to take a suggestion only where one is shown. */
    private void showAccept() {
        boolean wanted = row.suggestion().isPresent() && !keys.getChildren().isEmpty();
        if (wanted && accept == null) {
            accept = keyFor("accept");
            keys.getChildren().add(0, accept);
        } else if (!wanted && accept != null) {
            keys.getChildren().remove(accept);
            accept = null;
        }
    }

    void update(StepRow next) {
        row = next;
        showAccept();
        pseudoClassStateChanged(FADED, next.faded());
        badges.getChildren().clear();
        if (next.step().kind() == StepKind.TOOL_CALL || next.step().kind() == StepKind.THOUGHT) {
            badge(texts.text("kind." + next.step().kind()), Tone.NEUTRAL);
        }
        next.facts().stage().ifPresent(s -> badge(s.title(), Tone.NEUTRAL));
        for (Suggestion check : next.facts().checks()) {
            boolean holds = check.reward() >= 0.5;
            badge((holds ? "✓ " : "✗ ") + check.message(), holds ? Tone.SUCCESS : Tone.DANGER);
        }
        for (StepSuggestion score : next.facts().scores()) {
            badge(modes.text("score", score.name(), score.reward()), Tone.NEUTRAL);
        }
        next.suggestion()
                .ifPresent(
                        s ->
                                badge(
                                        s.source().equals(StepSuggestion.RATINGS)
                                                ? modes.text("rated." + s.verdict(), s.reward())
                                                : modes.text("suggests." + s.verdict(), s.name()),
                                        Tone.ACCENT));
        if (alternatives != null) {
            alternatives.refresh();
        }
        if (next.label() != null) {
            List<String> kinds = next.label().errorKinds();
            kinds.stream().limit(KINDS).forEach(k -> badge("✗ " + k, Tone.DANGER));
            if (kinds.size() > KINDS) {
                badge("✗ +" + (kinds.size() - KINDS), Tone.DANGER);
            }
            if (next.label().spark()) {
                badge(texts.text("spark"), Tone.SPARK);
            }
            if (next.label().unsure()) {
                badge(texts.text("unsure"), Tone.WARNING);
            }
            if (!next.label().ratings().isEmpty()) {
                badge(texts.text("rated", next.label().ratings().size()), Tone.ACCENT);
            }
        }
        Kit.show(badges, !badges.getChildren().isEmpty());
        String said = next.label() == null ? "" : next.label().comment();
        comment.setText(said.isEmpty() ? "" : "“" + Cut.shown(said, SHOWN, SHOWN_LINES) + "”");
        Kit.show(comment, !said.isEmpty());
        showCorrection(next.label() == null ? "" : next.label().correction());
        showVerdict();
    }

    private void showCorrection(String correction) {
        Kit.show(instead, !correction.isEmpty());
        instead.getChildren().clear();
        if (!correction.isEmpty()) {
            instead.getChildren()
                    .addAll(
                            Kit.badge(edits.text("instead"), Tone.ACCENT),
                            new Folded(correction, SHOWN, SHOWN_LINES, prose::node, texts));
        }
    }

    private void badge(String text, Tone tone) {
        Label badge = Kit.badge(text, tone);
        badge.setMinWidth(0);
        badge.setMaxWidth(420);
        badges.getChildren().add(badge);
    }

    private void showVerdict() {
        Verdict v = row.verdict();
        String key = v == null ? (current ? "call" : "none") : v.name();
        verdict.setText(texts.text("verdict." + key));
        verdict.getStyleClass().removeAll("wrong", "neutral", "correct", "call", "pending");
        if (v != null) {
            verdict.getStyleClass().add(v.name().toLowerCase(java.util.Locale.ROOT));
        } else if (current) {
            verdict.getStyleClass().add("call");
        }
        if (row.pending()) {
            verdict.getStyleClass().add("pending");
        }
        setAccessibleText(
                texts.text(
                        "step.says",
                        row.index() + 1,
                        count,
                        Cut.head(row.step().text(), SAID, Integer.MAX_VALUE),
                        texts.text("verdict.says." + (v == null ? "none" : v.name()))));
    }

    void current(boolean is) {
        current = is;
        pseudoClassStateChanged(CURRENT, is);
        if (is && keys.getChildren().isEmpty()) {
            buildKeys();
        }
        body.key(is);
        Kit.show(keys, is);
        showVerdict();
    }

    /**
     * Shows the step's alternatives under it, or takes them away.
     *
     * @param chosen hears the candidate that was clicked; null for no alternatives
     */
    void alternatives(IntConsumer chosen) {
        middle.getChildren().remove(alternatives);
        alternatives = null;
        if (chosen != null && !row.alternatives().isEmpty()) {
            alternatives =
                    new AlternativesPane(
                            prose,
                            row.step().alternatives(),
                            k -> row.alternatives().get(k - 1).label(),
                            chosen);
            middle.getChildren().add(middle.getChildren().indexOf(keys), alternatives);
        }
    }

    /** Frames a candidate; 0 for the step itself. */
    void candidate(int candidate) {
        if (alternatives != null) {
            alternatives.select(candidate);
        }
    }

    void unfold() {
        body.toggle();
    }
}
