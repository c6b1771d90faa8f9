package org.stepwright.storage.format.span;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/** Puts the spans of one trace together. */
final class TraceBuilder {
    private static final int STEP_LIMIT = 10_000;

    private final String id;
    private final String source;
    private final List<Span> spans = new ArrayList<>();
    private final List<Score> ofTrace = new ArrayList<>();
    private final Map<String, String> metadata = new TreeMap<>();
    private List<Part> question = List.of();

    TraceBuilder(String id, String source) {
        this.id = id;
        this.source = source;
    }

    void add(Span span) {
        spans.add(span);
    }

    void add(Score scoreOfTrace) {
        ofTrace.add(scoreOfTrace);
    }

    /** Used when no span says what was asked. */
    void ask(List<Part> parts) {
        question = parts;
    }

    /** Keeps a fact of the trace, unless it is empty. */
    void put(String name, String value) {
        if (!value.isEmpty()) {
            metadata.put(name, Values.clean(value));
        }
    }

    List<Span> spans() {
        return spans;
    }

    /**
     * @throws BadSpan when the trace has no steps
     */
    SpanTrace build(String whyEmpty) {
        SpanTree tree = new SpanTree(spans);
        Conversation conversation = new Conversation();
        tree.events().forEach(conversation::follow);
        List<Step> steps = conversation.steps();
        if (steps.isEmpty()) {
            throw new BadSpan(whyEmpty);
        }
        if (steps.size() > STEP_LIMIT) {
            throw new BadSpan("there are " + steps.size() + " steps; the limit is " + STEP_LIMIT);
        }
        conversation.ask(question.isEmpty() ? tree.question() : question);
        putNames(conversation);
        return new SpanTrace(
                id, conversation.problem(), steps, metadata, scores(conversation), null);
    }

    private void putNames(Conversation conversation) {
        put(Trace.SOURCE, source);
        put(Trace.GENERATOR, String.join(", ", conversation.models()));
        put("tools", String.join(", ", new TreeSet<>(conversation.tools())));
        Map<String, List<Integer>> agents = conversation.stepsOfAgent();
        put("agents", String.join(", ", agents.keySet()));
        if (agents.size() > 1) {
            put(
                    "agent_steps",
                    agents.entrySet().stream()
                            .map(e -> e.getKey() + ": " + ranges(e.getValue()))
                            .collect(Collectors.joining("; ")));
        }
    }

    /** Steps counted from 1, such as {@code 1-3, 7}. */
    private static String ranges(List<Integer> steps) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < steps.size(); ) {
            int last = i;
            while (last + 1 < steps.size() && steps.get(last + 1) == steps.get(last) + 1) {
                last++;
            }
            out.append(out.isEmpty() ? "" : ", ").append(steps.get(i) + 1);
            if (last > i) {
                out.append('-').append(steps.get(last) + 1);
            }
            i = last + 1;
        }
        return out.toString();
    }

    private List<SpanTrace.Scored> scores(Conversation conversation) {
        List<SpanTrace.Scored> scores = new ArrayList<>();
        for (Score score : ofTrace) {
            scores.add(new SpanTrace.Scored(-1, false, "", score));
        }
        for (Span span : spans) {
            List<Integer> steps = conversation.stepsOf(span);
            int step = steps.isEmpty() ? -1 : steps.get(steps.size() - 1);
            for (Score score : span.scores()) {
                scores.add(new SpanTrace.Scored(step, steps.size() == 1, span.name(), score));
            }
        }
        return scores;
    }
}
