package org.stepwright.storage.format.span;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;

/**
 * Follows what the spans of a trace say and makes steps of what is new.
 *
 * <p>Each call of a model is told the history again, and so are agents inside agents. A part of an
 * input is new when it occurs in it more often than in anything heard before; white space does not
 * count. New words of others are context; an assistant's words in a history that no span of this
 * trace spoke are context too, for they are steps of the trace in which they were spoken.
 */
final class Conversation {
    private final List<String> problem = new ArrayList<>();
    private final List<String> context = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<Part.Key, Integer> known = new HashMap<>();
    private final List<OpenCall> open = new ArrayList<>();
    private final Map<String, String> toolNames = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final Map<Long, List<Integer>> stepsOf = new HashMap<>();
    private final Map<String, List<Integer>> stepsOfAgent = new LinkedHashMap<>();
    private final Set<String> models = new LinkedHashSet<>();
    private final Set<String> tools = new LinkedHashSet<>();

    /** A call that a model asked for and no span of a tool has run yet. */
    private record OpenCall(int step, Part part) {}

    void follow(SpanTree.Event event) {
        Span span = event.span();
        switch (event.what()) {
            case SPEAKS -> {
                hear(span.input());
                speak(event, span.output());
                remember(span.input(), span.output());
            }
            case ASKED -> {
                hear(span.input());
                remember(span.input(), List.of());
            }
            case ANSWERS -> {
                speak(event, news(span.output()));
                remember(span.input(), span.output());
            }
            case CALLS -> call(event);
            case RETURNS -> result(span);
        }
    }

    private void hear(List<Part> input) {
        news(input).forEach(this::hear);
    }

    /** What was said more often here than ever before. */
    private List<Part> news(List<Part> said) {
        Map<Part.Key, Integer> here = new HashMap<>();
        List<Part> news = new ArrayList<>();
        for (Part part : said) {
            Part.Key key = part.key();
            int occurrence = here.merge(key, 1, Integer::sum);
            if (!part.isBlank() && occurrence > known.getOrDefault(key, 0)) {
                news.add(part);
            }
        }
        return news;
    }

    private void hear(Part part) {
        if (part.kind() == Part.Kind.RESULT) {
            returned(part);
        } else if (!steps.isEmpty() || part.role() == Part.Role.ASSISTANT) {
            String who = part.role().name().toLowerCase(java.util.Locale.ROOT);
            about().add(who + ": " + part.stepText());
        } else {
            problem.add(part.text());
        }
    }

    /** What comes before the first step is part of the problem. */
    private List<String> about() {
        return steps.isEmpty() ? problem : context;
    }

    private void returned(Part part) {
        if (!part.callId().isEmpty() && !answered.add(part.callId())) {
            return;
        }
        String name =
                part.name().isEmpty() ? toolNames.getOrDefault(part.callId(), "tool") : part.name();
        about().add(name + ": " + part.text());
    }

    private void remember(List<Part> input, List<Part> output) {
        Map<Part.Key, Integer> here = new HashMap<>();
        input.forEach(p -> here.merge(p.key(), 1, Integer::sum));
        output.forEach(p -> here.merge(p.key(), 1, Integer::sum));
        here.forEach((key, times) -> known.merge(key, times, Math::max));
    }

    private void speak(SpanTree.Event event, List<Part> said) {
        Span span = event.span();
        if (!span.model().isEmpty()) {
            models.add(span.model());
        }
        List<String> others = span.others().stream().map(Part::stepText).distinct().toList();
        for (Part part : said) {
            if (part.isBlank()) {
                continue;
            }
            if (part.role() != Part.Role.ASSISTANT) {
                hear(part);
                continue;
            }
            add(event, part, others);
            others = List.of();
        }
    }

    private void add(SpanTree.Event event, Part part, List<String> others) {
        String text = Values.clean(part.stepText());
        StepKind kind =
                switch (part.kind()) {
                    case REASONING -> StepKind.THOUGHT;
                    case CALL -> StepKind.TOOL_CALL;
                    default -> StepKind.MESSAGE;
                };
        int step = steps.size();
        List<String> offered = others.stream().filter(o -> !o.equals(text)).toList();
        steps.add(new Step(text, kind, Values.clean(String.join("\n\n", context)), offered));
        context.clear();
        belongs(event.span(), step);
        if (!event.agent().isEmpty()) {
            stepsOfAgent.computeIfAbsent(event.agent(), a -> new ArrayList<>()).add(step);
        }
        if (part.kind() == Part.Kind.CALL) {
            tools.add(part.name());
            open.add(new OpenCall(step, part));
            if (!part.callId().isEmpty()) {
                toolNames.put(part.callId(), part.name());
            }
        }
    }

    private void belongs(Span span, int step) {
        stepsOf.computeIfAbsent(span.sequence(), s -> new ArrayList<>()).add(step);
    }

    /** A tool runs: mostly because a model asked for it, which is a step already. */
    private void call(SpanTree.Event event) {
        if (event.span().input().isEmpty()) {
            return;
        }
        Part part = event.span().input().get(0);
        OpenCall asked = asked(part);
        if (asked == null) {
            add(event, part, List.of());
            open.remove(open.size() - 1);
            remember(List.of(), List.of(part));
        } else {
            open.remove(asked);
            belongs(event.span(), asked.step());
        }
    }

    private OpenCall asked(Part part) {
        OpenCall byName = null;
        for (OpenCall call : open) {
            Part asked = call.part();
            boolean bothHaveIds = !asked.callId().isEmpty() && !part.callId().isEmpty();
            if (bothHaveIds && asked.callId().equals(part.callId()) || same(asked, part)) {
                return call;
            }
            if (byName == null && !bothHaveIds && asked.name().equals(part.name())) {
                byName = call;
            }
        }
        return byName;
    }

    private static boolean same(Part asked, Part part) {
        boolean idsDiffer =
                !asked.callId().isEmpty()
                        && !part.callId().isEmpty()
                        && !asked.callId().equals(part.callId());
        return !idsDiffer && asked.key().equals(part.key());
    }

    private void result(Span span) {
        for (Part part : span.output()) {
            if (!part.isBlank()) {
                returned(part);
                known.merge(part.key(), 1, Integer::sum);
            }
        }
    }

    /** Uses the question when no speaker said what was asked. */
    void ask(List<Part> question) {
        if (problem.isEmpty()) {
            question.stream().filter(p -> !p.isBlank()).forEach(p -> problem.add(p.text()));
        }
    }

    String problem() {
        return Values.clean(String.join("\n\n", problem));
    }

    List<Step> steps() {
        return steps;
    }

    /** The steps of one span, in order. */
    List<Integer> stepsOf(Span span) {
        return stepsOf.getOrDefault(span.sequence(), List.of());
    }

    Set<String> models() {
        return models;
    }

    Set<String> tools() {
        return tools;
    }

    /** The steps of each agent, in order. */
    Map<String, List<Integer>> stepsOfAgent() {
        return stepsOfAgent;
    }
}
