package org.stepwright.ui.label;

import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.label.Rating;
import org.stepwright.label.Suggestion;
import org.stepwright.rubric.Criterion;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScaleKeys;
import org.stepwright.ui.kit.Tone;

/** One criterion of the current step and its values. */
final class CriterionCard extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private static final int FITTING_LETTERS = 36;

    /** Where a value stands on its scale; a tick on "wrong" would read as praise. */
    private enum Standing {
        LOWEST("✗", "lowest"),
        BETWEEN("–", "between"),
        HIGHEST("✓", "highest");

        private final String sign;
        private final String styleClass;

        Standing(String sign, String styleClass) {
            this.sign = sign;
            this.styleClass = styleClass;
        }

        static Standing of(int position, int count) {
            return position == 0 ? LOWEST : position == count - 1 ? HIGHEST : BETWEEN;
        }
    }

    private final List<ScaleKeys.Choice> choices;
    private final DoubleConsumer rate;

    CriterionCard(Criterion criterion, StepRow row, Messages texts, DoubleConsumer rate) {
        super(6);
        this.rate = rate;
        choices = ScaleKeys.of(criterion.scale());
        getStyleClass().add("criterion-card");
        setId("criterion-" + criterion.id());
        Label title = Kit.heading(criterion.title());
        title.setWrapText(true);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = Kit.row(title, Kit.spacer());
        if (criterion.gate()) {
            head.getChildren().add(Kit.badge(texts.text("gate"), Tone.DANGER));
        } else {
            Label weight = new Label(texts.text("weight", criterion.weight()));
            weight.getStyleClass().add("muted");
            weight.setMinWidth(USE_PREF_SIZE);
            head.getChildren().add(weight);
        }
        getChildren().add(head);
        if (!criterion.guidance().isEmpty()) {
            Label guidance = Kit.muted(criterion.guidance().strip());
            guidance.setMaxHeight(56);
            guidance.setMinHeight(0);
            guidance.setTooltip(new Tooltip(criterion.guidance().strip()));
            getChildren().add(guidance);
        }
        row.facts().checks().stream()
                .filter(s -> decides(criterion, s))
                .forEach(s -> getChildren().add(check(s, texts)));
        getChildren().add(values(row, criterion, texts));
    }

    private static boolean decides(Criterion criterion, Suggestion check) {
        return criterion
                .automatic()
                .filter(
                        spec ->
                                check.source()
                                                .equals(
                                                        TraceReader.SOURCE
                                                                + spec.name()
                                                                + ":"
                                                                + criterion.id())
                                        || check.source().equals(TraceReader.SOURCE + spec.name()))
                .isPresent();
    }

    private static Label check(Suggestion check, Messages texts) {
        boolean holds = check.reward() >= 0.5;
        Label label =
                Kit.badge(
                        texts.text(holds ? "check.holds" : "check.fails", check.message()),
                        holds ? Tone.SUCCESS : Tone.DANGER);
        label.setMinWidth(0);
        return label;
    }

    /** Side by side while the names are short, else one under the other. */
    private Pane values(StepRow row, Criterion criterion, Messages texts) {
        int letters = 2 + choices.stream().mapToInt(c -> c.name().length() + 2).sum();
        boolean narrow = letters + 3 * choices.size() > FITTING_LETTERS;
        Pane line = narrow ? new VBox(4) : new HBox(6);
        Double chosen =
                row.label() == null
                        ? null
                        : row.label().ratings().stream()
                                .filter(r -> r.criterionId().equals(criterion.id()))
                                .map(Rating::value)
                                .findFirst()
                                .orElse(null);
        for (ScaleKeys.Choice choice : choices) {
            boolean is = chosen != null && chosen == choice.value();
            String words = choice.key() + " " + choice.name();
            Standing standing = Standing.of(choices.indexOf(choice), choices.size());
            ToggleButton button = new ToggleButton(is ? standing.sign + " " + words : words);
            button.getStyleClass().setAll("toggle-button", "rating", standing.styleClass);
            button.setSelected(is);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAlignment(narrow ? Pos.CENTER_LEFT : Pos.CENTER);
            button.setFocusTraversable(false);
            button.setAccessibleText(texts.text("rating.says", criterion.title(), choice.name()));
            if (!choice.anchor().isEmpty()) {
                button.setTooltip(new Tooltip(choice.anchor()));
            }
            button.setOnAction(e -> rate.accept(choice.value()));
            HBox.setHgrow(button, Priority.ALWAYS);
            line.getChildren().add(button);
        }
        return line;
    }

    void current(boolean is) {
        pseudoClassStateChanged(CURRENT, is);
    }

    /** Rates by position; false when there is no such value. */
    boolean choose(int position) {
        if (position < 0 || position >= choices.size()) {
            return false;
        }
        rate.accept(choices.get(position).value());
        return true;
    }
}
