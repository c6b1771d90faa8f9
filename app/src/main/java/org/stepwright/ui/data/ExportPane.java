package org.stepwright.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.storage.export.ExportEffects;
import org.stepwright.storage.export.ExportPreview;
import org.stepwright.storage.export.ExportReport;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.Tone;

/** The Export tab: what can be chosen on the left, what it does and did on the right. */
final class ExportPane {
    private static final double FORM = 600;
    private static final double SCROLL_BAR = 14;

    private final ExportViewModel model;
    private final Messages texts;
    private final Messages own;
    private final VBox messages = new VBox(8);
    private final VBox found = new VBox(8);
    private final VBox losses = new VBox(6);
    private final Node root;

    ExportPane(ExportViewModel model, ScreenContext context, Messages texts) {
        this.model = model;
        this.texts = texts;
        this.own = Messages.of("data-export");
        ExportForm form = new ExportForm(model, context, texts, own);
        VBox left = new VBox(12, messages, form.node());
        left.setMaxWidth(FORM + 120);
        left.setPrefWidth(FORM);
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox right = new VBox(12, found, form.target(), losses);
        right.setPrefWidth(380);
        right.setMinWidth(300);
        right.setMaxWidth(520);
        HBox.setHgrow(right, Priority.SOMETIMES);
        HBox content = new HBox(16, left, right);
        content.setId("data-export");
        content.setPadding(new Insets(0, SCROLL_BAR, 0, 0));
        root = Kit.scroll(content);
        model.trouble()
                .addListener(
                        (o, before, after) -> {
                            showMessages();
                            showPreview();
                        });
        model.report().addListener((o, before, after) -> showMessages());
        model.preview().addListener((o, before, after) -> showPreview());
        model.previewing().addListener((o, before, after) -> showPreview());
        model.matching().addListener((o, before, after) -> showPreview());
        model.choices().format().addListener((o, before, after) -> showLosses());
        showMessages();
        showPreview();
        showLosses();
    }

    private void showMessages() {
        messages.getChildren().clear();
        Kit.show(messages, !model.trouble().get().isEmpty() || model.report().get() != null);
        if (!model.trouble().get().isEmpty()) {
            messages.getChildren().add(Kit.banner(Tone.DANGER, model.trouble().get()));
        }
        ExportReport report = model.report().get();
        if (report == null) {
            return;
        }
        Button open = Kit.button(own.text("open"), model::openFolder);
        open.setId("export-open");
        messages.getChildren()
                .add(
                        Kit.banner(
                                Tone.SUCCESS,
                                texts.text(
                                        "export.done",
                                        report.traces(),
                                        report.steps(),
                                        report.labels()),
                                open));
        report.warnings().forEach(w -> messages.getChildren().add(Kit.banner(Tone.WARNING, w)));
        VBox files = Kit.card(texts.text("export.files"));
        report.splits()
                .forEach(
                        (part, n) ->
                                files.getChildren()
                                        .add(Kit.body(texts.text("export.part", part, n))));
        for (Path file : report.files()) {
            Label name = Kit.muted(file.toString());
            files.getChildren().add(name);
        }
        messages.getChildren().add(files);
    }

    private void showPreview() {
        VBox card = Kit.card(own.text("preview"));
        card.setId("export-preview");
        ExportPreview preview = model.preview().get();
        if (preview != null) {
            sentences(preview).forEach(s -> card.getChildren().add(Kit.body(s)));
        } else if (model.previewing().get()) {
            card.getChildren().add(Kit.muted(own.text("preview.wait")));
        } else if (model.matching().get() <= 0 || !model.asksForPreview()) {
            card.getChildren().add(Kit.muted(own.text("preview.none")));
        } else {
            Button look = Kit.button(own.text("preview.look"), model::look);
            look.setId("export-look");
            card.getChildren().addAll(Kit.muted(own.text("preview.ask")), Kit.row(look));
        }
        found.getChildren().setAll(card);
        if (preview != null && !preview.warnings().isEmpty()) {
            VBox warnings = Kit.card(own.text("warnings"));
            preview.warnings().forEach(w -> warnings.getChildren().add(Kit.body("! " + w)));
            found.getChildren().add(warnings);
        }
    }

    private List<String> sentences(ExportPreview preview) {
        ExportEffects effects = preview.effects();
        List<String> all = new ArrayList<>();
        String parts =
                preview.splits().entrySet().stream()
                        .map(e -> own.text("preview.part", e.getKey(), e.getValue()))
                        .collect(Collectors.joining(", "));
        all.add(own.text("preview.traces", preview.traces(), parts));
        String neutral = texts.text("neutral." + model.choices().neutral().get().name());
        all.add(
                effects.neutral() == 0
                        ? own.text("preview.neutral.none")
                        : own.text("preview.neutral", effects.neutral(), neutral));
        add(all, "preview.masked", effects.masked());
        add(all, "preview.changed", effects.changed());
        add(all, "preview.soft", effects.softSteps());
        add(all, "preview.left", effects.leftOut());
        effects.skipped().forEach((why, n) -> all.add(own.text("preview.skipped", n, why)));
        return all;
    }

    private void add(List<String> all, String key, long count) {
        if (count > 0) {
            all.add(own.text(key, count));
        }
    }

    private void showLosses() {
        String format = model.choices().format().get();
        List<String> lost = ExportFormats.losses(format);
        Kit.show(losses, !lost.isEmpty());
        VBox card = Kit.card(own.text("losses", format));
        card.setId("export-losses");
        lost.forEach(l -> card.getChildren().add(Kit.muted(l)));
        losses.getChildren().setAll(card);
    }

    Node node() {
        return root;
    }
}
