package org.stepwright.storage.format.span;

import java.util.List;

/**
 * One span of any tracing tool, as far as steps are made of it.
 *
 * @param id its id; empty if it has none
 * @param parentId its parent's id; empty if it has none
 * @param sequence its number in the file
 * @param parentSequence the number of the span that it was nested in; -1 when in none
 * @param start when it started in nanoseconds since 1970; -1 when not known
 * @param end when it ended; -1 when not known
 * @param name its name
 * @param kind what it is
 * @param agent the agent that it names; empty if none
 * @param model the model that it names; empty if none
 * @param input what was said to it
 * @param output what it said
 * @param others other outputs that were offered in place of this one
 * @param scores what was said of it
 */
record Span(
        String id,
        String parentId,
        long sequence,
        long parentSequence,
        long start,
        long end,
        String name,
        Kind kind,
        String agent,
        String model,
        List<Part> input,
        List<Part> output,
        List<Part> others,
        List<Score> scores) {
    /** What a span is. */
    enum Kind {
        /** A call of a model. */
        MODEL,
        /** A run of a tool: its input is the call, its output the result. */
        TOOL,
        /** A search: its output is context. */
        SEARCH,
        /** Other work, such as an agent or a chain, that may hold all of these. */
        WORK,
        /** Somebody's judgement: nothing in it is a step. */
        JUDGE
    }

    Span {
        input = List.copyOf(input);
        output = List.copyOf(output);
        others = List.copyOf(others);
        scores = List.copyOf(scores);
    }

    /** This span with what was said of it. */
    Span scored(List<Score> said) {
        return new Span(
                id,
                parentId,
                sequence,
                parentSequence,
                start,
                end,
                name,
                kind,
                agent,
                model,
                input,
                output,
                others,
                said);
    }

    boolean says() {
        return output.stream().anyMatch(p -> p.role() == Part.Role.ASSISTANT && !p.isBlank());
    }

    boolean isEmpty() {
        return input.isEmpty() && output.isEmpty();
    }
}
