package org.stepwright.ui.rubrics;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.rubric.Rubric;
import org.stepwright.score.Aggregation;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** The rubric itself: title, state, publish; its description and aggregation on demand. */
final class RubricHeader {
    private final VBox root = new VBox(10);

    /**
     * @param model the rubrics
     * @param texts the screen's texts
     * @param publish asks for a note and publishes
     * @param undo takes the last change back
     * @param redo makes it again
     * @param panel shows and hides the right panel
     * @param more further buttons
     */
    RubricHeader(
            RubricsViewModel model,
            Messages texts,
            Runnable publish,
            Runnable undo,
            Runnable redo,
            ToggleButton panel,
            List<Button> more) {
        DraftEditor editor = model.editor();
        Label title = Kit.title("");
        title.setMinHeight(Label.USE_PREF_SIZE);
        Button back = Kit.iconButton(Feather.CORNER_UP_LEFT, texts.text("key.undo"), undo);
        back.setId("rubrics-undo");
        back.disableProperty().bind(editor.undoDepth().isEqualTo(0));
        Button again = Kit.iconButton(Feather.CORNER_UP_RIGHT, texts.text("key.redo"), redo);
        again.setId("rubrics-redo");
        again.disableProperty().bind(Bindings.not(editor.canRedo()));
        ToggleButton about = Kit.chip(texts.text("about"));
        about.setId("rubrics-about");
        about.setMinWidth(ToggleButton.USE_PREF_SIZE);
        panel.setMinWidth(ToggleButton.USE_PREF_SIZE);
        HBox tools = Kit.row(about, panel, Kit.spacer());
        tools.getChildren().addAll(more);
        Fields fields = new Fields();
        Node form = form(model, texts, fields);
        about.selectedProperty().addListener((o, before, on) -> Kit.show(form, on));
        Kit.show(form, false);
        root.getChildren()
                .addAll(
                        Kit.row(title, Kit.spacer(), back, again, publish(model, texts, publish)),
                        tools,
                        form);
        editor.draft()
                .addListener(
                        (o, before, rubric) -> {
                            title.setText(rubric == null ? "" : rubric.title());
                            fields.refresh();
                        });
    }

    /** With nothing to publish the button rests, and says why where the pointer is. */
    private static Node publish(RubricsViewModel model, Messages texts, Runnable publish) {
        Button go = Kit.primary(texts.text("publish.dots"), publish);
        go.setId("rubrics-publish");
        go.disableProperty().bind(Bindings.not(model.editor().differs()));
        HBox around = new HBox(go); // a button that rests shows no tooltip itself
        Tooltip why = new Tooltip(texts.text("publish.same"));
        model.editor()
                .differs()
                .addListener(
                        (o, before, differs) -> {
                            Tooltip.uninstall(around, why);
                            go.setAccessibleHelp(differs ? null : why.getText());
                            if (!differs) {
                                Tooltip.install(around, why);
                            }
                        });
        return around;
    }

    private static Node form(RubricsViewModel model, Messages texts, Fields fields) {
        var title =
                fields.text(
                        "rubric-title",
                        texts.text("rubric.title"),
                        () -> value(model, Rubric::title, ""),
                        v -> model.editor().edit(r -> RubricEdits.withTitle(r, v)));
        var description =
                fields.area(
                        "rubric-description",
                        texts.text("rubric.description"),
                        3,
                        () -> value(model, Rubric::description, ""),
                        v -> model.editor().edit(r -> RubricEdits.withDescription(r, v)));
        var aggregation =
                fields.choice(
                        "rubric-aggregation",
                        texts.text("rubric.aggregation"),
                        List.of(Aggregation.values()),
                        a -> texts.text("aggregation." + a.name()),
                        () -> value(model, Rubric::aggregation, Aggregation.MIN),
                        a -> model.editor().edit(r -> RubricEdits.withAggregation(r, a)));
        var kinds =
                fields.text(
                        "rubric-error-kinds",
                        texts.text("rubric.errorKinds"),
                        () ->
                                String.join(
                                        ", ", value(model, Rubric::errorKinds, List.<String>of())),
                        v ->
                                model.editor()
                                        .edit(r -> RubricEdits.withErrorKinds(r, Forms.words(v))));
        return Kit.card(
                Kit.field(texts.text("rubric.title"), title),
                Kit.field(texts.text("rubric.description"), description),
                Forms.pair(
                        Kit.field(texts.text("rubric.aggregation"), aggregation),
                        Kit.field(texts.text("rubric.errorKinds"), kinds)));
    }

    private static <T> T value(
            RubricsViewModel model, java.util.function.Function<Rubric, T> read, T none) {
        Rubric rubric = model.editor().draft().get();
        return rubric == null ? none : read.apply(rubric);
    }

    Node node() {
        return root;
    }
}
