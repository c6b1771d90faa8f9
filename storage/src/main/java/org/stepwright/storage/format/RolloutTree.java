package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts that were tried for one question. The same text behind the same steps is one node, and
 * its value is the mean of what was measured there.
 */
final class RolloutTree {
    private static final int NODE_LIMIT = 10_000;
    private static final int PATH_STEPS_LIMIT = 200_000;
    private static final long PATH_CHARACTERS_LIMIT = 32L << 20;

    private final Node root;
    private final List<Node> nodes = new ArrayList<>();

    private RolloutTree(Node root) {
        this.root = root;
    }

    /** One text, and the completions that were measured from there. */
    static final class Node {
        private final Node parent;
        private final String text;
        private final int depth;
        private final long characters;
        private final Map<String, Node> children = new LinkedHashMap<>();
        private double sum;
        private int measured;
        private int place;

        private Node(Node parent, String text, int place) {
            this.parent = parent;
            this.text = text;
            this.place = place;
            this.depth = parent == null ? 0 : parent.depth + 1;
            this.characters = parent == null ? 0 : parent.characters + text.length();
        }

        String text() {
            return text;
        }

        boolean hasValue() {
            return measured > 0;
        }

        double value() {
            return sum / measured;
        }

        private void measure(JsonRow item) {
            if (item.has("mc_value")) {
                sum += Marks.reward(item.node().get("mc_value"), "an mc_value");
                measured++;
            }
        }
    }

    Node root() {
        return root;
    }

    /** A tree of objects with {@code text}, {@code mc_value} and {@code children}. */
    static RolloutTree ofNodes(JsonNode top) {
        RolloutTree tree = new RolloutTree(new Node(null, "", 0));
        tree.root.measure(new JsonRow(null, top));
        Deque<Map.Entry<Node, JsonNode>> open = new ArrayDeque<>();
        open.push(Map.entry(tree.root, top));
        while (!open.isEmpty()) {
            Map.Entry<Node, JsonNode> next = open.pop();
            JsonRow raw = new JsonRow(null, next.getValue());
            List<Map.Entry<Node, JsonNode>> children = new ArrayList<>();
            if (raw.has("children")) {
                for (JsonNode child : raw.list("children")) {
                    JsonRow item = new JsonRow(null, child);
                    String text = item.text("text").strip();
                    Node node = tree.child(next.getKey(), text, tree.nodes.size());
                    node.measure(item);
                    children.add(Map.entry(node, child));
                }
            }
            Collections.reverse(children);
            children.forEach(open::push);
        }
        return tree;
    }

    /** A list of {@code solution_prefix} and {@code mc_value}; each begins with the question. */
    static RolloutTree ofPrefixes(String question, JsonNode list) {
        checkSize(list.size());
        RolloutTree tree = new RolloutTree(new Node(null, "", 0));
        List<Prefix> sorted = new ArrayList<>(list.size());
        for (JsonNode raw : list) {
            JsonRow item = new JsonRow(null, raw);
            String prefix = item.text("solution_prefix");
            if (!prefix.startsWith(question)) {
                throw new BadRow(
                        "solution_prefix "
                                + (sorted.size() + 1)
                                + " does not begin with the question");
            }
            sorted.add(new Prefix(prefix, item, sorted.size()));
        }
        // A text stands right before all that begin with it, so one pass finds the parents.
        sorted.sort(Comparator.comparing(Prefix::text));
        Deque<Prefix> above = new ArrayDeque<>();
        Node[] made = new Node[sorted.size()];
        for (Prefix prefix : sorted) {
            while (!above.isEmpty() && !prefix.text().startsWith(above.peek().text())) {
                above.pop();
            }
            Prefix up =
                    above.stream()
                            .filter(a -> endsWhole(a.text(), prefix.text()))
                            .findFirst()
                            .orElse(null);
            String before = up == null ? question : up.text();
            Node parent = up == null ? tree.root : made[up.place()];
            String text = prefix.text().substring(before.length()).strip();
            Node node = text.isEmpty() ? parent : tree.child(parent, text, prefix.place());
            node.measure(prefix.item());
            made[prefix.place()] = node;
            above.push(prefix);
        }
        return tree;
    }

    /** Whether a beginning of a text ends where a word does: "x = 1" is none of "x = 12". */
    private static boolean endsWhole(String beginning, String text) {
        int end = beginning.length();
        return end == 0
                || end == text.length()
                || !(Character.isLetterOrDigit(beginning.charAt(end - 1))
                        && Character.isLetterOrDigit(text.charAt(end)));
    }

    private record Prefix(String text, JsonRow item, int place) {}

    private Node child(Node parent, String text, int place) {
        Node known = parent.children.get(text);
        if (known != null) {
            known.place = Math.min(known.place, place);
            return known;
        }
        Node node = new Node(parent, text, place);
        parent.children.put(text, node);
        nodes.add(node);
        checkSize(nodes.size());
        return node;
    }

    private static void checkSize(int nodes) {
        if (nodes > NODE_LIMIT) {
            throw new BadRow("there are more than " + NODE_LIMIT + " texts in this tree");
        }
    }

    /**
     * @return the ways from the question to each end, in the order of the file, at least one step
     *     each
     * @throws BadRow when there are none, or so many that they would not fit into memory
     */
    List<List<Node>> paths() {
        List<Node> ends =
                nodes.stream()
                        .filter(n -> n.children.isEmpty())
                        .sorted(Comparator.comparingInt(n -> n.place))
                        .toList();
        long steps = ends.stream().mapToLong(n -> n.depth).sum();
        long characters = ends.stream().mapToLong(n -> n.characters).sum();
        if (steps > PATH_STEPS_LIMIT || characters > PATH_CHARACTERS_LIMIT) {
            throw new BadRow("the ways through this tree hold too many steps or characters");
        }
        if (ends.isEmpty()) {
            throw new BadRow("there are no steps");
        }
        return ends.stream().map(RolloutTree::path).toList();
    }

    private static List<Node> path(Node end) {
        List<Node> path = new ArrayList<>();
        for (Node node = end; node.parent != null; node = node.parent) {
            path.add(node);
        }
        Collections.reverse(path);
        return path;
    }
}
