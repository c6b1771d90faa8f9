package org.stepwright.ui.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;

/** What forms on several screens have in common. */
public final class Forms {
    private Forms() {}

    /**
     * @param left a field
     * @param right another one
     * @return both side by side, half of the width each
     */
    public static GridPane pair(Node left, Node right) {
        GridPane pair = new GridPane();
        pair.setHgap(12);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        pair.getColumnConstraints().setAll(half, half);
        pair.addRow(0, left, right);
        return pair;
    }

    /**
     * @param commaSeparated what a person typed
     * @return its parts without blanks around them, empty ones and repetitions left out
     */
    public static List<String> words(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(","))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * @param id the node's id
     * @param value what is typed, both ways
     * @return a line of text
     */
    public static TextField line(String id, StringProperty value) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    /**
     * @param id the node's id
     * @param name what it says to a screen reader
     * @param words an item as people read it
     * @param <T> the items
     * @return an empty box of choices
     */
    public static <T> ComboBox<T> box(String id, String name, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(name);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T item) {
                        return item == null ? "" : words.apply(item);
                    }

                    @Override
                    public T fromString(String text) {
                        return box.getValue(); // nothing is typed into it
                    }
                });
        return box;
    }

    /**
     * @param id the node's id
     * @param name what it says to a screen reader
     * @param keys keys of the published rubric versions
     * @param value the chosen key; empty for none
     * @param none how the empty choice reads
     * @return a box to choose a rubric version or none
     */
    public static ComboBox<String> rubricBox(
            String id,
            String name,
            ObservableList<String> keys,
            StringProperty value,
            String none) {
        ComboBox<String> box = box(id, name, key -> key.isEmpty() ? none : key);
        Runnable fill =
                () -> {
                    String kept = value.get();
                    List<String> items = new ArrayList<>(List.of(""));
                    items.addAll(keys);
                    box.getItems().setAll(items);
                    box.setValue(items.contains(kept) ? kept : "");
                };
        keys.addListener((ListChangeListener<String>) c -> fill.run());
        box.valueProperty()
                .addListener((o, before, after) -> value.set(after == null ? "" : after));
        fill.run();
        return box;
    }
}
