package org.stepwright.ui.kit;

import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.label.Suggestion;
import org.stepwright.rubric.Criterion;

/** One criterion and its values as a labeller sees them. */
public final class CriterionCard extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private static final int FITTING_LETTERS = 36;
    private static final int FOLDED_LETTERS = 120;

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

    /**
     * @param criterion the criterion
     * @param checks what its verifier found in the step; empty when nobody looked
     * @param chosen the value that was chosen, or null
     * @param opened ids of criteria whose long guidance is shown whole; the card adds and removes
     * @param texts the texts of the Label screen
     * @param rate takes a value of the scale; called on the UI thread
     */
    public CriterionCard(
            Criterion criterion,
            List<Suggestion> checks,
            Double chosen,
            Set<String> opened,
            Messages texts,
            DoubleConsumer rate) {
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
        if (!criterion.guidance().isBlank()) {
            getChildren().add(guidance(criterion, opened, texts));
        }
        checks.forEach(s -> getChildren().add(check(s, texts)));
        getChildren().add(values(criterion, chosen, texts));
    }

    /** Short guidance stands whole; of a long one the beginning, until somebody asks for more. */
    private static VBox guidance(Criterion criterion, Set<String> opened, Messages texts) {
        VBox box = new VBox(2);
        String plain = Markdown.plain(criterion.guidance());
        if (plain.length() <= FOLDED_LETTERS) {
            box.getChildren().add(Markdown.quiet(criterion.guidance()));
            return box;
        }
        Hyperlink toggle = new Hyperlink();
        toggle.getStyleClass().add("fold-toggle");
        toggle.setFocusTraversable(false);
        Runnable show =
                () -> {
                    boolean open = opened.contains(criterion.id());
                    toggle.setText(texts.text(open ? "fold" : "guidance.all"));
                    Node words =
                            open
                                    ? Markdown.quiet(criterion.guidance())
                                    : Kit.muted(beginning(plain) + " …");
                    box.getChildren().setAll(words, toggle);
                };
        toggle.setOnAction(
                e -> {
                    if (!opened.remove(criterion.id())) {
                        opened.add(criterion.id());
                    }
                    show.run();
                });
        show.run();
        return box;
    }

    private static String beginning(String plain) {
        int space = plain.lastIndexOf(' ', FOLDED_LETTERS);
        return plain.substring(0, space > FOLDED_LETTERS / 2 ? space : FOLDED_LETTERS);
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
    private Pane values(Criterion criterion, Double chosen, Messages texts) {
        int letters = 2 + choices.stream().mapToInt(c -> c.name().length() + 2).sum();
        boolean narrow = letters + 3 * choices.size() > FITTING_LETTERS;
        Pane line = narrow ? new VBox(4) : new HBox(6);
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

    /**
     * @param is whether the keys rate this one
     */
    public void current(boolean is) {
        pseudoClassStateChanged(CURRENT, is);
    }

    /**
     * Rates by position.
     *
     * @param position from 0, the lowest value first
     * @return false when there is no such value
     */
    public boolean choose(int position) {
        if (position < 0 || position >= choices.size()) {
            return false;
        }
        rate.accept(choices.get(position).value());
        return true;
    }
}
