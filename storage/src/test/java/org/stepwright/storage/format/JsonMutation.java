package org.stepwright.storage.format;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows that a reader knows, with some of their values replaced, dropped, doubled or nested: what
 * bytes alone hardly ever come to. The fuzzer's bytes decide, so it learns which changes lead to
 * new code.
 */
final class JsonMutation {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_CHANGES = 6;

    private final List<JsonNode> seeds;

    private JsonMutation(List<JsonNode> seeds) {
        this.seeds = seeds;
    }

    /** The seeds of a folder; none when there is no such folder. */
    static JsonMutation of(String folder) {
        List<JsonNode> seeds = new ArrayList<>();
        if (folder != null) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.sorted().toList()) {
                    add(seeds, Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new JsonMutation(seeds);
    }

    private static void add(List<JsonNode> seeds, byte[] file) {
        try (var rows = Json.MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(file)) {
            while (rows.hasNext()) {
                seeds.add(rows.next());
            }
        } catch (IOException | RuntimeException e) {
            // A seed that is no JSON is used as bytes.
        }
    }

    boolean isEmpty() {
        return seeds.isEmpty();
    }

    /** The seeds as files. */
    List<byte[]> written() {
        return seeds.stream()
                .map(seed -> seed.toString().getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    byte[] apply(FuzzedDataProvider data) {
        JsonNode row = seeds.get(data.consumeInt(0, seeds.size() - 1)).deepCopy();
        int changes = data.consumeInt(1, MOST_CHANGES);
        for (int i = 0; i < changes; i++) {
            row = change(row, data);
        }
        try {
            byte[] written = Json.MAPPER.writeValueAsBytes(row);
            if (data.consumeBoolean()) {
                return written;
            }
            // The same row twice, on two lines.
            byte[] twice = new byte[2 * written.length + 1];
            System.arraycopy(written, 0, twice, 0, written.length);
            twice[written.length] = '\n';
            System.arraycopy(written, 0, twice, written.length + 1, written.length);
            return twice;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Walks down by the fuzzer's will and changes what it comes to. */
    private static JsonNode change(JsonNode node, FuzzedDataProvider data) {
        boolean here = node.isEmpty() || data.consumeInt(0, 3) == 0;
        if (here) {
            return changed(node, data);
        }
        int place = data.consumeInt(0, node.size() - 1);
        if (node instanceof ArrayNode list) {
            list.set(place, change(list.get(place), data));
            return list;
        }
        ObjectNode object = (ObjectNode) node;
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.get(place);
        if (data.consumeInt(0, 7) == 0) {
            object.remove(name);
        } else {
            object.set(name, change(object.get(name), data));
        }
        return object;
    }

    private static JsonNode changed(JsonNode node, FuzzedDataProvider data) {
        return switch (data.consumeInt(0, 14)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(data.consumeBoolean());
            case 2 -> NODES.numberNode(data.consumeInt(-3, 12));
            case 3 -> NODES.numberNode(data.consumeLong());
            case 4 -> NODES.numberNode(data.consumeProbabilityDouble());
            case 5 -> NODES.textNode(data.consumeString(20));
            case 6 -> NODES.textNode(node.asText() + data.consumeString(8));
            case 7 -> NODES.arrayNode().add(node).add(node.deepCopy());
            case 8 -> NODES.objectNode().set("a", node);
            case 9 -> NODES.arrayNode();
            case 10 -> NODES.objectNode();
            case 11 -> NODES.textNode(node.toString());
            case 12 -> NODES.textNode(String.valueOf(data.consumeInt(-2, 9)));
            case 13 -> nested(node, data.consumeInt(1, 150));
            default -> NODES.textNode(cut(node.asText(), data.consumeInt(0, 40)));
        };
    }

    private static JsonNode nested(JsonNode node, int depth) {
        JsonNode inner = node;
        for (int i = 0; i < depth; i++) {
            inner = NODES.arrayNode().add(inner);
        }
        return inner;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
