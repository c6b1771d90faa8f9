package org.stepwright.ui.rubrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.rubric.LintFinding;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Stage;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** The stages in order; they move by dragging, and criteria can be dropped on them. */
final class StageList {
    static final double CELL_HEIGHT = 52;

    private final DraftEditor model;
    private final Messages texts;
    private final CriterionCards cards;
    private final ListView<Stage> list = new ListView<>();
    private Map<String, Integer> counts = Map.of();
    private boolean showing;

    /**
     * @param model the open draft
     * @param texts the screen's texts
     * @param cards moves criteria that are dropped
     */
    StageList(DraftEditor model, Messages texts, CriterionCards cards) {
        this.model = model;
        this.texts = texts;
        this.cards = cards;
        list.setId("rubrics-stages");
        list.setAccessibleText(texts.text("stages"));
        list.setCellFactory(l -> new Cell());
        list.setFixedCellSize(CELL_HEIGHT);
        list.setPlaceholder(Kit.muted(texts.text("stages.none")));
        list.getSelectionModel()
                .selectedIndexProperty()
                .addListener(
                        (o, before, index) -> {
                            if (!showing && index.intValue() >= 0) {
                                model.stage().set(index.intValue());
                            }
                        });
        model.view().addListener((o, before, after) -> show(after));
        model.findings().addListener((ListChangeListener<LintFinding>) c -> found());
    }

    ListView<Stage> node() {
        return list;
    }

    /** Only rows whose stage changed are drawn anew. */
    private void show(DraftView view) {
        showing = true;
        List<Stage> stages = view.rubric().stages();
        if (list.getItems().size() == stages.size()) {
            for (int i = 0; i < stages.size(); i++) {
                if (!Objects.equals(stages.get(i), list.getItems().get(i))) {
                    list.getItems().set(i, stages.get(i));
                }
            }
        } else {
            list.getItems().setAll(stages);
        }
        double height = Math.max(1, stages.size()) * CELL_HEIGHT + 4;
        list.setPrefHeight(height);
        list.setMaxHeight(height);
        list.setMinHeight(Math.min(height, 3 * CELL_HEIGHT));
        if (view.stageIndex() == RubricEdits.EVERY_STEP) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != view.stageIndex()) {
            list.getSelectionModel().select(view.stageIndex());
            list.scrollTo(view.stageIndex());
        }
        showing = false;
    }

    /** Counts once, as a stage is drawn often; rows are drawn anew only when a count changed. */
    private void found() {
        Map<String, Integer> now = new HashMap<>();
        Rubric rubric = model.draft().get();
        for (LintFinding finding : model.findings()) {
            Findings.Spot spot = Findings.spot(rubric, finding);
            if (!spot.whole() && spot.stage() != RubricEdits.EVERY_STEP) {
                now.merge(rubric.stages().get(spot.stage()).id(), 1, Integer::sum);
            }
        }
        if (!now.equals(counts)) {
            counts = now;
            list.refresh();
        }
    }

    private final class Cell extends ListCell<Stage> {
        private final Label number = new Label();
        private final Label title = new Label();
        private final Label facts = new Label();
        private final Label optional = Kit.badge(texts.text("badge.optional"), Tone.NEUTRAL);
        private final Label required = Kit.badge(texts.text("badge.required"), Tone.ACCENT);
        private final Label repeats = Kit.badge(texts.text("badge.repeats"), Tone.NEUTRAL);
        private final Label lint = Kit.badge("", Tone.WARNING);
        private final HBox row;

        Cell() {
            number.getStyleClass().add("muted");
            number.setMinWidth(18);
            title.getStyleClass().add("strong");
            title.setMinWidth(0);
            facts.getStyleClass().add("muted");
            HBox badges = Kit.row(required, optional, repeats, Kit.spacer(), facts);
            badges.setSpacing(4);
            facts.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(title, Priority.ALWAYS);
            title.setMaxWidth(Double.MAX_VALUE);
            VBox words = new VBox(3, Kit.row(title, lint), badges);
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMinWidth(0);
            row = new HBox(6, number, words);
            setPrefWidth(0);
            Dragging.source(
                    this,
                    this,
                    Dragging.STAGE,
                    () -> isEmpty() || getItem() == null ? "" : getItem().id());
            Dragging.between(this, Dragging.STAGE, this::dropStage);
            Dragging.into(this, Dragging.CRITERION, this::dropCriterion);
        }

        private void dropStage(String id, boolean behind) {
            int gap = isEmpty() ? model.draft().get().stages().size() : getIndex();
            model.edit(
                    r ->
                            RubricEdits.moveStageBefore(
                                    r,
                                    RubricEdits.indexOfStage(r, id),
                                    behind && !isEmpty() ? gap + 1 : gap));
        }

        private void dropCriterion(String id) {
            if (!isEmpty()) {
                cards.moveToStage(id, getIndex());
            }
        }

        @Override
        protected void updateItem(Stage stage, boolean empty) {
            super.updateItem(stage, empty);
            if (empty || stage == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            int found = counts.getOrDefault(stage.id(), 0);
            number.setText(Integer.toString(getIndex() + 1));
            title.setText(stage.title());
            facts.setText(texts.text("stage.criteria", stage.criteria().size()));
            Kit.show(required, stage.required());
            Kit.show(optional, !stage.required());
            Kit.show(repeats, stage.repeatable());
            lint.setText(texts.text("badge.lint", found));
            Kit.show(lint, found > 0);
            setAccessibleText(
                    texts.text(
                            "stage.says", getIndex() + 1, stage.title(), stage.criteria().size()));
            setGraphic(row);
        }
    }

    /** The button for what is judged in every step; criteria can be dropped on it. */
    Button everyStep() {
        Button button = new Button();
        button.setId("rubrics-every-step");
        button.getStyleClass().add("every-step");
        button.setOnAction(e -> model.stage().set(RubricEdits.EVERY_STEP));
        button.setMinWidth(Button.USE_PREF_SIZE);
        Dragging.into(
                button, Dragging.CRITERION, id -> cards.moveToStage(id, RubricEdits.EVERY_STEP));
        model.view()
                .addListener(
                        (o, before, view) -> {
                            button.setText(
                                    texts.text(
                                            "everyStep.count", view.rubric().everyStep().size()));
                            button.pseudoClassStateChanged(
                                    StagesPane.CHOSEN, view.stageIndex() == RubricEdits.EVERY_STEP);
                        });
        return button;
    }

    /** Moves the stage in sight by so many places. */
    void move(int by) {
        int from = model.stage().get();
        if (from != RubricEdits.EVERY_STEP) {
            model.edit(r -> RubricEdits.moveStage(r, from, by));
        }
    }

    /** Whether the keyboard is on the list. */
    boolean focused() {
        return list.isFocused();
    }
}
