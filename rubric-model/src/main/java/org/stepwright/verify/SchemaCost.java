package org.stepwright.verify;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepwright.work.WorkFailed;

/**
 * Counts how many times the parts of a JSON Schema are applied. Thirty definitions, each twice the
 * next, are a few lines of text and a thousand million applications; the validator writes them all
 * out, so they are counted before it sees them.
 */
final class SchemaCost {
    /** Applications while a schema is written out, with each cycle entered once. */
    private static final int MOST_WRITTEN_OUT = 20_000;

    /** Applications to one value; a value that needs more is left undecided. */
    private static final int MOST_APPLIED = 1_000_000;

    private static final Set<String> HERE = Set.of("not", "if", "then", "else");
    private static final Set<String> LISTS_HERE = Set.of("allOf", "anyOf", "oneOf");
    private static final Set<String> MAPS_HERE = Set.of("dependentSchemas", "dependencies");
    private static final Set<String> REFERENCES = Set.of("$ref", "$dynamicRef", "$recursiveRef");
    private static final Set<String> CHILDREN =
            Set.of(
                    "items",
                    "prefixItems",
                    "contains",
                    "additionalItems",
                    "additionalProperties",
                    "unevaluatedItems",
                    "unevaluatedProperties",
                    "propertyNames");

    private final JsonNode root;
    private final Map<String, JsonNode> named = new HashMap<>();

    /**
     * @param root the schema, an object
     * @throws WorkFailed when it refers to what is not in it, or writes out too large
     */
    SchemaCost(JsonNode root) {
        this.root = root;
        collectNames(root);
        Count count = new Count(MOST_WRITTEN_OUT);
        count.apply(root, null);
        if (count.over()) {
            throw new WorkFailed(
                    "The JSON Schema is too large once its references are followed; let fewer"
                            + " definitions use each other.");
        }
    }

    /**
     * @param value a value to validate
     * @return whether validating it stays within bounds
     */
    boolean allows(JsonNode value) {
        Count count = new Count(MOST_APPLIED);
        count.apply(root, value);
        return !count.over();
    }

    private void collectNames(JsonNode node) {
        if (node.path("$id").isTextual()) {
            named.putIfAbsent(node.get("$id").textValue(), node);
        }
        for (String anchor : List.of("$anchor", "$dynamicAnchor")) {
            if (node.path(anchor).isTextual()) {
                named.putIfAbsent("#" + node.get(anchor).textValue(), node);
            }
        }
        node.forEach(this::collectNames);
    }

    /** One count; stops soon after it is over its bound. */
    private final class Count {
        private final int most;
        private final Deque<JsonNode> path = new ArrayDeque<>();
        private int applied;

        Count(int most) {
            this.most = most;
        }

        boolean over() {
            return applied > most;
        }

        /** Applies a schema to a value; null stands for any value. */
        void apply(JsonNode schema, JsonNode value) {
            boolean cycle = value == null && path.stream().anyMatch(s -> s == schema);
            if (++applied > most || cycle || !schema.isObject()) {
                return;
            }
            path.push(schema);
            schema.properties().forEach(k -> keyword(k.getKey(), k.getValue(), value));
            path.pop();
        }

        private void keyword(String name, JsonNode argument, JsonNode value) {
            if (REFERENCES.contains(name) && argument.isTextual()) {
                apply(resolve(argument.textValue()), value);
            } else if (HERE.contains(name)) {
                apply(argument, value);
            } else if (LISTS_HERE.contains(name) || MAPS_HERE.contains(name)) {
                argument.forEach(schema -> apply(schema, value));
            } else if (name.equals("properties")) {
                argument.properties()
                        .forEach(
                                p -> {
                                    JsonNode child = value == null ? null : value.get(p.getKey());
                                    if (value == null || child != null) {
                                        apply(p.getValue(), child);
                                    }
                                });
            } else if (CHILDREN.contains(name)) {
                children(argument, value);
            } else if (name.equals("patternProperties")) {
                argument.forEach(schema -> children(schema, value));
            }
        }

        private void children(JsonNode argument, JsonNode value) {
            Iterable<JsonNode> schemas = argument.isArray() ? argument : List.of(argument);
            for (JsonNode schema : schemas) {
                if (value == null) {
                    apply(schema, null);
                } else {
                    value.forEach(child -> apply(schema, child));
                }
            }
        }
    }

    /** What a reference names inside this schema; relative addresses are compared by their end. */
    private JsonNode resolve(String reference) {
        if (named.containsKey(reference)) {
            return named.get(reference);
        }
        int hash = reference.indexOf('#');
        String address = hash < 0 ? reference : reference.substring(0, hash);
        String fragment = hash < 0 ? "" : reference.substring(hash + 1);
        for (JsonNode base : bases(address)) {
            JsonNode found = at(base, fragment);
            if (!found.isMissingNode()) {
                return found;
            }
        }
        throw new WorkFailed(
                "The JSON Schema cannot be used: it has nothing at "
                        + reference
                        + ". References to other documents are not followed.");
    }

    private List<JsonNode> bases(String address) {
        List<JsonNode> bases = new ArrayList<>();
        if (address.isEmpty()) {
            bases.add(root);
        }
        named.forEach(
                (name, node) -> {
                    String end = name.endsWith("#") ? name.substring(0, name.length() - 1) : name;
                    if (address.isEmpty() || end.equals(address) || end.endsWith("/" + address)) {
                        bases.add(node);
                    }
                });
        return bases;
    }

    private JsonNode at(JsonNode base, String fragment) {
        if (!fragment.isEmpty() && !fragment.startsWith("/")) {
            return named.getOrDefault("#" + fragment, root.path("/"));
        }
        try {
            return base.at(JsonPointer.compile(decoded(fragment)));
        } catch (IllegalArgumentException e) {
            return root.path("/");
        }
    }

    /** A fragment without its percent signs. */
    private static String decoded(String fragment) {
        byte[] bytes = fragment.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%' && i + 2 < bytes.length) {
                plain.write(
                        Character.digit(bytes[i + 1], 16) << 4 | Character.digit(bytes[i + 2], 16));
                i += 2;
            } else {
                plain.write(bytes[i]);
            }
        }
        return plain.toString(StandardCharsets.UTF_8);
    }
}
