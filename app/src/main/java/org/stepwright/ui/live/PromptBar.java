package org.stepwright.ui.live;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.ConnectionKind;
import org.stepwright.trace.SplitRule;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.TabKey;
import org.stepwright.ui.kit.Tone;

/** Who is asked, who scores, and the prompt. */
final class PromptBar {
    private final VBox root = new VBox(10);

    PromptBar(LiveViewModel model, ScreenContext context, Messages texts, Runnable run) {
        LiveChoices choices = model.choices();
        ComboBox<Connection> connection =
                Forms.box("live-connection", texts.text("connection"), Connection::name);
        connection.setItems(choices.connections());
        connection.valueProperty().bindBidirectional(choices.connection());
        connection.setPromptText(texts.text("connection.none"));
        ComboBox<Path> scorer =
                Forms.box(
                        "live-model",
                        texts.text("model"),
                        p -> String.valueOf(p.getFileName()).replace(".prm", ""));
        scorer.setItems(choices.models());
        scorer.valueProperty().bindBidirectional(choices.model());
        scorer.setPromptText(texts.text("model.none"));
        ComboBox<SplitRule> rule =
                Forms.box("live-rule", texts.text("rule"), r -> texts.text("rule." + r.name()));
        rule.getItems().setAll(SplitRule.values());
        rule.valueProperty().bindBidirectional(choices.rule());
        Button file =
                Kit.iconButton(
                        Feather.FOLDER,
                        texts.text("model.file"),
                        () ->
                                context.files().open(texts.text("model.file"), "*.prm").stream()
                                        .findFirst()
                                        .ifPresent(choices::chooseModel));
        Button settings =
                Kit.iconButton(
                        Feather.SETTINGS,
                        texts.text("connection.edit"),
                        () -> context.navigator().show("settings"));
        Label recorded = Kit.badge(texts.text("recorded"), Tone.WARNING);
        recorded.setId("live-recorded");
        recorded.setTooltip(new Tooltip(texts.text("recorded.what")));
        Kit.show(recorded, false);
        choices.connection()
                .addListener(
                        (o, before, after) ->
                                Kit.show(
                                        recorded,
                                        after != null && after.kind() == ConnectionKind.RECORDED));
        connection.setPrefWidth(180);
        scorer.setPrefWidth(170);
        FlowPane boxes = new FlowPane(8, 8);
        boxes.getChildren()
                .addAll(
                        List.of(
                                labelled(texts.text("connection"), connection, settings),
                                labelled(texts.text("model"), scorer, file),
                                labelled(texts.text("rule"), rule)));

        TextArea prompt = new TextArea();
        prompt.setId("live-prompt");
        prompt.setAccessibleText(texts.text("prompt"));
        prompt.setPromptText(texts.text("prompt.text"));
        prompt.setPrefRowCount(4);
        prompt.setMinHeight(92);
        prompt.setWrapText(true);
        TabKey.leaves(prompt);
        prompt.textProperty().bindBidirectional(choices.prompt());
        HBox.setHgrow(prompt, Priority.ALWAYS);
        Button go = Kit.primary(texts.text("run"), run);
        go.setGraphic(Kit.keyCap("Ctrl Enter"));
        go.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        go.setId("live-run");
        Button stop = Kit.button(texts.text("stop"), model::cancel);
        stop.setId("live-stop");
        Kit.show(stop, false);
        model.running()
                .addListener(
                        (o, before, after) -> {
                            Kit.show(stop, after != null);
                            Kit.show(go, after == null);
                        });
        root.getChildren()
                .addAll(
                        boxes,
                        recordedPrompts(choices, texts, recorded),
                        Kit.row(prompt, go, stop));
    }

    /** A recording answers only what was asked of it, so its prompts are there to choose from. */
    private static Node recordedPrompts(LiveChoices choices, Messages texts, Label recorded) {
        ComboBox<String> box =
                Forms.box("live-prompts", texts.text("prompts"), PromptBar::shortened);
        box.setPromptText(texts.text("prompts.choose"));
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setMinWidth(0);
        box.setPrefWidth(400);
        box.valueProperty()
                .addListener(
                        (o, before, chosen) -> {
                            if (chosen != null) {
                                choices.prompt().set(chosen);
                            }
                        });
        Node row = labelled(texts.text("prompts"), box, recorded);
        Runnable fill =
                () -> {
                    box.getItems().setAll(choices.prompts());
                    String asked = choices.prompt().get();
                    box.setValue(choices.prompts().contains(asked) ? asked : null);
                    Kit.show(row, !choices.prompts().isEmpty());
                };
        choices.prompts().addListener((ListChangeListener<String>) c -> fill.run());
        choices.prompt()
                .addListener(
                        (o, before, asked) ->
                                box.setValue(choices.prompts().contains(asked) ? asked : null));
        fill.run();
        return row;
    }

    private static String shortened(String prompt) {
        String line = prompt.strip().replaceAll("\\s+", " ");
        return line.length() <= 110 ? line : line.substring(0, 109).strip() + "…";
    }

    private static Node labelled(String name, Node... nodes) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        HBox row = Kit.row(label);
        row.getChildren().addAll(nodes);
        return row;
    }

    Node node() {
        return root;
    }
}
