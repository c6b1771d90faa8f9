package org.stepwright.ui.rubrics.versions;

import atlantafx.base.theme.Styles;
import java.text.NumberFormat;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.CriterionMove;
import org.stepwright.storage.MigrationPreview;
import org.stepwright.storage.MoveUse;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** The criteria of the older version with what becomes of each; a virtual table. */
final class MoveTable {
    private static final Map<CriterionMove.Kind, String> SIGNS =
            Map.of(
                    CriterionMove.Kind.SAME, "=",
                    CriterionMove.Kind.RENAMED, "→",
                    CriterionMove.Kind.RESCALED, "⇄",
                    CriterionMove.Kind.DROPPED, "✗");

    private final MigrationViewModel model;
    private final Messages texts;
    private final TableView<CriterionMove> table = new TableView<>();

    MoveTable(MigrationViewModel model, Messages texts) {
        this.model = model;
        this.texts = texts;
        table.setId("move-table");
        table.getStyleClass().add(Styles.DENSE);
        table.setAccessibleText(texts.text("move.table"));
        table.setPlaceholder(Kit.muted(texts.text("move.table.none")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(text("move.col.old", m -> model.title(m.from()), 190));
        table.getColumns().add(text("move.col.kind", this::kind, 230));
        table.getColumns().add(number("move.col.carried", MoveUse::carried));
        table.getColumns().add(number("move.col.dropped", MoveUse::dropped));
        table.setRowFactory(t -> new Row());
        model.plan().addListener((o, was, is) -> show());
        model.preview().addListener((o, was, is) -> table.refresh());
    }

    TableView<CriterionMove> node() {
        return table;
    }

    private void show() {
        if (model.plan().get() == null) {
            table.getItems().clear();
            return;
        }
        int selected = table.getSelectionModel().getSelectedIndex();
        table.getItems().setAll(model.plan().get().moves());
        table.getSelectionModel().select(Math.max(0, selected));
    }

    MoveUse use(CriterionMove move) {
        MigrationPreview preview = model.preview().get();
        return preview == null || move == null
                ? null
                : preview.uses().stream()
                        .filter(u -> u.move().from().equals(move.from()))
                        .findFirst()
                        .orElse(null);
    }

    private String kind(CriterionMove move) {
        String now =
                move.to() == null
                        ? ""
                        : model.plan().get().to().rubric().criteria().stream()
                                .filter(c -> c.id().equals(move.to()))
                                .map(Criterion::title)
                                .findFirst()
                                .orElse(move.to());
        return SIGNS.get(move.kind()) + " " + texts.text("move.kind." + move.kind(), now);
    }

    private TableColumn<CriterionMove, String> text(
            String key, Function<CriterionMove, String> value, double width) {
        TableColumn<CriterionMove, String> column = new TableColumn<>(texts.text(key));
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    private TableColumn<CriterionMove, String> number(String key, Function<MoveUse, Long> value) {
        TableColumn<CriterionMove, String> column =
                text(
                        key,
                        m -> {
                            MoveUse use = use(m);
                            return use == null
                                    ? "…"
                                    : NumberFormat.getInstance().format(value.apply(use));
                        },
                        84);
        column.setMinWidth(86);
        column.setMaxWidth(110);
        column.getStyleClass().add("number-column");
        return column;
    }

    /** A row whose ratings get lost is marked. */
    private final class Row extends TableRow<CriterionMove> {
        @Override
        protected void updateItem(CriterionMove move, boolean empty) {
            super.updateItem(move, empty);
            MoveUse use = empty ? null : use(move);
            getStyleClass().remove("losing");
            if (use != null && use.dropped() > 0) {
                getStyleClass().add("losing");
            }
        }
    }
}
