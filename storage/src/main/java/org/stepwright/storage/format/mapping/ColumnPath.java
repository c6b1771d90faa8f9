package org.stepwright.storage.format.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a value stands in a row: names with dots between them, {@code []} for every item of a list,
 * {@code [3]} for one item from 0, as in {@code data.run.steps[].text}. A name that holds dots,
 * brackets or quotes stands in double quotes, doubled inside. A column whose name is the whole path
 * comes before all of that.
 */
public final class ColumnPath {
    private static final int LENGTH_LIMIT = 300;
    private static final int PART_LIMIT = 20;
    private static final int INDEX_LIMIT = 10_000;

    /** The most values that one path gives for a row. */
    private static final int VALUE_LIMIT = 100_000;

    private static final int EACH = -1;

    /**
     * A step down.
     *
     * @param name the name in an object; null for an item of a list
     * @param index the item; {@link #EACH} for all
     */
    private record Part(String name, int index) {}

    private final String text;
    private final List<Part> parts;

    private ColumnPath(String text, List<Part> parts) {
        this.text = text;
        this.parts = parts;
    }

    /**
     * @param text a path
     * @return it
     * @throws IllegalArgumentException with a sentence when it is none
     */
    public static ColumnPath of(String text) {
        if (text.isBlank() || text.length() > LENGTH_LIMIT) {
            throw new IllegalArgumentException("The name of a column has 1 to 300 characters.");
        }
        List<Part> parts = new Reader(text).parts();
        if (parts.size() > PART_LIMIT) {
            throw new IllegalArgumentException(
                    "The path \"" + text + "\" goes deeper than 20 levels.");
        }
        return new ColumnPath(text, parts);
    }

    /**
     * @param names names from the top of the row down
     * @return the path that leads there
     */
    public static ColumnPath ofNames(List<String> names) {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append(text.isEmpty() ? "" : ".").append(quoted(name));
        }
        return of(text.toString());
    }

    /**
     * @param name one name as it stands in a row
     * @return how a path writes it
     */
    public static String quoted(String name) {
        boolean plain =
                !name.isEmpty() && name.chars().noneMatch(c -> c == '.' || c == '[' || c == '"');
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /**
     * @param row an object
     * @return the value there; a list of values where the path names every item of a list, with
     *     null where an item has none; a missing node when there is nothing
     * @throws IllegalArgumentException with a clause when there are far too many values
     */
    public JsonNode at(JsonNode row) {
        JsonNode whole = row.get(text);
        return whole == null ? at(row, 0) : whole;
    }

    private JsonNode at(JsonNode node, int part) {
        if (part == parts.size()) {
            return node;
        }
        Part next = parts.get(part);
        if (next.name() != null) {
            return at(node.path(next.name()), part + 1);
        }
        if (next.index() != EACH) {
            return at(node.path(next.index()), part + 1);
        }
        return node.isArray() ? each(node, part + 1) : MissingNode.getInstance();
    }

    private JsonNode each(JsonNode list, int part) {
        boolean deeper = parts.subList(part, parts.size()).contains(new Part(null, EACH));
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : list) {
            JsonNode value = at(item, part);
            if (deeper && value.isArray()) {
                values.addAll((ArrayNode) value);
            } else if (!deeper) {
                values.add(value.isMissingNode() ? values.nullNode() : value);
            }
            if (values.size() > VALUE_LIMIT) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" has more than " + VALUE_LIMIT + " values");
            }
        }
        return values;
    }

    /**
     * @return whether it names every item of a list
     */
    public boolean many() {
        return parts.contains(new Part(null, EACH));
    }

    /**
     * @return the path as written
     */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ColumnPath path && path.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    /** Reads a path from left to right. */
    private static final class Reader {
        private final String text;
        private final List<Part> parts = new ArrayList<>();
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<Part> parts() {
            name();
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '.') {
                    name();
                } else if (c == '[') {
                    item();
                } else {
                    throw broken();
                }
            }
            return List.copyOf(parts);
        }

        private void name() {
            String name = at < text.length() && text.charAt(at) == '"' ? quotedName() : plainName();
            parts.add(new Part(name, 0));
        }

        private String plainName() {
            int start = at;
            while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
                at++;
            }
            if (at == start) {
                throw broken();
            }
            return text.substring(start, at);
        }

        private String quotedName() {
            StringBuilder name = new StringBuilder();
            at++;
            while (at < text.length()) {
                char c = text.charAt(at++);
                boolean doubled = c == '"' && at < text.length() && text.charAt(at) == '"';
                if (c == '"' && !doubled) {
                    return name.toString();
                }
                at += doubled ? 1 : 0;
                name.append(c);
            }
            throw broken();
        }

        private void item() {
            int close = text.indexOf(']', at);
            if (close < 0 || close - at > 5) {
                throw broken();
            }
            String inside = text.substring(at, close);
            at = close + 1;
            if (inside.isEmpty()) {
                parts.add(new Part(null, EACH));
                return;
            }
            boolean digits = inside.chars().allMatch(c -> c >= '0' && c <= '9');
            int index = digits ? Integer.parseInt(inside) : INDEX_LIMIT + 1;
            if (index > INDEX_LIMIT) {
                throw broken();
            }
            parts.add(new Part(null, index));
        }

        private IllegalArgumentException broken() {
            return new IllegalArgumentException(
                    "\""
                            + text
                            + "\" is no path to a column; write it like problem, or like"
                            + " data.steps[].text.");
        }
    }
}
