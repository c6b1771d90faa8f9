package org.stepwright.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One step of an answer.
 *
 * @param text what the step says; a tool call is written {@code name(arguments-as-JSON)}
 * @param kind what the step is
 * @param context what came between the previous step and this one and was not produced by the model
 *     under judgement: a user's message, a tool's result; empty if nothing
 * @param alternatives other texts that were offered for the same prefix (PRM800K keeps them); never
 *     null
 */
public record Step(String text, StepKind kind, String context, List<String> alternatives) {
    /** Validates. */
    public Step {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(context, "context");
        alternatives = List.copyOf(alternatives);
    }

    /**
     * @param text what the step says
     * @return a plain text step without context and alternatives
     */
    public static Step of(String text) {
        return new Step(text, StepKind.TEXT, "", List.of());
    }

    /**
     * @param other another text for the same prefix
     * @return this step with it as its last alternative; the same when it is one already
     */
    public Step offering(String other) {
        if (alternatives.contains(other)) {
            return this;
        }
        List<String> more = new ArrayList<>(alternatives);
        more.add(other);
        return new Step(text, kind, context, more);
    }
}
