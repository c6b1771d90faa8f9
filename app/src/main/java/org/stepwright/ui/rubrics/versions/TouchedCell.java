package org.stepwright.ui.rubrics.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.stepwright.label.Rating;
import org.stepwright.storage.TouchedLabel;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** A label that the plan touches, and how. */
final class TouchedCell extends ListCell<TouchedLabel> {
    private static final double ROW = 48;

    private final Messages texts;
    private final UnaryOperator<String> title;

    /**
     * @param texts the texts of this part
     * @param title a criterion's title by its id
     */
    TouchedCell(Messages texts, UnaryOperator<String> title) {
        this.texts = texts;
        this.title = title;
        setPrefWidth(0);
    }

    /**
     * Makes a list of such cells.
     *
     * @param list the list
     * @param texts the texts of this part
     * @param title a criterion's title by its id
     * @param open opens the chosen label, on Enter and a double click
     */
    static void fill(
            ListView<TouchedLabel> list,
            Messages texts,
            UnaryOperator<String> title,
            Runnable open) {
        list.setId("move-examples");
        list.setAccessibleText(texts.text("move.examples"));
        list.setCellFactory(l -> new TouchedCell(texts, title));
        list.setFixedCellSize(ROW);
        list.getStyleClass().add("move-examples");
        list.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown()) {
                        e.consume();
                        open.run();
                    }
                });
        list.setOnMouseClicked(
                e -> {
                    if (e.getClickCount() == 2) {
                        open.run();
                    }
                });
    }

    @Override
    protected void updateItem(TouchedLabel label, boolean empty) {
        super.updateItem(label, empty);
        setText(null);
        if (empty || label == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String place =
                texts.text(
                        "move.example.place",
                        label.before().traceId(),
                        label.before().step() + 1,
                        label.before().annotator());
        String what = String.join(" · ", what(label));
        Label first = new Label(what);
        Label second = Kit.muted(place);
        second.setWrapText(false);
        setGraphic(new VBox(2, first, second));
        setAccessibleText(what + ". " + place);
    }

    private List<String> what(TouchedLabel label) {
        List<String> parts = new ArrayList<>();
        Map<String, Double> after = new TreeMap<>();
        label.after().label().ratings().forEach(r -> after.put(r.criterionId(), r.value()));
        for (Rating rating : label.before().ratings()) {
            Double now = after.get(rating.criterionId());
            if (now != null && now != rating.value()) {
                parts.add(
                        title.apply(rating.criterionId())
                                + " "
                                + RubricWords.number(rating.value())
                                + " → "
                                + RubricWords.number(now));
            }
        }
        label.after()
                .dropped()
                .forEach(id -> parts.add(texts.text("move.example.dropped", title.apply(id))));
        label.after()
                .toRate()
                .forEach(id -> parts.add(texts.text("move.example.rate", title.apply(id))));
        if (parts.isEmpty()) {
            parts.add(texts.text("move.example.renamed"));
        }
        return parts;
    }
}
