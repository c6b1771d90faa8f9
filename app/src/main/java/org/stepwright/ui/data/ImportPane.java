package org.stepwright.ui.data;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.label.LabelledTrace;
import org.stepwright.storage.format.ImportReport;
import org.stepwright.storage.format.LabelFiles;
import org.stepwright.storage.format.Preview;
import org.stepwright.storage.format.Reject;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.Tone;

/** The import side: choose or drop files, look at the first rows, import. */
final class ImportPane {
    private final ImportViewModel model;
    private final ScreenContext context;
    private final Runnable chooseColumns;
    private final Messages texts;
    private final VBox root = new VBox(12);
    private final VBox messages = new VBox(8);
    private final TableView<LabelledTrace> preview;
    private final TableView<Reject> rejects;
    private final Label rejectsHead = Kit.heading("");
    private final Label previewHead = Kit.heading("");

    ImportPane(
            ImportViewModel model, ScreenContext context, Runnable chooseColumns, Messages texts) {
        this.model = model;
        this.context = context;
        this.chooseColumns = chooseColumns;
        this.texts = texts;
        this.preview = Tables.traces(texts);
        this.rejects = Tables.rejects(texts);
        build();
    }

    private void build() {
        root.setId("data-import");
        previewHead.setId("data-preview-head");
        Node empty = emptyState();
        Node chosen = chosen();
        StackPane stack = new StackPane(empty, chosen);
        VBox.setVgrow(stack, Priority.ALWAYS);
        root.getChildren().addAll(messages, stack);
        Runnable toggle =
                () -> {
                    Kit.show(empty, model.files().isEmpty());
                    Kit.show(chosen, !model.files().isEmpty());
                };
        model.files().addListener((ListChangeListener<Path>) c -> toggle.run());
        toggle.run();
        root.setOnDragOver(this::dragOver);
        root.setOnDragDropped(this::dropped);
        model.trouble().addListener((o, before, after) -> showMessages());
        model.report().addListener((o, before, after) -> showMessages());
        model.unknown().addListener((o, before, after) -> showMessages());
        model.preview().addListener((o, before, after) -> showPreview(after));
        model.rejects().addListener((ListChangeListener<Reject>) c -> showRejects());
        showRejects();
    }

    private Node emptyState() {
        Button choose = Kit.primary(texts.text("choose"), this::choose);
        choose.setId("data-choose");
        VBox state =
                Kit.emptyState(
                        Feather.UPLOAD,
                        texts.text("import.empty.title"),
                        texts.text("import.empty.text", String.join(", ", LabelFiles.formats())),
                        choose);
        Button folder = Kit.button(texts.text("choose.folder"), this::chooseFolder);
        folder.setId("data-choose-folder");
        state.getChildren().add(folder);
        return state;
    }

    private Node chosen() {
        Label names = Kit.body("");
        names.setId("data-files");
        model.files()
                .addListener(
                        (ListChangeListener<Path>)
                                c ->
                                        names.setText(
                                                texts.text(
                                                        "import.files",
                                                        model.files().size(),
                                                        shortNames())));
        ComboBox<String> format = new ComboBox<>();
        format.setId("data-format");
        format.setAccessibleText(texts.text("format"));
        format.setItems(model.formats());
        format.valueProperty().bindBidirectional(model.format());
        Button go = Kit.primary(texts.text("import.go"), this::importNow);
        go.setId("data-import-go");
        go.disableProperty().bind(model.running().isNotNull());
        Button columns = Kit.button(texts.text("columns"), chooseColumns);
        columns.setId("data-columns");
        Button other = Kit.button(texts.text("choose.other"), this::choose);
        Button clear = Kit.button(texts.text("clear"), model::clear);
        HBox.setHgrow(names, Priority.ALWAYS);
        names.setMaxWidth(Double.MAX_VALUE);
        HBox bar =
                Kit.row(names, new Label(texts.text("format")), format, columns, other, clear, go);
        Button save = Kit.button(texts.text("rejects.save"), this::saveRejects);
        save.setId("data-save-rejects");
        HBox rejectsLine = Kit.row(rejectsHead, Kit.spacer(), save);
        rejects.visibleProperty()
                .addListener((o, before, visible) -> Kit.show(rejectsLine, visible));
        Kit.show(rejectsLine, false);
        VBox.setVgrow(preview, Priority.ALWAYS);
        // small to begin with, so that the rejects under it keep their rows
        preview.setPrefHeight(160);
        preview.setMinHeight(120);
        rejects.setMinHeight(120);
        return new VBox(10, bar, previewHead, preview, rejectsLine, rejects);
    }

