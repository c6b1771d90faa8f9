package org.stepwright.storage.format;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.stepwright.work.WorkFailed;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/**
 * A piece of YAML that knows its line. Nothing is constructed from it but texts, numbers, lists and
 * maps, and each read says what it expects.
 *
 * @param node the parsed node
 * @param what what the piece is, for messages
 */
record YamlNode(Node node, String what) {
    private static final int SIZE_LIMIT = 1 << 20;
    private static final int DEPTH_LIMIT = 20;

    /**
     * @throws WorkFailed when the text is no YAML, or holds aliases or tags
     */
    static YamlNode parse(String yaml) {
        return parse(yaml, "rubric");
    }

    /**
     * @param what what the whole text is, for messages
     * @throws WorkFailed when the text is no YAML, or holds aliases or tags
     */
    static YamlNode parse(String yaml, String what) {
        if (yaml.length() > SIZE_LIMIT) {
            throw new WorkFailed("The " + what + " is longer than 1 MiB; shorten it.");
        }
        try {
            int depth = 0;
            for (Event event : yaml().parse(new StringReader(yaml))) {
                refuseAliasesAndTags(event);
                depth += depthChange(event);
                if (depth > DEPTH_LIMIT) {
                    // Composing would refuse it too, but the parser alone is slow in such depths.
                    throw new WorkFailed(
                            "Line "
                                    + line(event)
                                    + ": this is nested deeper than "
                                    + DEPTH_LIMIT
                                    + " levels.");
                }
            }
            Node root = yaml().compose(new StringReader(yaml));
            if (root == null) {
                throw new WorkFailed("The " + what + " is empty.");
            }
            return new YamlNode(root, what);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new WorkFailed(
                    "Line " + line + ": this is not valid YAML: " + oneLine(e.getProblem()) + ".",
                    e);
        } catch (YAMLException e) {
            throw new WorkFailed(
                    "The " + what + " is not valid YAML: " + oneLine(e.getMessage()) + ".", e);
        }
    }

    private static Yaml yaml() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(SIZE_LIMIT);
        limits.setMaxAliasesForCollections(0);
        limits.setNestingDepthLimit(DEPTH_LIMIT);
        limits.setAllowDuplicateKeys(false);
        limits.setAllowRecursiveKeys(false);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(limits), new Representer(unused), unused, limits);
    }

    private static int depthChange(Event event) {
        if (event instanceof CollectionStartEvent) {
            return 1;
        }
        return event instanceof CollectionEndEvent ? -1 : 0;
    }

    private static int line(Event event) {
        return event.getStartMark() == null ? 1 : event.getStartMark().getLine() + 1;
    }

    private static void refuseAliasesAndTags(Event event) {
        int line = line(event);
        boolean alias =
                event instanceof AliasEvent
                        || event instanceof NodeEvent named && named.getAnchor() != null;
        if (alias) {
            throw new WorkFailed(
                    "Line " + line + ": anchors and aliases (& and *) are not allowed.");
        }
        boolean tagged =
                event instanceof ScalarEvent scalar && scalar.getTag() != null
                        || event instanceof CollectionStartEvent start && start.getTag() != null;
        if (tagged) {
            throw new WorkFailed("Line " + line + ": tags (!) are not allowed.");
        }
    }

    private static String oneLine(String message) {
        String text = message == null ? "unknown trouble" : message.replace('\n', ' ').strip();
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    /** The sentence of a failure at this piece. */
    WorkFailed fail(String sentence) {
        return new WorkFailed("Line " + (node.getStartMark().getLine() + 1) + ": " + sentence);
    }

    /** The entries of a map whose keys are all known. */
    Fields fields(Set<String> known) {
        Map<String, YamlNode> fields = anyFields();
        for (Map.Entry<String, YamlNode> entry : fields.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw entry.getValue()
                        .fail(
                                "\""
                                        + oneLine(entry.getKey())
                                        + "\" is not known in a "
                                        + what
                                        + "; it can have "
                                        + String.join(", ", new TreeSet<>(known))
                                        + ".");
            }
        }
        return new Fields(this, fields);
    }

    /** The entries of a map with any keys. */
    Map<String, YamlNode> anyFields() {
        if (!(node instanceof MappingNode map)) {
            throw fail("a " + what + " is a map of keys and values, not " + kind() + ".");
        }
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            YamlNode keyNode = new YamlNode(tuple.getKeyNode(), "key");
            String key = keyNode.text();
            if (fields.put(key, new YamlNode(tuple.getValueNode(), key)) != null) {
                throw keyNode.fail("\"" + oneLine(key) + "\" occurs twice in this " + what + ".");
            }
        }
        return fields;
    }

    List<YamlNode> items(String itemName) {
        if (isNull()) {
            return List.of();
        }
        if (!(node instanceof SequenceNode list)) {
            throw fail("\"" + what + "\" is a list, each entry with a dash, not " + kind() + ".");
        }
        List<YamlNode> items = new ArrayList<>();
        list.getValue().forEach(item -> items.add(new YamlNode(item, itemName)));
        return items;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw fail("\"" + what + "\" is a text, not " + kind() + ".");
        }
        if (scalar.getValue().codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
            throw fail("\"" + what + "\" holds half of a character (a lone surrogate).");
        }
        return isNull() ? "" : scalar.getValue();
    }

    double number() {
        String text = text();
        boolean plausible = text.length() <= 40 && text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
        try {
            if (plausible && Double.isFinite(Double.parseDouble(text))) {
                return Double.parseDouble(text);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw fail("\"" + what + "\" is a number, not \"" + oneLine(text) + "\".");
    }

    boolean bool() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw fail(
                            "\"" + what + "\" is true or false, not \"" + oneLine(text()) + "\".");
        };
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (Names.of(constant).equals(text())) {
                return constant;
            }
        }
        throw fail(
                "\""
                        + what
                        + "\" is one of "
                        + Names.all(type)
                        + ", not \""
                        + oneLine(text())
                        + "\".");
    }

    boolean isScalar() {
        return node instanceof ScalarNode;
    }

    private boolean isNull() {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN
                && Tag.NULL.equals(scalar.getTag());
    }

    private String kind() {
        if (node instanceof ScalarNode) {
            return isNull() ? "nothing" : "a single value";
        }
        return node instanceof SequenceNode ? "a list" : "a map";
    }

    /** The entries of one map, read by name with defaults. */
    record Fields(YamlNode owner, Map<String, YamlNode> byName) {
        YamlNode require(String name) {
            YamlNode field = byName.get(name);
            if (field == null) {
                throw owner.fail("this " + owner.what() + " has no \"" + name + "\".");
            }
            return field;
        }

        boolean has(String name) {
            return byName.containsKey(name);
        }

        String text(String name) {
            return has(name) ? byName.get(name).text() : "";
        }

        double number(String name, double fallback) {
            return has(name) ? byName.get(name).number() : fallback;
        }

        boolean bool(String name, boolean fallback) {
            return has(name) ? byName.get(name).bool() : fallback;
        }

        <E extends Enum<E>> E constant(String name, Class<E> type, E fallback) {
            return has(name) ? byName.get(name).constant(type) : fallback;
        }

        List<YamlNode> items(String name, String itemName) {
            return has(name) ? byName.get(name).items(itemName) : List.of();
        }

        List<String> texts(String name, String itemName) {
            return items(name, itemName).stream().map(YamlNode::text).toList();
        }
    }
}
