package org.stepwright.ui.rubrics;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.LintFinding;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Overlay;
import org.stepwright.ui.kit.Reveal;

/** The middle of the screen: one stage, or what is judged in every step, with its criteria. */
final class StageEditor {
    private final DraftEditor model;
    private final Messages texts;
    private final Overlay overlay;
    private final VBox root = new VBox(12);
    private Fields fields = new Fields();
    private String shape = "";
    private String openCriterion = "";

    StageEditor(DraftEditor model, Messages texts, Overlay overlay) {
        this.model = model;
        this.texts = texts;
        this.overlay = overlay;
        root.setId("rubrics-stage");
        model.draft().addListener((o, before, after) -> refresh());
        model.stage().addListener((o, before, after) -> refresh());
    }

    Node node() {
        return root;
    }

    private void refresh() {
        Rubric rubric = model.draft().get();
        if (rubric == null) {
            shape = "";
            root.getChildren().clear();
            return;
        }
        String now = shapeOf(rubric, model.stage().get());
        if (!now.equals(shape)) {
            shape = now;
            String focused = focused();
            rebuild(rubric, model.stage().get());
            focus(focused);
        } else {
            fields.refresh();
        }
    }

    /** The id of the field here that has the focus; empty when none has. */
    private String focused() {
        Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
        for (Node n = owner; n != null; n = n.getParent()) {
            if (n == root) {
                return owner.getId() == null ? "" : owner.getId();
            }
        }
        return "";
    }

    private void focus(String id) {
        Node field = id.isEmpty() ? null : root.lookup("#" + id);
        if (field != null) {
            field.requestFocus();
        }
    }

    /** What decides which nodes there are; text alone never rebuilds, so typing keeps its focus. */
    private String shapeOf(Rubric rubric, int stage) {
        StringBuilder key = new StringBuilder(rubric.id()).append('/').append(stage);
        for (Criterion c : RubricEdits.criteria(rubric, stage)) {
            key.append('/')
                    .append(c.id())
                    .append(c.scale().kind())
                    .append(c.scale().levels().size())
                    .append(c.automatic().map(VerifierSpec::name).orElse(""))
                    .append(c.id().equals(openCriterion) ? "" : c.toString());
        }
        return key.append('/').append(openCriterion).toString();
    }

    private void rebuild(Rubric rubric, int stage) {
        fields = new Fields();
        root.getChildren().clear();
        root.getChildren()
                .add(stage == RubricEdits.EVERY_STEP ? everyStepHead() : stageHead(stage));
        List<Criterion> criteria = RubricEdits.criteria(rubric, stage);
        for (int i = 0; i < criteria.size(); i++) {
            root.getChildren().add(criterion(stage, i, criteria.get(i)));
        }
        if (criteria.isEmpty()) {
            root.getChildren().add(Kit.muted(texts.text("criteria.none")));
        }
        var add = Kit.button(texts.text("criterion.add"), () -> addCriterion(stage));
        add.setId("rubrics-add-criterion");
        root.getChildren().add(Kit.row(add));
    }

    private Node everyStepHead() {
        return new VBox(
                4, Kit.title(texts.text("everyStep")), Kit.muted(texts.text("everyStep.what")));
    }

    private Node stageHead(int index) {
        return new StageHead(model, texts, fields, index, this::moveStage, () -> removeStage(index))
                .node();
    }

    private Node criterion(int stage, int index, Criterion criterion) {
        boolean open = criterion.id().equals(openCriterion);
        if (!open) {
            return new CalmCriterion(texts).node(criterion, () -> openCriterion(criterion.id()));
        }
        VBox editor =
                new CriterionEditor(
                                texts,
                                fields,
                                model.verifiers(),
                                () -> criterionAt(stage, index).orElse(criterion),
                                change ->
                                        model.edit(
                                                r ->
                                                        RubricEdits.replaceCriterion(
                                                                r, stage, index, change)))
                        .node();
        HBox tools =
                Kit.row(
                        Kit.button(texts.text("criterion.close"), () -> openCriterion("")),
                        Kit.spacer(),
                        Kit.iconButton(
                                Feather.ARROW_UP,
                                texts.text("criterion.up"),
                                () ->
                                        model.edit(
                                                r ->
                                                        RubricEdits.moveCriterion(
                                                                r, stage, index, -1))),
                        Kit.iconButton(
                                Feather.ARROW_DOWN,
                                texts.text("criterion.down"),
                                () ->
                                        model.edit(
                                                r ->
                                                        RubricEdits.moveCriterion(
                                                                r, stage, index, 1))),
                        Kit.iconButton(
                                Feather.TRASH_2,
                                texts.text("criterion.remove"),
                                () ->
                                        model.edit(
                                                r ->
                                                        RubricEdits.removeCriterion(
                                                                r, stage, index))));
        HBox.setHgrow(tools, Priority.ALWAYS);
        editor.getChildren().add(tools);
        return editor;
    }

    private void openCriterion(String id) {
        root.requestFocus(); // what is being typed goes in before its field is built anew
        openCriterion = id;
        refresh();
        focus("criterion-title");
        Node title = root.lookup("#criterion-title");
        if (title != null) {
            Node card = title;
            while (card.getParent() != root) {
                card = card.getParent();
            }
            Reveal.later(card);
        }
    }

    /** Adds a criterion and opens it for editing. */
    void addCriterion(int stage) {
        model.addCriterion(stage, texts.text("criterion.new"))
                .ifPresent(
                        id -> {
                            openCriterion(id);
                            if (root.lookup("#criterion-title") instanceof TextField title) {
                                title.selectAll(); // its name is still to be given
                            }
                        });
    }

    /** Opens what a finding of lint is about. */
    void open(LintFinding finding) {
        Rubric rubric = model.draft().get();
        RubricEdits.stageOf(rubric, finding)
                .ifPresent(
                        stage -> {
                            root.requestFocus(); // what is typed goes in where it was typed
                            model.stage().set(stage);
                            RubricEdits.criterionOf(rubric, finding)
                                    .ifPresentOrElse(
                                            c -> openCriterion(c.id()), () -> focus("stage-title"));
                        });
    }

    /** Moves the shown stage; the selection goes with it. */
    void moveStage(int by) {
        int from = model.stage().get();
        int to = from + by;
        if (from >= 0 && to >= 0 && to < model.draft().get().stages().size()) {
            model.edit(r -> RubricEdits.moveStage(r, from, by));
            model.stage().set(to);
        }
    }

    private void removeStage(int index) {
        Stage stage = model.draft().get().stages().get(index);
        if (stage.criteria().isEmpty()) {
            model.edit(r -> RubricEdits.removeStage(r, index));
            return;
        }
        overlay.ask(
                texts.text("stage.remove.title", stage.title()),
                texts.text("stage.remove.text", stage.criteria().size()),
                texts.text("stage.remove"),
                () -> model.edit(r -> RubricEdits.removeStage(r, index)));
    }

    private Optional<Criterion> criterionAt(int stage, int index) {
        Rubric rubric = model.draft().get();
        if (stage >= rubric.stages().size()) {
            return Optional.empty();
        }
        List<Criterion> criteria = RubricEdits.criteria(rubric, stage);
        return index < criteria.size() ? Optional.of(criteria.get(index)) : Optional.empty();
    }
}
