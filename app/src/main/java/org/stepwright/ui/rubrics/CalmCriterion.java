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
import org.stepwright.ui.kit.Markdown;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** One criterion, calm to read; a click or Enter opens it. */
final class CalmCriterion {
    private final Messages texts;

    CalmCriterion(Messages texts) {
        this.texts = texts;
    }

    /**
     * @param criterion the criterion
     * @param findings how much lint says of it
     * @param open opens it for editing
     */
    VBox node(Criterion criterion, int findings, Runnable open) {
        Label title = Kit.heading(criterion.title());
        title.setWrapText(true);
        title.setMinHeight(Label.USE_PREF_SIZE);
        HBox head = Kit.row(title);
        head.getChildren().addAll(badges(criterion));
        if (findings > 0) {
            head.getChildren().add(Kit.badge(texts.text("badge.lint", findings), Tone.WARNING));
        }
        head.getChildren().addAll(Kit.spacer(), weight(criterion));
        VBox card = Kit.card(head);
        if (!criterion.guidance().isBlank()) {
            card.getChildren().add(Markdown.quiet(criterion.guidance()));
        }
        if (!criterion.scale().levels().isEmpty()) {
            card.getChildren().add(levelTable(criterion.scale()));
        }
        card.setId("criterion-" + criterion.id());
        card.getStyleClass().add("selectable");
        card.setFocusTraversable(true);
        card.setAccessibleText(criterion.title());
        card.setOnMouseClicked(
                e -> {
                    if (e == null || e.isStillSincePress()) { // a drag is no click
                        open.run();
                    }
                });
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
                                                texts.text(
                                                        "badge.verifier",
                                                        v.name().replace('-', ' ')),
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
        grid.setVgap(5);
        grid.getStyleClass().add("level-table");
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
