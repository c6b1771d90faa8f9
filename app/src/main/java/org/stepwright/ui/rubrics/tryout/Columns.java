package org.stepwright.ui.rubrics.tryout;

import atlantafx.base.theme.Styles;
import java.text.NumberFormat;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.stepwright.tryout.Share;
import org.stepwright.ui.kit.Kit;

/** Columns and figures of these tables. */
final class Columns {
    /** Longer texts may be cut off, so they are shown whole in a tooltip. */
    private static final int SHORT = 14;

    private Columns() {}

    static <T> TableView<T> table(String id, String says, String none) {
        TableView<T> table = new TableView<>();
        table.setId(id);
        table.getStyleClass().add(Styles.DENSE);
        table.setAccessibleText(says);
        table.setPlaceholder(Kit.muted(none));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        return table;
    }

    static <T> TableColumn<T, String> text(String title, double width, Function<T, String> value) {
        return words(title, width, OverrunStyle.ELLIPSIS, value);
    }

    /** Ids differ at their ends, so a long one loses its middle. */
    static <T> TableColumn<T, String> id(String title, double width, Function<T, String> value) {
        return words(title, width, OverrunStyle.CENTER_ELLIPSIS, value);
    }

    private static <T> TableColumn<T, String> words(
            String title, double width, OverrunStyle cut, Function<T, String> value) {
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
                                setTextOverrun(cut);
                                boolean whole = empty || item == null || item.length() <= SHORT;
                                setTooltip(whole ? null : new Tooltip(item));
                            }
                        });
        column.setPrefWidth(width);
        return column;
    }

    static <T> TableColumn<T, Number> count(String title, ToIntFunction<T> value) {
        return number(title, 70, value::applyAsInt, Columns::whole);
    }

    static <T> TableColumn<T, Number> reward(String title, ToDoubleFunction<T> value) {
        return number(title, 74, value, Columns::share);
    }

    private static <T> TableColumn<T, Number> number(
            String title, double width, ToDoubleFunction<T> value, Function<Number, String> words) {
        TableColumn<T, Number> column = new TableColumn<>(title);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(cell.getValue())));
        column.setCellFactory(
                c ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(Number item, boolean empty) {
                                super.updateItem(item, empty);
                                setText(empty || item == null ? null : words.apply(item));
                            }
                        });
        column.getStyleClass().add("number-column");
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setMaxWidth(width + 30);
        return column;
    }

    static String whole(Number value) {
        return NumberFormat.getIntegerInstance().format(value);
    }

    /** A reward or a share in [0, 1], with two decimals. */
    static String share(Number value) {
        NumberFormat format = NumberFormat.getInstance();
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }

    /** As percent; a dash for a share of nothing. */
    static String percent(double share) {
        return Double.isNaN(share) ? "–" : NumberFormat.getPercentInstance().format(share);
    }

    /** Such as {@code 3 of 84 · 4 %}; a dash for a share of nothing. */
    static String counted(Share share) {
        return share.whole() == 0
                ? "–"
                : percent(share.value()) + "  (" + share.part() + "/" + share.whole() + ")";
    }
}
