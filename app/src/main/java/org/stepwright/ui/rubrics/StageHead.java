package org.stepwright.ui.rubrics;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.rubric.LintFinding;
import org.stepwright.rubric.Stage;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** What a stage is: the card above its criteria. */
final class StageHead {
    private final DraftEditor model;
    private final Messages texts;
    private final String id;
    private final Consumer<String> say;
    private final Fields fields = new Fields();
    private final Label number = Kit.heading("");
    private final VBox root;

    /**
     * @param model the open draft
     * @param texts the screen's texts
     * @param id the stage's id
     * @param say tells what was removed
     */
    StageHead(DraftEditor model, Messages texts, String id, Consumer<String> say) {
        this.model = model;
        this.texts = texts;
        this.id = id;
        this.say = say;
        this.root = build();
    }

    private VBox build() {
        TextField title =
                fields.text(
                        "stage-title",
                        texts.text("stage.title"),
                        () -> value(Stage::title, ""),
                        v -> edit(s -> new StageDraft(s).title(v)));
        title.getStyleClass().add("title-field");
        var description =
                fields.area(
                        "stage-description",
                        texts.text("stage.description"),
                        1,
                        () -> value(Stage::description, ""),
                        v -> edit(s -> new StageDraft(s).description(v)));
        var match =
                fields.area(
                        "stage-match",
                        texts.text("stage.match"),
                        1,
                        () -> String.join(", ", value(Stage::match, List.<String>of())),
                        v -> edit(s -> new StageDraft(s).match(Forms.words(v))));
        match.setPromptText(texts.text("stage.match.prompt"));
        var required =
                fields.check(
                        "stage-required",
                        texts.text("stage.required"),
                        () -> value(Stage::required, false),
                        on -> edit(s -> new StageDraft(s).required(on)));
        var repeats =
                fields.check(
                        "stage-repeats",
                        texts.text("stage.repeats"),
                        () -> value(Stage::repeatable, false),
                        on -> edit(s -> new StageDraft(s).repeatable(on)));
        HBox tools =
                Kit.row(
                        number,
                        Kit.spacer(),
                        tool(Feather.ARROW_UP, "stage-up", "stage.up", () -> move(-1)),
                        tool(Feather.ARROW_DOWN, "stage-down", "stage.down", () -> move(1)),
                        tool(Feather.COPY, "stage-copy", "stage.copy", this::duplicate),
                        tool(Feather.TRASH_2, "stage-remove", "stage.remove", this::remove));
        tools.setSpacing(4);
        HBox marks = Kit.row(required, repeats);
        marks.setSpacing(18);
        VBox card =
                Kit.card(
                        tools,
                        new VBox(title),
                        Kit.field(texts.text("stage.description"), description),
                        Kit.field(texts.text("stage.match"), match),
                        marks);
        card.setSpacing(10);
        return card;
    }

    private Button tool(Feather icon, String nodeId, String key, Runnable action) {
        Button button = Kit.iconButton(icon, texts.text(key), action);
        button.setId(nodeId);
        return button;
    }

    Node node() {
        return root;
    }

    /** Shows the stage as it is now and what lint says of it. */
    void refresh(DraftView view, List<LintFinding> findings) {
        number.setText(
                texts.text("stage.of", view.stageIndex() + 1, view.rubric().stages().size()));
        fields.refresh();
        view.stage().ifPresent(s -> fields.find(Findings.atFields(s, findings)));
    }

    private void move(int by) {
        model.edit(r -> RubricEdits.moveStage(r, RubricEdits.indexOfStage(r, id), by));
    }

    private void duplicate() {
        int index = RubricEdits.indexOfStage(model.draft().get(), id);
        model.edit(
                r ->
                        RubricEdits.duplicateStage(
                                r, index, texts.text("copy", r.stages().get(index).title())),
                after -> model.stage().set(index + 1));
    }

    private void remove() {
        String title = value(Stage::title, "");
        model.edit(r -> RubricEdits.removeStage(r, RubricEdits.indexOfStage(r, id)));
        say.accept(texts.text("removed", title));
    }

    private <T> T value(Function<Stage, T> read, T none) {
        return model.draft().get().stages().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .map(read)
                .orElse(none);
    }

    /** A stage that undo took away meanwhile changes no more. */
    private Optional<String> edit(UnaryOperator<Stage> change) {
        return model.edit(
                r -> {
                    int index = RubricEdits.indexOfStage(r, id);
                    return index == RubricEdits.EVERY_STEP
                            ? r
                            : RubricEdits.replaceStage(r, index, change);
                });
    }
}
