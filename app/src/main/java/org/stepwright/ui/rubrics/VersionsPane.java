package org.stepwright.ui.rubrics;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.rubric.Change;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** The draft and the versions before it, the newest first. */
final class VersionsPane {
    private static final double CELL_HEIGHT = 44;
    private static final int ROWS = 4;

    private final RubricsViewModel model;
    private final DraftEditor editor;
    private final Messages texts;
    private final Label draft = Kit.heading("");
    private final Label draftFacts = Kit.muted("");
    private final ListView<RubricVersion> list = new ListView<>();
    private final VBox root;

    /**
     * @param model the rubrics
     * @param texts the screen's texts
     * @param tools buttons beside the draft, such as one that compares
     * @param more buttons under the versions; shown once there is a version
     */
    VersionsPane(RubricsViewModel model, Messages texts, List<Button> tools, List<Button> more) {
        this.model = model;
        this.editor = model.editor();
        this.texts = texts;
        list.setId("rubrics-versions");
        list.setAccessibleText(texts.text("versions"));
        list.setFixedCellSize(CELL_HEIGHT);
        list.setCellFactory(l -> new Cell());
        draft.setText(texts.text("draft"));
        draftFacts.setId("rubrics-draft-facts");
        VBox words = new VBox(1, draft, draftFacts);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox draftRow = Kit.row(words);
        draftRow.getChildren().addAll(tools);
        draftRow.getStyleClass().add("draft-row");
        HBox moreRow = Kit.row(more.toArray(Button[]::new));
        root = new VBox(4, Kit.heading(texts.text("versions")), draftRow, list, moreRow);
        root.getStyleClass().add("rubric-versions");
        editor.versions().addListener((ListChangeListener<RubricVersion>) c -> show());
        editor.changes().addListener((ListChangeListener<Change>) c -> facts());
        editor.differs().addListener((o, before, after) -> facts());
        model.labelCounts().addListener((o, before, after) -> list.refresh());
        editor.versions()
                .addListener(
                        (ListChangeListener<RubricVersion>)
                                c -> {
                                    boolean any = !editor.versions().isEmpty();
                                    Kit.show(moreRow, any);
                                    tools.forEach(tool -> Kit.show(tool, any));
                                });
        tools.forEach(tool -> Kit.show(tool, false));
        Kit.show(moreRow, false);
        show();
    }

    private void show() {
        list.getItems()
                .setAll(
                        editor.versions().stream()
                                .sorted(Comparator.comparingInt(RubricVersion::number).reversed())
                                .toList());
        int rows = Math.min(ROWS, list.getItems().size());
        list.setPrefHeight(rows * CELL_HEIGHT + 4);
        list.setMinHeight(Math.min(2, rows) * CELL_HEIGHT + 4);
        Kit.show(list, rows > 0);
        facts();
    }

    private void facts() {
        int changes = editor.changes().size();
        draftFacts.setText(
                DraftFacts.latest(editor.versions())
                        .map(
                                last ->
                                        editor.differs().get()
                                                ? texts.text(
                                                        "draft.changes",
                                                        Math.max(1, changes),
                                                        last.number())
                                                : texts.text("draft.same", last.number()))
                        .orElse(texts.text("versions.none")));
    }

    private final class Cell extends ListCell<RubricVersion> {
        @Override
        protected void updateItem(RubricVersion version, boolean empty) {
            super.updateItem(version, empty);
            if (empty || version == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            long labels = model.labelCounts().get().getOrDefault(version.key(), 0L);
            Label name = new Label(texts.text("version.line", version.number(), labels));
            name.getStyleClass().add("strong");
            Label date =
                    new Label(
                            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                    .withZone(ZoneId.systemDefault())
                                    .format(version.publishedAt()));
            date.getStyleClass().add("muted");
            date.setMinWidth(USE_PREF_SIZE);
            HBox first = Kit.row(name, Kit.spacer(), date);
            VBox words = new VBox(1, first);
            if (!version.note().isBlank()) {
                Label note = new Label(version.note());
                note.getStyleClass().add("muted");
                note.setMinWidth(0);
                words.getChildren().add(note);
            }
            words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            setPrefWidth(0);
            setGraphic(words);
            setTooltip(
                    new Tooltip(
                            texts.text("version.hash", version.contentHash().substring(0, 12))));
            setAccessibleText(name.getText() + ", " + date.getText() + ", " + version.note());
        }
    }

    VBox node() {
        return root;
    }
}
