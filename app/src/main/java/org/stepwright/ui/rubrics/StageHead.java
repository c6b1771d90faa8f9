package org.stepwright.ui.rubrics;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.rubric.Stage;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** What a stage is: the card above its criteria. */
final class StageHead {
    private final DraftEditor model;
    private final Messages texts;
    private final Fields fields;
    private final int index;
    private final IntConsumer move;
    private final Runnable remove;

    /**
     * @param model the open draft
     * @param texts the screen's texts
     * @param fields makes the fields
     * @param index the stage, from 0
     * @param move moves it by so many places
     * @param remove removes it
     */
    StageHead(
            DraftEditor model,
            Messages texts,
            Fields fields,
            int index,
            IntConsumer move,
            Runnable remove) {
        this.model = model;
        this.texts = texts;
        this.fields = fields;
        this.index = index;
        this.move = move;
        this.remove = remove;
    }

    Node node() {
        var title =
                fields.text(
                        "stage-title",
                        texts.text("stage.title"),
                        () -> stage().map(Stage::title).orElse(""),
                        value ->
                                edit(
                                        s ->
                                                with(
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
                        () -> stage().map(Stage::description).orElse(""),
                        value ->
                                edit(
                                        s ->
                                                with(
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
                        () -> stage().map(s -> String.join(", ", s.match())).orElse(""),
                        value ->
                                edit(
                                        s ->
                                                with(
                                                        s,
                                                        s.title(),
                                                        s.description(),
                                                        s.required(),
                                                        s.repeatable(),
                                                        Forms.words(value))));
        var required =
                fields.check(
                        "stage-required",
                        texts.text("stage.required"),
                        () -> stage().map(Stage::required).orElse(false),
                        on ->
                                edit(
                                        s ->
                                                with(
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
                        () -> stage().map(Stage::repeatable).orElse(false),
                        on ->
                                edit(
                                        s ->
                                                with(
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
                                Feather.ARROW_UP, texts.text("stage.up"), () -> move.accept(-1)),
                        Kit.iconButton(
                                Feather.ARROW_DOWN, texts.text("stage.down"), () -> move.accept(1)),
                        Kit.iconButton(Feather.TRASH_2, texts.text("stage.remove"), remove));
        return Kit.card(
                "",
                Kit.field(texts.text("stage.title"), title),
                Kit.field(texts.text("stage.description"), description),
                Kit.field(texts.text("stage.match"), match),
                tools);
    }

    private Optional<Stage> stage() {
        List<Stage> stages = model.draft().get().stages();
        return index < stages.size() ? Optional.of(stages.get(index)) : Optional.empty();
    }

    private Optional<String> edit(UnaryOperator<Stage> change) {
        return model.edit(r -> RubricEdits.replaceStage(r, index, change));
    }

    private static Stage with(
            Stage s,
            String title,
            String description,
            boolean required,
            boolean repeatable,
            List<String> match) {
        return new Stage(s.id(), title, description, required, repeatable, match, s.criteria());
    }
}
