package org.stepwright.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Where values stand in JSON: names between dots, {@code []} for every item of a list, as in {@code
 * payment_methods[].payment_id}.
 *
 * @param written the path as it was written
 * @param steps names, and {@code []}
 */
record JsonPath(String written, List<String> steps) {
    private static final int MAX_STEPS = 20;
    private static final int MAX_VALUES = 1_000;
    private static final int MAX_DIGITS = 40;

    /**
     * @param written a path
     * @return it; null when it is no path
     */
    static JsonPath of(String written) {
        List<String> steps = new ArrayList<>();
        for (String part : written.split("\\.", -1)) {
            String name = part;
            int lists = 0;
            while (name.endsWith("[]")) {
                name = name.substring(0, name.length() - 2);
                lists++;
            }
            if (name.isEmpty() && !(steps.isEmpty() && lists > 0) || name.contains("[")) {
                return null;
            }
            if (!name.isEmpty()) {
                steps.add(name);
            }
            for (int i = 0; i < lists; i++) {
                steps.add("[]");
            }
        }
        return steps.size() > MAX_STEPS ? null : new JsonPath(written, List.copyOf(steps));
    }

    /**
     * @param root an object or a list
     * @return the texts, numbers and truth values there, also the items of a list that the path
     *     ends at; null when there are too many to look at
     */
    List<JsonNode> values(JsonNode root) {
        List<JsonNode> nodes = List.of(root);
        for (String step : steps) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : nodes) {
                if (!step.equals("[]")) {
                    next.add(node.path(step));
                } else if (node.isArray()) {
                    node.forEach(next::add);
                }
                if (next.size() > MAX_VALUES) {
                    return null;
                }
            }
            nodes = next;
        }
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode node : nodes) {
            if (node.isArray()) {
                node.forEach(values::add);
            } else {
                values.add(node);
            }
        }
        values.removeIf(node -> !node.isValueNode() || node.isNull());
        return values.size() > MAX_VALUES ? null : values;
    }

    /**
     * @param value a text, a number or a truth value
     * @return it as text; a number without zeros at its end
     */
    static String text(JsonNode value) {
        if (!value.isNumber()) {
            return value.asText();
        }
        BigDecimal number = value.decimalValue();
        boolean plain = number.precision() < MAX_DIGITS && Math.abs(number.scale()) < MAX_DIGITS;
        return plain ? number.stripTrailingZeros().toPlainString() : value.asText();
    }
}
