package org.stepwright.ui.rubrics;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.stepwright.rubric.LintFinding;
import org.stepwright.rubric.Rubric;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Reveal;
import org.stepwright.ui.kit.Tone;

/**
 * What lint says, one card each: the rule, the place, why it matters, and a button that mends it.
 */
final class LintPanel {
    private static final int SHOWN = 40;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final DraftEditor model;
    private final Messages texts;
    private final Consumer<LintFinding> open;
    private final Label title = Kit.heading("");
    private final VBox cards = new VBox(8);
    private final VBox root;
    private LintFinding current;

    /**
     * @param model the open draft
     * @param texts the screen's texts
     * @param open goes to what a finding is about
     */
    LintPanel(DraftEditor model, Messages texts, Consumer<LintFinding> open) {
        this.model = model;
        this.texts = texts;
        this.open = open;
        cards.setId("rubrics-lint");
        root = new VBox(8, title, cards);
        WhenSeen seen = new WhenSeen(root, this::show);
        model.findings().addListener((ListChangeListener<LintFinding>) c -> seen.changed());
        seen.changed();
    }

    VBox node() {
        return root;
    }

    private void show() {
        List<LintFinding> findings = model.findings();
        title.setText(
                findings.isEmpty()
                        ? texts.text("lint")
                        : texts.text("lint.count", findings.size()));
        cards.getChildren().clear();
        if (findings.isEmpty()) {
            cards.getChildren().add(Kit.row(Kit.badge(texts.text("lint.clean"), Tone.SUCCESS)));
        }
        for (LintFinding finding : findings.subList(0, Math.min(SHOWN, findings.size()))) {
            cards.getChildren().add(card(finding));
        }
        if (findings.size() > SHOWN) {
            cards.getChildren().add(Kit.muted(texts.text("more", findings.size() - SHOWN)));
        }
    }

    private VBox card(LintFinding finding) {
        Rubric rubric = model.draft().get();
        String where = Findings.title(rubric, finding);
        String rule = "rule." + finding.rule();
        Label head =
                Kit.heading(texts.has(rule) ? texts.text(rule) : finding.rule().replace('-', ' '));
        head.setWrapText(true);
        head.setMinHeight(Label.USE_PREF_SIZE);
        Label place = Kit.muted(where);
        place.getStyleClass().add("lint-place");
        VBox card = Kit.card(head, Kit.body(finding.message()), place);
        card.setSpacing(4);
        card.setUserData(finding);
        card.getStyleClass().add("lint-card");
        finding.fix()
                .ifPresent(
                        fix -> {
                            Button mend = Kit.button(fix.title(), () -> model.mend(fix));
                            mend.getStyleClass().add("lint-fix");
                            mend.setMinWidth(0);
                            mend.setWrapText(true);
                            card.getChildren().add(mend);
                        });
        if (!Findings.spot(rubric, finding).whole()) {
            leads(card, finding, where);
        }
        card.pseudoClassStateChanged(CURRENT, finding.equals(current));
        return card;
    }

    /** Enter or a click goes to what is to be mended. */
    private void leads(VBox card, LintFinding finding, String where) {
        card.getStyleClass().add("selectable");
        card.setFocusTraversable(true);
        card.setAccessibleText(where + ": " + finding.message());
        card.setOnMouseClicked(e -> go(finding));
        card.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ENTER
                            && !e.isShortcutDown()
                            && e.getTarget() == card) {
                        e.consume();
                        go(finding);
                    }
                });
    }

    private void go(LintFinding finding) {
        current = finding;
        for (Node card : cards.getChildren()) {
            boolean is = finding.equals(card.getUserData());
            card.pseudoClassStateChanged(CURRENT, is);
            if (is) {
                Reveal.later(card);
            }
        }
        open.accept(finding);
    }

    /** Goes to the next finding, or the one before, round and round. */
    void next(int by) {
        List<LintFinding> led =
                model.findings().stream()
                        .filter(f -> !Findings.spot(model.draft().get(), f).whole())
                        .toList();
        if (!led.isEmpty()) {
            int at = led.indexOf(current);
            int from = at < 0 && by < 0 ? 0 : at;
            go(led.get(Math.floorMod(from + by, led.size())));
        }
    }
}
