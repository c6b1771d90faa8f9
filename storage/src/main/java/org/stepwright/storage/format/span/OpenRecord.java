package org.stepwright.storage.format.span;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Deque;
import java.util.List;

/** A record while it is read; stops growing at its limit. */
final class OpenRecord {
    /** What a value takes in memory beside its text, about. */
    private static final int VALUE_WEIGHT = 16;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final long line;
    private final long sequence;
    private final long parent;
    private final long root;
    private final String key;
    private final int limit;
    private ObjectNode node = NODES.objectNode();
    private long weight;
    private boolean halfPair;

    OpenRecord(long line, long sequence, String key, OpenRecord around, int limit) {
        this.line = line;
        this.sequence = sequence;
        this.key = key;
        this.parent = around == null ? -1 : around.sequence;
        this.root = around == null ? sequence : around.root;
        this.limit = limit;
    }

    long line() {
        return line;
    }

    boolean isTooLong() {
        return weight > limit;
    }

    /** Why it cannot be used, for people; null when it can. */
    String problem() {
        if (isTooLong()) {
            return "the record is longer than " + (limit >> 20) + " MiB";
        }
        return halfPair ? "a text holds half of a character pair (a lone \\u surrogate)" : null;
    }

    /** Takes the value at which the parser stands; only skips it when the record is too long. */
    void put(String name, JsonParser parser) throws IOException {
        JsonNode value = value(parser);
        if (isTooLong()) {
            node = NODES.objectNode();
        } else {
            node.set(name, value);
            weight += name.length();
            halfPair |= !Values.isWhole(name);
        }
    }

    Found found(int others, Deque<OpenRecord> around) {
        List<ObjectNode> nodes = around.stream().map(open -> open.node).toList();
        return new Found(line, sequence, parent, root, key, node, nodes, others);
    }

    private JsonNode value(JsonParser parser) throws IOException {
        weight += VALUE_WEIGHT;
        if (isTooLong()) {
            parser.skipChildren();
            return NODES.nullNode();
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> text(parser);
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private JsonNode text(JsonParser parser) throws IOException {
        String text = parser.getText();
        weight += text.length();
        halfPair |= !Values.isWhole(text);
        return NODES.textNode(text);
    }

    private JsonNode object(JsonParser parser) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            weight += name.length();
            halfPair |= !Values.isWhole(name);
            parser.nextToken();
            object.set(name, value(parser));
        }
        return object;
    }

    private JsonNode array(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                return array;
            }
            array.add(value(parser));
        }
        return array;
    }
}
