package org.stepwright.ui.rubrics;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Scale;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** One criterion, calm to read; a click or Enter opens it. */
final class CalmCriterion {
    private final Messages texts;

    CalmCriterion(Messages texts) {
        this.texts = texts;
    }

    Node node(Criterion criterion, Runnable open) {
        Label title = Kit.heading(criterion.title());
        title.setWrapText(true);
        title.setMinHeight(Label.USE_PREF_SIZE);
        HBox head = Kit.row(title);
        head.getChildren().addAll(badges(criterion));
        head.getChildren().addAll(Kit.spacer(), weight(criterion));
        VBox card = Kit.card(head);
        if (!criterion.guidance().isBlank()) {
            card.getChildren().add(Kit.muted(criterion.guidance()));
        }
        if (!criterion.scale().levels().isEmpty()) {
            card.getChildren().add(levelTable(criterion.scale()));
        }
        card.setId("criterion-" + criterion.id());
        card.getStyleClass().add("selectable");
        card.setFocusTraversable(true);
        card.setAccessibleText(criterion.title());
        card.setOnMouseClicked(e -> open.run());
        card.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ENTER) {
                        e.consume();
                        open.run();
                    }
                });
        return card;
    }

    private List<Label> badges(Criterion criterion) {
        List<Label> badges = new ArrayList<>();
        if (criterion.gate()) {
            badges.add(Kit.badge(texts.text("badge.gate"), Tone.DANGER));
        }
        criterion
                .automatic()
                .ifPresent(
                        v ->
                                badges.add(
                                        Kit.badge(
                                                texts.text("badge.verifier", v.name()),
                                                Tone.ACCENT)));
        if (criterion.judged() == Criterion.Judged.STYLE) {
            badges.add(Kit.badge(texts.text("badge.style"), Tone.WARNING));
        }
        return badges;
    }

    private Label weight(Criterion criterion) {
        Label weight = new Label(texts.text("criterion.weight.short", criterion.weight()));
        weight.getStyleClass().add("muted");
        weight.setMinWidth(Label.USE_PREF_SIZE);
        return weight;
    }

    private Node levelTable(Scale scale) {
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(4);
        int row = 0;
        for (Scale.Level level : scale.levels()) {
            Label value =
                    new Label(
                            Decimals.text(level.value())
                                    + (level.name().isEmpty() ? "" : "  " + level.name()));
            value.getStyleClass().add("strong");
            value.setMinWidth(Label.USE_PREF_SIZE);
            Label anchor =
                    Kit.body(
                            level.anchor().isEmpty()
                                    ? texts.text("level.undescribed")
                                    : level.anchor());
            if (level.anchor().isEmpty()) {
                anchor.getStyleClass().add("muted");
            }
            grid.addRow(row++, value, anchor);
            GridPane.setHgrow(anchor, Priority.ALWAYS);
        }
        return grid;
    }
}
