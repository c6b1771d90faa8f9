package org.stepwright.storage.format.span;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The spans of one trace as a tree, and when what each says was said.
 *
 * <p>A span that holds calls of a model repeats what they were told and what they said, so only the
 * innermost speakers count. Where no span is a call of a model, the innermost spans speak.
 */
final class SpanTree {
    private static final int DEPTH_LIMIT = 300;

    private final List<Node> roots = new ArrayList<>();
    private final List<Node> all = new ArrayList<>();
    private final boolean anyModel;
    private int order;

    /** A span in its place. */
    private static final class Node {
        private final Span span;
        private final List<Node> children = new ArrayList<>();
        private boolean reached;
        private boolean judged;
        private long from;
        private long to;

        Node(Span span) {
            this.span = span;
        }
    }

    /** What happens to a conversation, in order of time. */
    enum What {
        /** A call of a model: its input, then its output. */
        SPEAKS,
        /** A tool is called. */
        CALLS,
        /** A tool gives its result. */
        RETURNS,
        /** Work that held no call of a model was given something. */
        ASKED,
        /** And this is what it said. */
        ANSWERS
    }

    /**
     * @param what what happens
     * @param span to which span
     * @param agent the agent around it; empty if none
     * @param time when, in nanoseconds
     * @param order decides between events of one moment
     */
    record Event(What what, Span span, String agent, long time, int order) {}

    SpanTree(List<Span> spans) {
        link(distinct(spans));
        for (Node root : roots) {
            reach(root, 0, 0);
        }
        // Spans that are each other's parents hang on no root.
        for (Node node : all) {
            if (!node.reached) {
                roots.add(node);
                reach(node, 0, 0);
            }
        }
        anyModel =
                all.stream()
                        .filter(n -> !n.judged)
                        .anyMatch(n -> n.span.kind() == Span.Kind.MODEL && n.span.says());
    }

    /** Exporters that try again write a span twice. */
    private static List<Span> distinct(List<Span> spans) {
        Map<Object, Span> byId = new LinkedHashMap<>();
        for (Span span : spans) {
            Object key = span.id().isEmpty() ? (Object) span.sequence() : span.id();
            byId.merge(key, span, (one, other) -> one.isEmpty() ? other : one);
        }
        return List.copyOf(byId.values());
    }

    private void link(List<Span> spans) {
        Map<String, Node> byId = new HashMap<>();
        Map<Long, Node> bySequence = new HashMap<>();
        for (Span span : spans) {
            Node node = new Node(span);
            all.add(node);
            bySequence.put(span.sequence(), node);
            if (!span.id().isEmpty()) {
                byId.put(span.id(), node);
            }
        }
        for (Node node : all) {
            Node parent = byId.get(node.span.parentId());
            if (parent == null) {
                parent = bySequence.get(node.span.parentSequence());
            }
            if (parent == null || parent == node) {
                roots.add(node);
            } else {
                parent.children.add(node);
            }
        }
        Comparator<Node> byTime = Comparator.comparingLong(n -> Math.max(0, n.span.start()));
        all.forEach(n -> n.children.sort(byTime));
        roots.sort(byTime);
    }

    private void reach(Node node, long earliest, int depth) {
        if (depth > DEPTH_LIMIT) {
            throw new BadSpan("the spans are nested deeper than " + DEPTH_LIMIT + " levels");
        }
        node.reached = true;
        node.judged |= node.span.kind() == Span.Kind.JUDGE;
        // Clocks differ: nothing starts before what started it.
        node.from = Math.max(earliest, node.span.start());
        node.to = Math.max(node.from, node.span.end());
        node.children.removeIf(child -> child.reached);
        for (Node child : node.children) {
            child.judged = node.judged;
            reach(child, node.from, depth + 1);
            node.to = Math.max(node.to, child.to);
        }
    }

    /** What happens, in order of time. */
    List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (Node root : roots) {
            collect(root, "", events);
        }
        events.sort(Comparator.comparingLong(Event::time).thenComparingInt(Event::order));
        return events;
    }

    private void collect(Node node, String around, List<Event> events) {
        Span span = node.span;
        if (node.judged) {
            return;
        }
        String agent = span.agent().isEmpty() ? around : span.agent();
        What first = first(node);
        if (first != null) {
            events.add(new Event(first, span, agent, node.from, order++));
        }
        for (Node child : node.children) {
            collect(child, agent, events);
        }
        What last =
                first == What.CALLS
                        ? What.RETURNS
                        : first == What.ASKED && span.kind() != Span.Kind.SEARCH
                                ? What.ANSWERS
                                : null;
        if (last != null) {
            long time = node.children.isEmpty() ? node.from : node.to;
            events.add(new Event(last, span, agent, time, order++));
        }
    }

    private What first(Node node) {
        return switch (node.span.kind()) {
            case TOOL -> What.CALLS;
            case SEARCH -> What.RETURNS;
            case MODEL -> holdsSpeaker(node) ? null : What.SPEAKS;
            default -> {
                boolean speaks = !anyModel || isAgent(node);
                yield speaks && !holdsSpeaker(node) ? What.ASKED : null;
            }
        };
    }

    /** Whether work may be a model's that nobody traced: an agent, or all there is. */
    private boolean isAgent(Node node) {
        return !node.span.agent().isEmpty();
    }

    /** Whether a span repeats what is said in it; who speaks inside a tool speaks for itself. */
    private boolean holdsSpeaker(Node node) {
        for (Node child : node.children) {
            boolean own = !child.judged && child.span.kind() != Span.Kind.TOOL;
            if (own && (isSpeaker(child) || holdsSpeaker(child))) {
                return true;
            }
        }
        return false;
    }

    private boolean isSpeaker(Node node) {
        Span span = node.span;
        boolean may =
                span.kind() == Span.Kind.MODEL
                        || span.kind() == Span.Kind.WORK && (!anyModel || isAgent(node));
        return may && span.says();
    }

    /** What the outermost span was given, for traces whose speakers do not say what was asked. */
    List<Part> question() {
        return roots.stream()
                .map(n -> n.span.input())
                .filter(input -> !input.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
