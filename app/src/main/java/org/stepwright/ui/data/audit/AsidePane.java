package org.stepwright.ui.data.audit;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.storage.SetAside;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** The traces that are set aside, each with why, by whom and when; they can be taken back. */
final class AsidePane {
    private static final double ROW = 58;

    private final AsideViewModel model;
    private final Messages texts;
    private final ListView<SetAside> list = new ListView<>();
    private final VBox root;
    private final DateTimeFormatter time =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(Locale.getDefault())
                    .withZone(ZoneId.systemDefault());

    AsidePane(
            AsideViewModel model,
            Messages texts,
            Consumer<List<String>> takeBack,
            Consumer<String> open) {
        this.model = model;
        this.texts = texts;
        list.setId("audit-aside-list");
        list.setAccessibleText(texts.text("aside.list"));
        list.setItems(model.rows());
        list.setFixedCellSize(ROW);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(v -> new Row());
        list.getStyleClass().addAll("edge-to-edge", "audit-list");
        list.setPlaceholder(Kit.muted(texts.text("aside.none")));
        VBox.setVgrow(list, Priority.ALWAYS);
        Button back = Kit.button(texts.text("aside.back"), () -> takeBack.accept(selected()));
        back.setId("audit-take-back");
        Button show =
                Kit.button(
                        texts.text("act.OPEN"),
                        () -> selected().stream().findFirst().ifPresent(open));
        show.setId("audit-aside-open");
        var none = Bindings.isEmpty(list.getSelectionModel().getSelectedItems());
        back.disableProperty().bind(none);
        show.disableProperty().bind(none);
        root = new VBox(10, Kit.muted(texts.text("aside.what")), list, Kit.row(back, show));
        root.setId("audit-aside");
    }

    private List<String> selected() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(SetAside::traceId)
                .toList();
    }

    Node node() {
        return root;
    }

    private final class Row extends ListCell<SetAside> {
        private final Label name = new Label();
        private final Label why = Kit.muted("");
        private final VBox words = new VBox(1, name, why);

        Row() {
            name.getStyleClass().add("audit-where");
            why.setWrapText(false);
            words.setMinWidth(0);
            words.prefWidthProperty().bind(list.widthProperty().subtract(40));
            words.maxWidthProperty().bind(list.widthProperty().subtract(40));
        }

        @Override
        protected void updateItem(SetAside row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            model.seen(getIndex());
            name.setText(
                    texts.text("aside.row", row.traceId(), row.annotator(), time.format(row.at())));
            why.setText(row.reason());
            setGraphic(words);
            setAccessibleText(name.getText() + ". " + row.reason());
        }
    }
}
