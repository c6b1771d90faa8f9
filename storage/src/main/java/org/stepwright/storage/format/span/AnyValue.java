package org.stepwright.storage.format.span;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;

/**
 * OTLP's typed values as plain JSON and back ({@code opentelemetry/proto/common/v1/common.proto} in
 * its JSON form: 64-bit whole numbers are texts).
 */
public final class AnyValue {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AnyValue() {}

    /** The attributes of a span, an event or a resource by name. */
    static ObjectNode attributes(JsonNode list) {
        ObjectNode all = NODES.objectNode();
        for (JsonNode item : list) {
            if (item.path("key").isTextual()) {
                all.set(item.get("key").textValue(), plain(item.path("value")));
            }
        }
        return all;
    }

    static JsonNode plain(JsonNode value) {
        if (value.has("stringValue")) {
            return NODES.textNode(value.get("stringValue").asText());
        }
        if (value.has("boolValue")) {
            return NODES.booleanNode(value.get("boolValue").asBoolean());
        }
        if (value.has("intValue")) {
            return integer(value.get("intValue"));
        }
        if (value.has("doubleValue")) {
            return number(value.get("doubleValue"));
        }
        if (value.has("arrayValue")) {
            ArrayNode array = NODES.arrayNode();
            value.get("arrayValue").path("values").forEach(v -> array.add(plain(v)));
            return array;
        }
        if (value.has("kvlistValue")) {
            return attributes(value.get("kvlistValue").path("values"));
        }
        return value.has("bytesValue")
                ? NODES.textNode(value.get("bytesValue").asText())
                : NODES.nullNode();
    }

    private static JsonNode integer(JsonNode value) {
        try {
            String text = value.asText();
            return text.length() > 30
                    ? NODES.textNode(text)
                    : NODES.numberNode(new BigInteger(text));
        } catch (NumberFormatException e) {
            return NODES.textNode(value.asText());
        }
    }

    private static JsonNode number(JsonNode value) {
        return value.isNumber() ? value : NODES.textNode(value.asText());
    }

    /**
     * Adds an attribute to a list of them.
     *
     * @param attributes the list
     * @param key its name
     * @param value its value as plain JSON
     */
    public static void put(ArrayNode attributes, String key, JsonNode value) {
        attributes.addObject().put("key", key).set("value", typed(value));
    }

    static JsonNode typed(JsonNode value) {
        ObjectNode out = NODES.objectNode();
        switch (value.getNodeType()) {
            case STRING -> out.put("stringValue", value.textValue());
            case BOOLEAN -> out.put("boolValue", value.booleanValue());
            case NUMBER -> {
                if (value.isIntegralNumber() && value.canConvertToLong()) {
                    out.put("intValue", value.asText());
                } else {
                    out.put("doubleValue", value.doubleValue());
                }
            }
            case ARRAY -> {
                ArrayNode values = out.putObject("arrayValue").putArray("values");
                value.forEach(v -> values.add(typed(v)));
            }
            case OBJECT -> {
                ArrayNode values = out.putObject("kvlistValue").putArray("values");
                value.properties().forEach(e -> put(values, e.getKey(), e.getValue()));
            }
            default -> {
                // An empty AnyValue is null.
            }
        }
        return out;
    }
}
