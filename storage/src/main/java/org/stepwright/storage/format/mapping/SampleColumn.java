package org.stepwright.storage.format.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A column as the first rows of a file show it.
 *
 * @param path where it is
 * @param values its values in the rows that have one, in order; a text that is a list counts as the
 *     list
 */
public record SampleColumn(ColumnPath path, List<JsonNode> values) {
    private static final int DEPTH = 6;
    private static final int COLUMN_LIMIT = 300;
    private static final int ITEM_LIMIT = 50;

    /** What the values are. */
    public enum Shape {
        /** Texts. */
        TEXT,
        /** Numbers, also written as texts. */
        NUMBER,
        /** True or false. */
        TRUTH,
        /** Lists of texts. */
        TEXTS,
        /** Lists of numbers. */
        NUMBERS,
        /** Lists of truth values. */
        TRUTHS,
        /** Lists of objects, and everything else. */
        OTHER
    }

    /** Copies. */
    public SampleColumn {
        Objects.requireNonNull(path, "path");
        values = List.copyOf(values);
    }

    /**
     * Finds the columns of rows: names at the top, names inside of objects, and names inside of the
     * objects of lists.
     *
     * @param rows the first rows, each an object
     * @return the columns in the order in which they are first seen, at most 300
     */
    public static List<SampleColumn> of(List<JsonNode> rows) {
        Map<String, List<JsonNode>> found = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            walk("", row, 0, found);
        }
        List<SampleColumn> columns = new ArrayList<>();
        found.forEach(
                (path, values) -> {
                    try {
                        columns.add(
                                new SampleColumn(
                                        ColumnPath.of(path),
                                        path.contains("[]") ? whole(path, rows) : values));
                    } catch (IllegalArgumentException e) {
                        // A name too long for a path can be no column.
                    }
                });
        return columns;
    }

    /** For items of lists: the list of a row is one value. */
    private static List<JsonNode> whole(String path, List<JsonNode> rows) {
        ColumnPath column = ColumnPath.of(path);
        return rows.stream()
                .map(column::at)
                .filter(v -> !v.isMissingNode() && !v.isNull())
                .toList();
    }

    private static void walk(
            String path, JsonNode object, int depth, Map<String, List<JsonNode>> found) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = ColumnPath.quoted(field.getKey());
            String here = path.isEmpty() ? name : path + "." + name;
            if (found.size() >= COLUMN_LIMIT || here.length() > 290 || field.getKey().isEmpty()) {
                return;
            }
            value(here, field.getValue(), depth, found);
        }
    }

    private static void value(
            String path, JsonNode value, int depth, Map<String, List<JsonNode>> found) {
        if (value.isNull()) {
            found.computeIfAbsent(path, p -> new ArrayList<>());
        } else if (value.isObject() && depth < DEPTH) {
            walk(path, value, depth + 1, found);
        } else if (isListOfObjects(value) && depth < DEPTH) {
            for (int i = 0; i < Math.min(value.size(), ITEM_LIMIT); i++) {
                walk(path + "[]", value.get(i), depth + 1, found);
            }
        } else {
            found.computeIfAbsent(path, p -> new ArrayList<>()).add(asList(value));
        }
    }

    private static boolean isListOfObjects(JsonNode value) {
        return value.isArray() && !value.isEmpty() && value.get(0).isObject();
    }

    private static JsonNode asList(JsonNode value) {
        if (value.isTextual() && ListText.looksLike(value.textValue())) {
            ArrayNode list = ListText.items(value.textValue()).orElse(null);
            return list == null ? value : list;
        }
        return value;
    }

    /**
     * @return what the values are; the odd one out does not count
     */
    public Shape shape() {
        Map<Shape, Integer> counts = new LinkedHashMap<>();
        for (JsonNode value : values) {
            if (!(value.isTextual() && value.textValue().isBlank())) {
                counts.merge(shape(value), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Shape.OTHER);
    }

    private static Shape shape(JsonNode value) {
        if (value.isArray()) {
            Shape item = value.isEmpty() ? Shape.OTHER : itemShape(value);
            return switch (item) {
                case TEXT -> Shape.TEXTS;
                case NUMBER -> Shape.NUMBERS;
                case TRUTH -> Shape.TRUTHS;
                default -> Shape.OTHER;
            };
        }
        if (value.isBoolean() || value.isTextual() && isTruth(value.textValue())) {
            return Shape.TRUTH;
        }
        if (value.isNumber() || value.isTextual() && isNumber(value.textValue())) {
            return Shape.NUMBER;
        }
        return value.isTextual() ? Shape.TEXT : Shape.OTHER;
    }

    private static Shape itemShape(JsonNode list) {
        for (JsonNode item : list) {
            if (!item.isNull()) {
                return item.isContainerNode() ? Shape.OTHER : shape(item);
            }
        }
        return Shape.OTHER;
    }

    private static boolean isTruth(String text) {
        String word = LabelRule.folded(text);
        return word.equals("true") || word.equals("false");
    }

    private static boolean isNumber(String text) {
        String bare = text.strip();
        return !bare.isEmpty()
                && bare.length() <= 30
                && bare.matches("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?");
    }
}
