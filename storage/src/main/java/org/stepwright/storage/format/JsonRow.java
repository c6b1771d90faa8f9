package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One row as an object, read by name; says in plain words what is missing or of the wrong kind.
 *
 * @param key the key it stood under in a keyed file, else null
 * @param node the object
 */
record JsonRow(String key, JsonNode node) {
    static final int STEP_LIMIT = 10_000;

    /** The longest name of an annotator in characters. It is kept with each label. */
    private static final int ANNOTATOR_LIMIT = 200;

    JsonRow {
        if (!node.isObject()) {
            throw new BadRow("the row is " + kind(node) + ", not an object");
        }
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** A text that has to be there. */
    String text(String name) {
        return text(require(name), name);
    }

    /** A text, or the fallback when it is missing or null. */
    String text(String name, String fallback) {
        return has(name) ? text(node.get(name), name) : fallback;
    }

    /** A text or a number as text, or null when it is missing or null. */
    String scalar(String name) {
        if (!has(name)) {
            return null;
        }
        JsonNode value = node.get(name);
        if (value.isContainerNode()) {
            throw new BadRow("\"" + name + "\" is " + kind(value) + ", not a text");
        }
        return clean(value.asText(), name);
    }

    String id(String name) {
        String id = scalar(name);
        if (id == null || id.isBlank()) {
            throw new BadRow("\"" + name + "\" is missing");
        }
        return id;
    }

    /** An annotator's name, or the fallback when it is missing or null. */
    String annotator(String name, String fallback) {
        return has(name) ? annotator(name) : fallback;
    }

    String annotator(String name) {
        return requireAnnotator(text(name), name);
    }

    /** The name, which is not too long. */
    static String requireAnnotator(String annotator, String name) {
        if (annotator.length() > ANNOTATOR_LIMIT) {
            throw new BadRow("\"" + name + "\" is longer than " + ANNOTATOR_LIMIT + " characters");
        }
        return annotator;
    }

    int integer(String name) {
        JsonNode value = require(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new BadRow("\"" + name + "\" is " + shown(value) + ", not a whole number");
        }
        return value.intValue();
    }

    /** True or false, or the fallback when it is missing or null. */
    Boolean bool(String name, Boolean fallback) {
        if (!has(name)) {
            return fallback;
        }
        JsonNode value = node.get(name);
        if (!value.isBoolean()) {
            throw new BadRow("\"" + name + "\" is " + shown(value) + ", not true or false");
        }
        return value.booleanValue();
    }

    JsonNode list(String name) {
        JsonNode value = require(name);
        if (!value.isArray()) {
            throw new BadRow("\"" + name + "\" is " + kind(value) + ", not a list");
        }
        return value;
    }

    JsonRow object(String name) {
        JsonNode value = require(name);
        if (!value.isObject()) {
            throw new BadRow("\"" + name + "\" is " + kind(value) + ", not an object");
        }
        return new JsonRow(null, value);
    }

    /** The texts of a list of steps, at least one. */
    List<String> steps(String name) {
        checkStepCount(list(name).size());
        return texts(name);
    }

    /** The texts of a list, none when it is missing, null or empty. */
    List<String> texts(String name) {
        if (!has(name)) {
            return List.of();
        }
        JsonNode list = list(name);
        if (list.size() > STEP_LIMIT) {
            throw new BadRow(
                    "\"" + name + "\" has " + list.size() + " items; the limit is " + STEP_LIMIT);
        }
        List<String> texts = new ArrayList<>(list.size());
        for (JsonNode item : list) {
            texts.add(text(item, "item " + (texts.size() + 1) + " of " + name));
        }
        return texts;
    }

    static void checkStepCount(int steps) {
        if (steps == 0) {
            throw new BadRow("there are no steps");
        }
        if (steps > STEP_LIMIT) {
            throw new BadRow("there are " + steps + " steps; the limit is " + STEP_LIMIT);
        }
    }

    JsonNode require(String name) {
        if (!has(name)) {
            throw new BadRow("\"" + name + "\" is missing");
        }
        return node.get(name);
    }

    static String text(JsonNode value, String name) {
        if (!value.isTextual()) {
            throw new BadRow(quoted(name) + " is " + kind(value) + ", not a text");
        }
        return clean(value.textValue(), name);
    }

    /** Half a character pair cannot be written as UTF-8, so it would silently become another. */
    private static String clean(String text, String name) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            boolean paired =
                    Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
            if (!paired) {
                throw new BadRow(
                        quoted(name) + " holds half of a character pair (a lone \\u surrogate)");
            }
            i++;
        }
        return text;
    }

    private static String quoted(String name) {
        return name.startsWith("item ") ? name : "\"" + name + "\"";
    }

    static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= 40 ? text : kind(value);
    }

    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            default -> value.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }
}
