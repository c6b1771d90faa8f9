package org.stepwright.ui.rubrics;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Stage;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Overlay;

/** The middle of the screen: one stage, or what is judged in every step, with its criteria. */
final class StageEditor {
    private final RubricsViewModel model;
    private final Messages texts;
    private final Overlay overlay;
    private final VBox root = new VBox(12);
    private Fields fields = new Fields();
    private String shape = "";
    private String openCriterion = "";

    StageEditor(RubricsViewModel model, Messages texts, Overlay overlay) {
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
            rebuild(rubric, model.stage().get());
        } else {
            fields.refresh();
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
        var title =
                fields.text(
                        "stage-title",
                        texts.text("stage.title"),
                        () -> stageAt(index).map(Stage::title).orElse(""),
                        value ->
                                edit(
                                        index,
                                        s ->
                                                stage(
                                                        s,
                                                        value,
                                                        s.description(),
                                                        s.required(),
                                                        s.repeatable(),
                                                        s.match())));
        var description =
                fields.area(
                        "stage-description",
                        texts.text("stage.description"),
                        2,
                        () -> stageAt(index).map(Stage::description).orElse(""),
                        value ->
                                edit(
                                        index,
                                        s ->
                                                stage(
                                                        s,
                                                        s.title(),
                                                        value,
                                                        s.required(),
                                                        s.repeatable(),
                                                        s.match())));
        var match =
                fields.text(
                        "stage-match",
                        texts.text("stage.match"),
                        () -> stageAt(index).map(s -> String.join(", ", s.match())).orElse(""),
                        value ->
                                edit(
                                        index,
                                        s ->
                                                stage(
                                                        s,
                                                        s.title(),
                                                        s.description(),
                                                        s.required(),
                                                        s.repeatable(),
                                                        words(value))));
        var required =
                fields.check(
                        "stage-required",
                        texts.text("stage.required"),
                        () -> stageAt(index).map(Stage::required).orElse(false),
                        on ->
                                edit(
                                        index,
                                        s ->
                                                stage(
                                                        s,
                                                        s.title(),
                                                        s.description(),
                                                        on,
                                                        s.repeatable(),
                                                        s.match())));
        var repeats =
                fields.check(
                        "stage-repeats",
                        texts.text("stage.repeats"),
                        () -> stageAt(index).map(Stage::repeatable).orElse(false),
                        on ->
                                edit(
                                        index,
                                        s ->
                                                stage(
                                                        s,
                                                        s.title(),
                                                        s.description(),
                                                        s.required(),
                                                        on,
                                                        s.match())));
        HBox tools =
                Kit.row(
                        required,
                        repeats,
                        Kit.spacer(),
                        Kit.iconButton(
                                Feather.ARROW_UP, texts.text("stage.up"), () -> moveStage(-1)),
                        Kit.iconButton(
                                Feather.ARROW_DOWN, texts.text("stage.down"), () -> moveStage(1)),
                        Kit.iconButton(
                                Feather.TRASH_2,
                                texts.text("stage.remove"),
                                () -> removeStage(index)));
        return Kit.card(
                "",
                Kit.field(texts.text("stage.title"), title),
                Kit.field(texts.text("stage.description"), description),
                Kit.field(texts.text("stage.match"), match),
                tools);
    }

    private Node criterion(int stage, int index, Criterion criterion) {
        boolean open = criterion.id().equals(openCriterion);
        CriterionCard card = new CriterionCard(texts, fields);
        if (!open) {
            return card.calm(criterion, () -> openCriterion(criterion.id()));
        }
        VBox editor =
                card.editor(
                        () -> criterionAt(stage, index).orElse(criterion),
                        change ->
                                model.edit(
                                        r ->
                                                RubricEdits.replaceCriterion(
                                                        r, stage, index, change)));
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
        openCriterion = id;
        refresh();
        Node title = root.lookup("#criterion-title");
        if (title != null) {
            title.requestFocus();
        }
    }

    /** Adds a criterion and opens it for editing. */
    void addCriterion(int stage) {
        model.edit(r -> RubricEdits.addCriterion(r, stage, texts.text("criterion.new")));
        Rubric rubric = model.draft().get();
        List<Criterion> criteria = RubricEdits.criteria(rubric, stage);
        openCriterion(criteria.get(criteria.size() - 1).id());
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

    private Optional<Stage> stageAt(int index) {
        List<Stage> stages = model.draft().get().stages();
        return index >= 0 && index < stages.size()
                ? Optional.of(stages.get(index))
                : Optional.empty();
    }

    private Optional<Criterion> criterionAt(int stage, int index) {
        Rubric rubric = model.draft().get();
        if (stage >= rubric.stages().size()) {
            return Optional.empty();
        }
        List<Criterion> criteria = RubricEdits.criteria(rubric, stage);
        return index < criteria.size() ? Optional.of(criteria.get(index)) : Optional.empty();
    }

    private Optional<String> edit(int index, UnaryOperator<Stage> change) {
        return model.edit(r -> RubricEdits.replaceStage(r, index, change));
    }

    private static Stage stage(
            Stage s,
            String title,
            String description,
            boolean required,
            boolean repeatable,
            List<String> match) {
        return new Stage(s.id(), title, description, required, repeatable, match, s.criteria());
    }

    private static List<String> words(String commaSeparated) {
        return java.util.Arrays.stream(commaSeparated.split(","))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .toList();
    }
}
