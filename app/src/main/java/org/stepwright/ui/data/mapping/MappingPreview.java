package org.stepwright.ui.data.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.storage.format.Preview;
import org.stepwright.storage.format.Reject;
import org.stepwright.trace.Gist;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** The columns as they are, and the first rows as they would come in. */
final class MappingPreview {
    private final MappingViewModel model;
    private final Messages texts;
    private final TableView<ColumnChoice> columns = new TableView<>();
    private final TableView<LabelledTrace> traces = new TableView<>();
    private final ListView<String> steps = new ListView<>();
    private final VBox notes = new VBox(6);
    private final Label head = Kit.heading("");
    private final VBox root;

    MappingPreview(MappingViewModel model, Messages texts) {
        this.model = model;
        this.texts = texts;
        buildTables();
        Label found = Kit.heading("");
        found.setId("mapping-found");
        model.columns()
                .addListener(
                        (ListChangeListener<ColumnChoice>)
                                c -> {
                                    columns.getItems().setAll(model.columns());
                                    found.setText(texts.text("found", model.columns().size()));
                                });
        VBox.setVgrow(steps, Priority.ALWAYS);
        root = new VBox(10, found, columns, head, notes, traces, steps);
        root.setId("mapping-rows");
        model.preview().addListener((o, before, after) -> show());
        model.missing().addListener((o, before, after) -> show());
        model.trouble().addListener((o, before, after) -> show());
        show();
    }

    private void buildTables() {
        columns.setId("mapping-columns");
        columns.setAccessibleText(texts.text("columns.table"));
        columns.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        columns.getColumns().add(column(texts.text("col.column"), ColumnChoice::path, 190));
        columns.getColumns().add(column(texts.text("col.is"), this::roles, 170));
        columns.getColumns().add(column(texts.text("col.sample"), ColumnChoice::sample, 320));
        columns.setPrefHeight(190);
        columns.setMinHeight(120);
        traces.setId("mapping-traces");
        traces.setAccessibleText(texts.text("traces.table"));
        traces.setPlaceholder(Kit.muted(texts.text("preview.none")));
        traces.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        traces.getColumns().add(column(texts.text("col.id"), r -> r.trace().id(), 120));
        traces.getColumns()
                .add(
                        column(
                                texts.text("col.steps"),
                                r -> Integer.toString(r.trace().steps().size()),
                                60));
        traces.getColumns().add(column(texts.text("col.labels"), this::marks, 130));
        traces.getColumns()
                .add(column(texts.text("col.problem"), r -> Gist.of(r.trace().problem()), 340));
        traces.setPrefHeight(170);
        traces.setMinHeight(110);
        traces.getSelectionModel()
                .selectedItemProperty()
                .addListener((o, before, after) -> showSteps(after));
        steps.setId("mapping-step-list");
        steps.setAccessibleText(texts.text("steps.list"));
        steps.setMinHeight(90);
        steps.setPrefHeight(150);
        steps.setCellFactory(list -> new StepCell());
    }

    private String roles(ColumnChoice column) {
        return model.choices().rolesOf(column.path()).stream()
                .map(role -> texts.text("role." + role.name()))
                .collect(Collectors.joining(", "));
    }

    private void show() {
        Preview shown = model.preview().get();
        notes.getChildren().clear();
        if (!model.trouble().get().isEmpty()) {
            note(Tone.DANGER, model.trouble().get());
        }
        if (!model.missing().get().isEmpty()) {
            note(Tone.WARNING, model.missing().get());
        }
        List<LabelledTrace> rows = shown == null ? List.of() : shown.rows();
        if (shown != null && !shown.rejects().isEmpty()) {
            Reject first = shown.rejects().get(0);
            note(
                    Tone.WARNING,
                    texts.text("rejects", shown.rejects().size(), first.line(), first.reason()));
        }
        head.setText(texts.text("preview", rows.size()));
        traces.getItems().setAll(rows);
        if (!rows.isEmpty()) {
            traces.getSelectionModel().select(0);
        } else {
            showSteps(null);
        }
        columns.refresh(); // what they are chosen for changed
    }

    private void note(Tone tone, String sentence) {
        Node banner = Kit.banner(tone, sentence);
        banner.setId("mapping-note");
        notes.getChildren().add(banner);
    }

    private void showSteps(LabelledTrace row) {
        List<String> lines = new ArrayList<>();
        if (row != null) {
            for (int i = 0; i < row.trace().steps().size(); i++) {
                String text = row.trace().steps().get(i).text();
                String head = text.length() > 400 ? text.substring(0, 400) + "…" : text;
                lines.add(texts.text("step", mark(row, i), i + 1, head.replaceAll("\\s+", " ")));
            }
        }
        steps.getItems().setAll(lines);
    }

    private String marks(LabelledTrace row) {
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < Math.min(12, row.trace().steps().size()); i++) {
            marks.append(i == 0 ? "" : " ").append(mark(row, i));
        }
        return marks + (row.trace().steps().size() > 12 ? " …" : "");
    }

    private String mark(LabelledTrace row, int step) {
        for (StepLabel label : row.labels()) {
            if (label.step() == step && label.candidate() == 0 && label.verdict() != null) {
                return mark(label.verdict());
            }
        }
        for (Suggestion suggestion : row.suggestions()) {
            if (suggestion.step() == step) {
                return texts.text("suggested", suggestion.reward());
            }
        }
        return "·";
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case CORRECT -> "✓";
            case WRONG -> "✗";
            case NEUTRAL -> "–";
        };
    }

    private static <T> TableColumn<T, String> column(
            String title, Function<T, String> value, double width) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(oneLine(value.apply(cell.getValue()))));
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    private static String oneLine(String text) {
        String head = text.length() > 300 ? text.substring(0, 300) : text;
        return head.replaceAll("\\s+", " ");
    }

    /** Long steps wrap instead of running out of sight. */
    private static final class StepCell extends ListCell<String> {
        StepCell() {
            setWrapText(true);
            setPrefWidth(0); // as wide as the list
        }

        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item);
        }
    }

    Node node() {
        return root;
    }
}
