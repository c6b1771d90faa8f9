package org.stepwright.ui.data;

import java.util.OptionalInt;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepTargets;
import org.stepwright.storage.format.Reject;
import org.stepwright.trace.Gist;
import org.stepwright.ui.kit.Messages;

/** The two tables of the import side. Both are virtual. */
final class Tables {
    private Tables() {}

    static TableView<LabelledTrace> traces(Messages texts) {
        TableView<LabelledTrace> table = new TableView<>();
        table.setId("data-preview");
        table.setAccessibleText(texts.text("preview.table"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(text(texts.text("col.id"), r -> r.trace().id(), 130));
        table.getColumns()
                .add(
                        text(
                                texts.text("col.generator"),
                                r -> r.trace().generator().orElse("–"),
                                150));
        table.getColumns().add(number(texts.text("col.steps"), r -> r.trace().steps().size()));
        table.getColumns().add(number(texts.text("col.labels"), r -> r.labels().size()));
        table.getColumns().add(text(texts.text("col.first"), r -> firstError(r, texts), 110));
        table.getColumns()
                .add(
                        text(
                                texts.text("col.problem"),
                                r -> oneLine(Gist.of(r.trace().problem())),
                                420));
        return table;
    }

    static TableView<Reject> rejects(Messages texts) {
        TableView<Reject> table = new TableView<>();
        table.setId("data-rejects");
        table.setAccessibleText(texts.text("rejects.table"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .add(
                        text(
                                texts.text("col.file"),
                                r -> String.valueOf(r.file().getFileName()),
                                200));
        table.getColumns().add(number(texts.text("col.line"), Reject::line));
        table.getColumns().add(text(texts.text("col.reason"), Reject::reason, 520));
        return table;
    }

    private static String firstError(LabelledTrace row, Messages texts) {
        OptionalInt first = StepTargets.of(row).firstError();
        if (first.isEmpty()) {
            return "–";
        }
        return first.getAsInt() < 0
                ? "✓ " + texts.text("first.none")
                : "✗ " + texts.text("first.step", first.getAsInt() + 1);
    }

    private static String oneLine(String text) {
        String line = text.length() > 300 ? text.substring(0, 300) : text;
        return line.replaceAll("\\s+", " ");
    }

    private static <T> TableColumn<T, String> text(
            String title, Function<T, String> value, double width) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setCellFactory(
                c ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(String item, boolean empty) {
                                super.updateItem(item, empty);
                                setText(empty ? null : item);
                                setTooltip(
                                        empty || item == null || item.length() < 40
                                                ? null
                                                : new Tooltip(item));
                            }
                        });
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    private static <T> TableColumn<T, Number> number(String title, Function<T, Number> value) {
        TableColumn<T, Number> column = new TableColumn<>(title);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.getStyleClass().add("number-column");
        column.setPrefWidth(70);
        column.setMaxWidth(110);
        column.setSortable(false);
        return column;
    }
}
