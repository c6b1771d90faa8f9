package org.stepwright.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.rubric.Stage;
import org.stepwright.storage.RubricHead;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScaleKeys;

/** The right panel: stage and criteria of the current step, kinds of error, comment. */
final class RubricPane extends VBox {
    static final double WIDTH = 308;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final LabelViewModel model;
    private final Messages texts;
    private final Button toRubrics;
    private final Runnable left;
    private final VBox content = new VBox(10);
    private final ComboBox<RubricHead> choice = new ComboBox<>();
    private final TextArea comment = new TextArea();
    private final FlowPane kinds = new FlowPane(6, 6);
    private final List<CriterionCard> cards = new ArrayList<>();
    private final VBox kindsBox = new VBox(6);
    private List<String> kindNames = List.of();
    private int cursor = -1;
    private int commented = -1;
    private boolean filling;

    /**
     * @param left called when rating or commenting by keys is over
     */
    RubricPane(LabelViewModel model, Messages texts, Button toRubrics, Runnable left) {
        this.model = model;
        this.texts = texts;
        this.toRubrics = toRubrics;
        this.left = left;
        getStyleClass().add("rubric-pane");
        setId("label-rubric");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        content.getStyleClass().add("rubric-content");
        ScrollPane scroll = Kit.scroll(content);
        javafx.scene.layout.VBox.setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
        getChildren().add(scroll);
        buildChoice();
        buildComment();
        model.current().addListener((o, was, is) -> stepChanged());
        model.rows().addListener((ListChangeListener<StepRow>) c -> build());
        model.rubric().addListener((o, was, is) -> build());
        model.rubrics().addListener((ListChangeListener<RubricHead>) c -> fillChoice());
        build();
    }

