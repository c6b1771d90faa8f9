package org.stepwright.ui.rubrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Stage;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** Draws criteria, closed and open, and does what their buttons say. */
final class CriterionCards {
    private final DraftEditor model;
    private final Messages texts;
    private final CriterionHelp help;
    private final Consumer<String> say;

    /**
     * @param model the open draft
     * @param texts the screen's texts
     * @param help what can be asked for while a criterion is open
     * @param say tells what was removed
     */
    CriterionCards(DraftEditor model, Messages texts, CriterionHelp help, Consumer<String> say) {
        this.model = model;
        this.texts = texts;
        this.help = help;
        this.say = say;
    }

    VBox calm(Criterion criterion, int findings) {
        return new CalmCriterion(texts)
                .node(criterion, findings, () -> model.openCriterion().set(criterion.id()));
    }

    VBox open(Fields fields, Criterion criterion, Supplier<Criterion> now) {
        String id = criterion.id();
        VBox card =
                new CriterionEditor(
                                texts,
                                fields,
                                model.verifiers(),
                                now,
                                change -> model.edit(r -> CriteriaEdits.replace(r, id, change)))
                        .node(help.levelTools(id), help.verifierTools(id));
        card.setId("criterion-" + id);
        card.getChildren().add(0, bar(card, id));
        return card;
    }

    private HBox bar(VBox card, String id) {
        FontIcon grip = Kit.icon(Feather.MOVE);
        HBox handle = new HBox(grip);
        handle.getStyleClass().add("drag-handle");
        handle.setCursor(Cursor.MOVE);
        Dragging.source(handle, card, Dragging.CRITERION, () -> id);
        Button close = Kit.button(texts.text("criterion.close"), () -> close(id));
        close.setId("criterion-close");
        List<Node> nodes =
                new ArrayList<>(List.of(handle, Kit.heading(texts.text("criterion.edits"))));
        nodes.add(Kit.spacer());
        nodes.add(moveTo(id));
        nodes.add(tool(Feather.ARROW_UP, "criterion-up", "criterion.up", () -> move(id, -1)));
        nodes.add(tool(Feather.ARROW_DOWN, "criterion-down", "criterion.down", () -> move(id, 1)));
        nodes.add(tool(Feather.COPY, "criterion-copy", "criterion.copy", () -> duplicate(id)));
        nodes.add(tool(Feather.TRASH_2, "criterion-remove", "criterion.remove", () -> remove(id)));
        nodes.add(close);
        HBox bar = Kit.row(nodes.toArray(Node[]::new));
        bar.setSpacing(4);
        return bar;
    }

    private Button tool(Feather icon, String id, String key, Runnable action) {
        Button button = Kit.iconButton(icon, texts.text(key), action);
        button.setId(id);
        return button;
    }

    private void close(String id) {
        model.openCriterion().set("");
    }

    private MenuButton moveTo(String id) {
        MenuButton menu = new MenuButton(texts.text("criterion.moveTo"));
        menu.setId("criterion-move-to");
        menu.setMinWidth(MenuButton.USE_PREF_SIZE);
        menu.getStyleClass().add("flat");
        menu.setOnShowing(
                e -> {
                    Rubric rubric = model.draft().get();
                    menu.getItems().clear();
                    menu.getItems().add(target(texts.text("everyStep"), id, -1));
                    for (int i = 0; i < rubric.stages().size(); i++) {
                        Stage stage = rubric.stages().get(i);
                        menu.getItems()
                                .add(
                                        target(
                                                texts.text("stage.numbered", i + 1, stage.title()),
                                                id,
                                                i));
                    }
                });
        menu.getItems().add(new MenuItem("")); // an empty menu does not open
        return menu;
    }

    private MenuItem target(String name, String id, int stage) {
        MenuItem item = new MenuItem(name);
        item.setDisable(
                CriteriaEdits.place(model.draft().get(), id)
                        .filter(at -> at.stage() == stage)
                        .isPresent());
        item.setOnAction(e -> moveToStage(id, stage));
        return item;
    }

    /** Moves a criterion to the end of a stage, or to what is judged in every step. */
    void moveToStage(String id, int stage) {
        boolean open = id.equals(model.openCriterion().get());
        model.edit(
                r -> CriteriaEdits.moveTo(r, id, stage, Integer.MAX_VALUE),
                after -> {
                    if (open) {
                        model.stage().set(stage);
                    }
                });
    }

    void move(String id, int by) {
        model.edit(r -> CriteriaEdits.move(r, id, by));
    }

    private void duplicate(String id) {
        Rubric before = model.draft().get();
        CriteriaEdits.find(before, id)
                .ifPresent(
                        c ->
                                model.edit(
                                        r ->
                                                CriteriaEdits.duplicate(
                                                        r, id, texts.text("copy", c.title())),
                                        after -> openCopy(after, id)));
    }

    private void openCopy(Rubric after, String id) {
        CriteriaEdits.place(after, id)
                .ifPresent(
                        at ->
                                model.openCriterion()
                                        .set(
                                                CriteriaEdits.of(after, at.stage())
                                                        .get(at.index() + 1)
                                                        .id()));
    }

    void remove(String id) {
        CriteriaEdits.find(model.draft().get(), id)
                .ifPresent(
                        c -> {
                            model.edit(r -> CriteriaEdits.remove(r, id));
                            say.accept(texts.text("removed", c.title()));
                        });
    }

    /** A criterion was dropped before or behind another one. */
    void drop(String dragged, String onto, boolean behind) {
        model.edit(
                r ->
                        CriteriaEdits.place(r, onto)
                                .map(
                                        at ->
                                                CriteriaEdits.moveTo(
                                                        r,
                                                        dragged,
                                                        at.stage(),
                                                        at.index() + (behind ? 1 : 0)))
                                .orElse(r));
    }
}
