package org.stepwright.verify;

import java.util.List;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;

/**
 * Whether a call stands alone in its turn: a message right before it that nobody answered was said
 * in the same turn. Between two calls nothing is decided, as a tool may answer with nothing.
 */
record AloneInTurn() implements CallRule {
    @Override
    public List<Finding> check(Seen seen) {
        List<Step> steps = seen.prefix().steps();
        String name = seen.call().name();
        if (steps.size() == 1 || !seen.prefix().step().context().isBlank()) {
            return List.of(new Finding(true, name, name + " was called in a turn of its own."));
        }
        if (steps.get(steps.size() - 2).kind() == StepKind.TOOL_CALL) {
            return List.of();
        }
        String message = name + " was called in the same turn as a message.";
        return List.of(new Finding(false, name, message));
    }
}