    private void buildChoice() {
        choice.setId("label-rubric-choice");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setPromptText(texts.text("rubric.choose"));
        choice.setAccessibleText(texts.text("rubric.choose"));
        choice.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(RubricHead head) {
                        return head == null ? "" : head.title() + " v" + head.latestVersion();
                    }

                    @Override
                    public RubricHead fromString(String text) {
                        return null;
                    }
                });
        choice.setOnAction(
                e -> {
                    if (!filling && choice.getValue() != null) {
                        model.chooseRubric(choice.getValue().rubricId());
                        left.run();
                    }
                });
    }

    private void fillChoice() {
        filling = true;
        choice.getItems().setAll(model.rubrics());
        RubricVersion version = model.rubric().get();
        choice.setValue(
                version == null
                        ? null
                        : model.rubrics().stream()
                                .filter(h -> h.rubricId().equals(version.rubric().id()))
                                .findFirst()
                                .orElse(null));
        filling = false;
    }

    private void buildComment() {
        comment.setId("label-comment");
        comment.setPrefRowCount(3);
        comment.setWrapText(true);
        comment.setPromptText(texts.text("comment.prompt"));
        comment.setAccessibleText(texts.text("comment"));
        comment.focusedProperty().addListener((o, was, is) -> saveComment(!is));
        comment.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    boolean done =
                            e.getCode() == KeyCode.ESCAPE
                                    || e.getCode() == KeyCode.ENTER && !e.isShiftDown();
                    if (done) {
                        e.consume();
                        saveComment(true);
                        left.run();
                    }
                });
    }

    private void saveComment(boolean now) {
        if (now && commented >= 0) {
            model.comment(commented, comment.getText().strip());
        }
    }

    private void stepChanged() {
        if (comment.isFocused()) {
            saveComment(true);
        }
        cursor = -1;
        build();
    }

    private void build() {
        content.getChildren().clear();
        cards.clear();
        fillChoice();
        int step = model.current().get();
        StepRow row = step >= 0 && step < model.rows().size() ? model.rows().get(step) : null;
        RubricVersion version = model.rubric().get();
        if (!model.rubrics().isEmpty()) {
            content.getChildren().add(choice);
        }
        if (version == null) {
            content.getChildren().add(noRubric());
        } else if (row != null) {
            criteria(version, row);
        }
        if (row != null) {
            kinds(version, row);
            commentOf(row);
        }
        markCursor();
    }

    private VBox noRubric() {
        boolean some = !model.rubrics().isEmpty();
        VBox box =
                Kit.card(
                        texts.text("rubric.none"),
                        Kit.muted(texts.text(some ? "rubric.none.choose" : "rubric.none.text")));
        if (!some) {
            box.getChildren().add(toRubrics);
        }
        return box;
    }

    private void criteria(RubricVersion version, StepRow row) {
        Optional<Stage> stage = row.facts().stage();
        Label title =
                Kit.heading(
                        stage.map(s -> texts.text("step.stage", row.index() + 1, s.title()))
                                .orElse(texts.text("step.only", row.index() + 1)));
        title.getStyleClass().add("rubric-title");
        title.setWrapText(true);
        title.setMinWidth(0);
        content.getChildren().add(Kit.row(title, Kit.spacer(), Kit.keyCap("→")));
        stage.filter(s -> !s.description().isEmpty())
                .ifPresent(s -> content.getChildren().add(Kit.muted(s.description().strip())));
        List<Criterion> criteria = new ArrayList<>();
        stage.ifPresent(s -> criteria.addAll(s.criteria()));
        criteria.addAll(version.rubric().everyStep());
        for (Criterion criterion : criteria) {
            CriterionCard card =
                    new CriterionCard(criterion, row, texts, v -> model.rate(criterion.id(), v));
            cards.add(card);
        }
        content.getChildren().addAll(cards);
        if (cards.isEmpty()) {
            content.getChildren().add(Kit.muted(texts.text("criteria.none")));
        }
    }

    private void kinds(RubricVersion version, StepRow row) {
        kindNames = version == null ? List.of() : version.rubric().errorKinds();
        if (kindNames.isEmpty()) {
            return;
        }
        kinds.getChildren().clear();
        for (int i = 0; i < kindNames.size(); i++) {
            String kind = kindNames.get(i);
            ToggleButton chip = Kit.chip(kind);
            chip.getStyleClass().add("tone-danger");
            chip.setFocusTraversable(false);
            chip.setSelected(row.label() != null && row.label().errorKinds().contains(kind));
            chip.setOnAction(e -> model.toggleErrorKind(kind));
            kinds.getChildren().add(chip);
        }
        kindsBox.getStyleClass().setAll("kinds-box");
        kindsBox.getChildren().setAll(Kit.heading(texts.text("kinds")), kinds);
        content.getChildren().add(kindsBox);
    }

    private void commentOf(StepRow row) {
        Label name = Kit.heading(texts.text("comment"));
        name.setLabelFor(comment);
        content.getChildren().addAll(Kit.row(name, Kit.keyCap("C")), comment);
        String text = row.label() == null ? "" : row.label().comment();
        if (commented != row.index() || !comment.isFocused()) {
            comment.setText(text);
        }
        commented = row.index();
    }

    // --- keys

    boolean rating() {
        return cursor >= 0;
    }

    /** Puts the keyboard on the first criterion; false when there is nothing to rate. */
    boolean enter() {
        if (stops() == 0) {
            return false;
        }
        cursor = 0;
        markCursor();
        return true;
    }

    void leave() {
        cursor = -1;
        markCursor();
    }

    void focusComment() {
        comment.requestFocus();
        comment.end();
    }

    /** A key while rating. */
    boolean key(KeyEvent event) {
        int position = position(event);
        if (position >= 0) {
            choose(position);
            return true;
        }
        switch (event.getCode()) {
            case UP -> cursor = Math.max(0, cursor - 1);
            case DOWN, TAB -> cursor = Math.min(stops() - 1, cursor + 1);
            case LEFT, ESCAPE, RIGHT -> leave();
            default -> {
                return false;
            }
        }
        markCursor();
        return true;
    }

    private void choose(int position) {
        int at = cursor;
        if (at < cards.size()) {
            if (cards.get(at).choose(position)) {
                cursor = at + 1 < stops() ? at + 1 : -1;
            }
        } else if (position < kindNames.size()) {
            model.toggleErrorKind(kindNames.get(position));
        }
        markCursor();
    }

    private int stops() {
        return cards.size() + (kindNames.isEmpty() ? 0 : 1);
    }

    private static int position(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return -1;
        }
        String name = event.getCode().getName();
        if (event.getCode().isDigitKey()) {
            return event.getCode() == KeyCode.DIGIT0 ? -1 : name.charAt(name.length() - 1) - '1';
        }
        return name.length() == 1
                ? ScaleKeys.LETTERS.indexOf(name.toLowerCase(java.util.Locale.ROOT))
                : -1;
    }

    private void markCursor() {
        for (int i = 0; i < cards.size(); i++) {
            cards.get(i).current(i == cursor);
        }
        kindsBox.pseudoClassStateChanged(CURRENT, cursor == cards.size() && cursor >= 0);
    }
}
