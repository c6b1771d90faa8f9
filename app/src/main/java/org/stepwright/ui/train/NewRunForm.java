package org.stepwright.ui.train;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.prm.train.Recipe;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** What a new run trains on and how. */
final class NewRunForm {
    private static final double CARD_HEIGHT = 108;

    private final NewRun model;
    private final Messages texts;
    private final VBox root = new VBox(12);
    private final Label refusal = new Label();

    NewRunForm(NewRun model, Messages texts) {
        this.model = model;
        this.texts = texts;
        root.setPrefWidth(560);
        Label data = Kit.body("");
        data.setId("train-data");
        Label warning = Kit.body("");
        warning.getStyleClass().add("warning-text");
        model.summary().addListener((o, before, after) -> show(after, data, warning));
        show(model.summary().get(), data, warning);
        model.filterTrouble().addListener((o, before, after) -> refusal.setText(after));
        refusal.getStyleClass().add("danger-text");
        refusal.setWrapText(true);
        refusal.setId("train-refusal");
        root.getChildren()
                .addAll(
                        recipes(),
                        Forms.pair(
                                Kit.field(
                                        texts.text("name"), Forms.line("train-name", model.name())),
                                Kit.field(
                                        texts.text("seed"),
                                        Forms.line("train-seed", model.seed()))),
                        Kit.field(texts.text("where"), where()),
                        data,
                        warning,
                        Forms.pair(
                                Kit.field(texts.text("neutral"), neutral()),
                                Kit.field(texts.text("rubric"), rubric())),
                        Kit.muted(texts.text("split")),
                        refusal);
    }

    Node node() {
        refusal.setText(model.filterTrouble().get());
        return root;
    }

    void refuse(String why) {
        refusal.setText(why);
    }

    private void show(NewRun.DataSummary summary, Label data, Label warning) {
        if (summary == null) {
            data.setText("");
            warning.setText("");
            return;
        }
        data.setText(texts.text("data", summary.traces(), summary.steps(), summary.wrong()));
        warning.setText(summary.few() ? texts.text("data.few") : "");
        Kit.show(warning, summary.few());
    }

    private Node recipes() {
        ToggleGroup group = new ToggleGroup();
        HBox cards = new HBox(12);
        for (Recipe recipe : Recipe.values()) {
            VBox words =
                    new VBox(
                            4,
                            Kit.heading(recipe.id()),
                            Kit.muted(texts.text("recipe." + recipe.id())));
            ToggleButton card = new ToggleButton(null, words);
            card.setId("train-recipe-" + recipe.id());
            card.getStyleClass().add("recipe-card");
            card.setAccessibleText(recipe.id() + ": " + texts.text("recipe." + recipe.id()));
            card.setToggleGroup(group);
            card.setUserData(recipe);
            card.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(card, Priority.ALWAYS);
            card.setPrefWidth(270);
            card.setMinHeight(CARD_HEIGHT);
            card.setPrefHeight(CARD_HEIGHT);
            card.setMaxHeight(CARD_HEIGHT);
            words.setMaxWidth(240);
            card.setSelected(recipe == model.recipe().get());
            cards.getChildren().add(card);
        }
        group.selectedToggleProperty()
                .addListener(
                        (o, before, after) -> {
                            if (after == null) {
                                group.selectToggle(before);
                            } else {
                                choose((Recipe) after.getUserData());
                            }
                        });
        return cards;
    }

    private void choose(Recipe recipe) {
        String named = model.name().get();
        Recipe before = model.recipe().get();
        model.recipe().set(recipe);
        if (named.startsWith(before.id() + "-")) {
            model.name().set(recipe.id() + named.substring(before.id().length()));
        }
    }

    private Node where() {
        TextField field = Forms.line("train-where", model.where());
        field.setPromptText(texts.text("where.prompt"));
        // counting reads every label: not at each letter
        PauseTransition pause = new PauseTransition(Duration.millis(200));
        pause.setOnFinished(e -> model.count());
        model.where().addListener((o, before, after) -> pause.playFromStart());
        return field;
    }

    private ComboBox<NeutralPolicy> neutral() {
        ComboBox<NeutralPolicy> box =
                Forms.box(
                        "train-neutral",
                        texts.text("neutral"),
                        p -> texts.text("neutral." + p.name()));
        box.getItems().setAll(NeutralPolicy.values());
        box.valueProperty().bindBidirectional(model.neutral());
        return box;
    }

    private ComboBox<String> rubric() {
        return Forms.rubricBox(
                "train-rubric",
                texts.text("rubric"),
                model.rubrics(),
                model.rubric(),
                texts.text("rubric.none"));
    }
}
