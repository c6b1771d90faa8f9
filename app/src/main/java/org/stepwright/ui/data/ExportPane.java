package org.stepwright.ui.data;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.storage.export.ExportReport;
import org.stepwright.storage.format.LabelFiles;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.Tone;

/** The export side: what, how it is split, where to. */
final class ExportPane {
    private final ExportViewModel model;
    private final ScreenContext context;
    private final Messages texts;
    private final VBox messages = new VBox(8);
    private final Node root;

    ExportPane(ExportViewModel model, ScreenContext context, Messages texts) {
        this.model = model;
        this.context = context;
        this.texts = texts;
        VBox form = form();
        form.setMaxWidth(760);
        messages.setMaxWidth(760);
        VBox content = new VBox(12, messages, form);
        content.setId("data-export");
        root = Kit.scroll(content);
        model.trouble().addListener((o, before, after) -> showMessages());
        model.report().addListener((o, before, after) -> showMessages());
    }

    private VBox form() {
        ComboBox<String> format = new ComboBox<>();
        format.setId("export-format");
        format.getItems().setAll(LabelFiles.writableFormats());
        format.valueProperty().bindBidirectional(model.format());
        TextField where = Forms.line("export-where", model.where());
        where.setPromptText(texts.text("export.where.prompt"));
        Label matching = Kit.muted("");
        matching.setId("export-matching");
        model.matching()
                .addListener(
                        (o, before, n) ->
                                matching.setText(
                                        n.longValue() < 0
                                                ? ""
                                                : texts.text("export.matching", n.longValue())));
        TextField split = Forms.line("export-split", model.split());
        TextField seed = Forms.line("export-seed", model.seed());
        ComboBox<NeutralPolicy> neutral = neutral();
        ComboBox<String> rubric = rubric();
        Button go = Kit.primary(texts.text("export.go"), model::exportNow);
        go.setId("export-go");
        go.disableProperty().bind(model.running().isNotNull());
        return Kit.card(
                Kit.field(texts.text("format"), format),
                Kit.field(texts.text("export.where"), where),
                matching,
                Forms.pair(
                        Kit.field(texts.text("export.split"), split),
                        Kit.field(texts.text("export.seed"), seed)),
                Forms.pair(
                        Kit.field(texts.text("export.neutral"), neutral),
                        Kit.field(texts.text("export.rubric"), rubric)),
                Kit.field(texts.text("export.folder"), folder()),
                Kit.row(go, Kit.muted(texts.text("export.same"))));
    }

    private ComboBox<NeutralPolicy> neutral() {
        ComboBox<NeutralPolicy> box =
                Forms.box(
                        "export-neutral",
                        texts.text("export.neutral"),
                        p -> texts.text("neutral." + p.name()));
        box.getItems().setAll(NeutralPolicy.values());
        box.valueProperty().bindBidirectional(model.neutral());
        return box;
    }

    private ComboBox<String> rubric() {
        return Forms.rubricBox(
                "export-rubric",
                texts.text("export.rubric"),
                model.rubrics(),
                model.rubric(),
                texts.text("export.rubric.none"));
    }

    private Node folder() {
        Label path = new Label(texts.text("export.folder.none"));
        path.setId("export-folder");
        model.folder().addListener((o, before, after) -> path.setText(after.toString()));
        Button choose =
                Kit.button(
                        texts.text("export.folder.choose"),
                        () ->
                                context.files()
                                        .folder(texts.text("export.folder"))
                                        .ifPresent(model.folder()::set));
        choose.setId("export-choose-folder");
        return Kit.row(choose, path);
    }

    private void showMessages() {
        messages.getChildren().clear();
        if (!model.trouble().get().isEmpty()) {
            messages.getChildren().add(Kit.banner(Tone.DANGER, model.trouble().get()));
        }
        ExportReport report = model.report().get();
        if (report == null) {
            return;
        }
        messages.getChildren()
                .add(
                        Kit.banner(
                                Tone.SUCCESS,
                                texts.text(
                                        "export.done",
                                        report.traces(),
                                        report.steps(),
                                        report.labels())));
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

    Node node() {
        return root;
    }
}