    private String shortNames() {
        List<String> names =
                model.files().stream().map(f -> f.getFileName().toString()).limit(4).toList();
        return String.join(", ", names) + (model.files().size() > 4 ? ", …" : "");
    }

    void choose(List<Path> files) {
        model.choose(files);
    }

    void choose() {
        model.choose(
                context.files()
                        .open(
                                texts.text("choose"),
                                "*.json",
                                "*.jsonl",
                                "*.csv",
                                "*.parquet",
                                "*.*"));
    }

    private void chooseFolder() {
        context.files()
                .folder(texts.text("choose.folder"))
                .ifPresent(folder -> model.choose(List.of(folder)));
    }

    void importNow() {
        model.importNow();
    }

    private void saveRejects() {
        List<Reject> rows = List.copyOf(model.rejects());
        context.files()
                .save(texts.text("rejects.save"), "rejects.txt", "*.txt")
                .ifPresent(
                        file ->
                                context.tasks()
                                        .query(
                                                () -> RejectList.write(rows, file, texts),
                                                done ->
                                                        context.navigator()
                                                                .say(
                                                                        Tone.SUCCESS,
                                                                        texts.text(
                                                                                "rejects.saved",
                                                                                done)),
                                                why -> context.navigator().say(Tone.DANGER, why)));
    }

    private void showMessages() {
        messages.getChildren().clear();
        if (!model.trouble().get().isEmpty()) {
            messages.getChildren().add(Kit.banner(Tone.DANGER, model.trouble().get()));
        }
        if (model.unknown().get() != null) {
            Button columns = Kit.primary(texts.text("columns"), chooseColumns);
            columns.setId("data-unknown");
            messages.getChildren()
                    .add(Kit.banner(Tone.WARNING, texts.text("import.unknown"), columns));
        }
        ImportReport report = model.report().get();
        if (report != null) {
            Tone tone = report.rejects().isEmpty() ? Tone.SUCCESS : Tone.WARNING;
            Button label =
                    Kit.primary(
                            texts.text("import.label"), () -> context.navigator().show("label"));
            String sentence =
                    texts.text(
                            report.tracesAdded() == 0 ? "import.nothing" : "import.done",
                            report.tracesAdded(),
                            report.stepsAdded(),
                            report.labelsAdded(),
                            report.tracesKnown(),
                            report.rejects().size());
            Button audit =
                    Kit.button(
                            texts.text("import.audit"),
                            () -> context.navigator().show("data", "audit"));
            audit.setId("import-audit");
            Kit.show(audit, report.tracesAdded() > 0 || !report.rejects().isEmpty());
            messages.getChildren().add(Kit.banner(tone, sentence, audit, label));
            report.notes().forEach(note -> messages.getChildren().add(Kit.muted(note)));
        }
    }

    private void showPreview(Preview shown) {
        preview.getItems().setAll(shown == null ? List.of() : shown.rows());
        previewHead.setText(
                shown == null || shown.format().equals(LabelFiles.UNKNOWN)
                        ? ""
                        : texts.text("preview", shown.format(), shown.rows().size()));
    }

    private void showRejects() {
        boolean any = !model.rejects().isEmpty();
        rejects.getItems().setAll(model.rejects());
        rejects.setPrefHeight(Math.min(240, 46 + 41 * Math.max(1, model.rejects().size())));
        rejectsHead.setText(texts.text("rejects", model.rejects().size()));
        Kit.show(rejects, any);
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<Path> files =
                event.getDragboard().getFiles().stream().map(java.io.File::toPath).toList();
        model.choose(files);
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }

    Node node() {
        return root;
    }
}
