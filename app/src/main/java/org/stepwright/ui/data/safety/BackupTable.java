package org.stepwright.ui.data.safety;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.stepwright.storage.Backup;
import org.stepwright.ui.kit.Messages;

/** The list of backups. */
final class BackupTable {
    private final Messages texts;
    private final DateTimeFormatter time =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(Locale.getDefault());

    BackupTable(Messages texts) {
        this.texts = texts;
    }

    TableView<Backup> of(ObservableList<Backup> backups) {
        TableView<Backup> table = new TableView<>(backups);
        table.setId("backup-table");
        table.setAccessibleText(texts.text("table"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("col.made", b -> time.format(b.at()), 190, false));
        table.getColumns().add(column("col.why", b -> texts.text("why." + b.reason()), 190, false));
        table.getColumns()
                .add(column("col.size", b -> texts.text("mb", b.bytes() / 1e6), 100, true));
        table.getColumns().add(column("col.traces", b -> count(b, true), 90, true));
        table.getColumns().add(column("col.labels", b -> count(b, false), 90, true));
        table.getColumns()
                .add(
                        column(
                                "col.verified",
                                b -> texts.text(b.verified() ? "verified.yes" : "verified.no"),
                                150,
                                false));
        table.getColumns()
                .add(column("col.file", b -> b.file().getFileName().toString(), 320, false));
        return table;
    }

    private String count(Backup backup, boolean traces) {
        if (!backup.verified()) {
            return "?";
        }
        long count = traces ? backup.counts().traces() : backup.counts().labels();
        return texts.text("count", count);
    }

    private TableColumn<Backup, String> column(
            String title, Function<Backup, String> value, double width, boolean number) {
        TableColumn<Backup, String> column = new TableColumn<>(texts.text(title));
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        if (number) {
            column.getStyleClass().add("number-column");
            column.setStyle("-fx-alignment: center-right;");
        }
        return column;
    }
}
