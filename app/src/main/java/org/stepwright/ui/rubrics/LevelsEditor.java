package org.stepwright.ui.rubrics;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.rubric.Scale;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** The levels of a scale as a table: name, what a step there looks like, an example. */
final class LevelsEditor {
    private static final double NAME_WIDTH = 132;
    private static final double VALUE_WIDTH = 64;
    private static final double NUMBER_WIDTH = 22;
    private static final int ROWS = 2;

    private final Messages texts;
    private final Fields fields;
    private final Supplier<Scale> now;
    private final Function<UnaryOperator<Scale>, Optional<String>> edit;

    /**
     * @param texts the screen's texts
     * @param fields makes the fields
     * @param now the scale as it is at that moment
     * @param edit changes it; gives why it was refused
     */
    LevelsEditor(
            Messages texts,
            Fields fields,
            Supplier<Scale> now,
            Function<UnaryOperator<Scale>, Optional<String>> edit) {
        this.texts = texts;
        this.fields = fields;
        this.now = now;
        this.edit = edit;
    }

    /**
     * @param buttons further buttons beside the one that adds a level
     */
    Node node(Node... buttons) {
        GridPane grid = new GridPane();
        grid.setHgap(10);
        grid.setVgap(8);
        grid.getColumnConstraints().setAll(fixed(NAME_WIDTH), wide(), wide());
        if (free(now.get())) {
            grid.getColumnConstraints().add(new ColumnConstraints());
        }

        int count = now.get().levels().size();
        if (count > 0) {
            grid.addRow(
                    0, head("level.head"), head("level.anchor.head"), head("level.example.head"));
        }
        for (int i = 0; i < count; i++) {
            row(grid, i);
        }
        HBox tools = Kit.row();
        if (ScaleEdits.nextValue(now.get()).isPresent()) {
            Button add =
                    Kit.button(texts.text("level.add"), () -> edit.apply(ScaleEdits::addLevel));
            add.setId("level-add");
            tools.getChildren().add(add);
        }
        tools.getChildren().addAll(buttons);
        VBox box = new VBox(10, grid, tools);
        Kit.show(tools, !tools.getChildren().isEmpty());
        Kit.show(grid, count > 0);
        return box;
    }

    private static ColumnConstraints fixed(double width) {
        return new ColumnConstraints(width, width, width);
    }

    private static ColumnConstraints wide() {
        ColumnConstraints column = new ColumnConstraints(0, 200, Double.MAX_VALUE);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private Label head(String key) {
        Label head = new Label(texts.text(key));
        head.getStyleClass().add("field-label");
        return head;
    }

    private void row(GridPane grid, int i) {
        Supplier<Scale.Level> level = () -> now.get().levels().get(i);
        String value = Decimals.text(level.get().value());
        TextField name =
                fields.text(
                        "level-name-" + i,
                        texts.text("level.name.says", value),
                        () -> level.get().name(),
                        v -> with(i, l -> new Scale.Level(l.value(), v, l.anchor(), l.example())));
        name.setPromptText(texts.text("level.name"));
        TextArea anchor =
                area(
                        "level-anchor-" + i,
                        "level.anchor",
                        value,
                        () -> level.get().anchor(),
                        v -> with(i, l -> new Scale.Level(l.value(), l.name(), v, l.example())));
        TextArea example =
                area(
                        "level-example-" + i,
                        "level.example",
                        value,
                        () -> level.get().example(),
                        v -> with(i, l -> new Scale.Level(l.value(), l.name(), l.anchor(), v)));
        HBox valueRow = Kit.row(value(i), new VBox(name));
        HBox.setHgrow(valueRow.getChildren().get(1), Priority.ALWAYS);
        valueRow.setAlignment(Pos.TOP_LEFT);
        grid.addRow(i + 1, valueRow, new VBox(2, anchor), new VBox(2, example));
        grid.getChildren().forEach(cell -> GridPane.setValignment(cell, VPos.TOP));
        if (free(now.get())) {
            Button remove =
                    Kit.iconButton(
                            Feather.X,
                            texts.text("level.remove", value),
                            () -> edit.apply(s -> ScaleEdits.removeLevel(s, i)));
            remove.setId("level-remove-" + i);
            grid.add(remove, 3, i + 1);
            GridPane.setValignment(remove, VPos.TOP);
        }
    }

    private TextArea area(
            String id,
            String key,
            String value,
            Supplier<String> text,
            Function<String, Optional<String>> commit) {
        TextArea area = fields.area(id, texts.text(key + ".says", value), ROWS, text, commit);
        area.setPromptText(texts.text(key));
        area.setMinWidth(0);
        area.setPrefColumnCount(12);
        return area;
    }

    /** The value; on a scale of any numbers it can be changed. */
    private Node value(int i) {
        if (now.get().kind() != Scale.Kind.NUMERIC) {
            Label value = Kit.heading(Decimals.text(now.get().levels().get(i).value()));
            value.getStyleClass().add("level-value");
            value.setMinWidth(NUMBER_WIDTH);
            return value;
        }
        TextField value =
                fields.text(
                        "level-value-" + i,
                        texts.text("level.value"),
                        () -> Decimals.text(now.get().levels().get(i).value()),
                        typed -> moved(i, typed));
        value.setPrefWidth(VALUE_WIDTH);
        value.setMinWidth(VALUE_WIDTH);
        return new VBox(value);
    }

    private Optional<String> moved(int i, String typed) {
        OptionalDouble value = Decimals.read(typed);
        return value.isEmpty()
                ? Optional.of(texts.text("scale.end.bad"))
                : with(
                        i,
                        l ->
                                new Scale.Level(
                                        value.getAsDouble(), l.name(), l.anchor(), l.example()));
    }

    /** Levels come and go where the scale does not fix them. */
    private static boolean free(Scale scale) {
        return scale.kind() == Scale.Kind.LIKERT || scale.kind() == Scale.Kind.NUMERIC;
    }

    private Optional<String> with(int i, UnaryOperator<Scale.Level> change) {
        return edit.apply(s -> ScaleEdits.withLevel(s, i, change));
    }
}
