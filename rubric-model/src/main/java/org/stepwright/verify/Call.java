package org.stepwright.verify;

import java.util.Optional;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;

/**
 * A step that calls a tool.
 *
 * @param name the tool's name
 * @param arguments what stands between the parentheses, word for word; JSON if all is well
 */
record Call(String name, String arguments) {
    /** The call that a step is; empty when it is none, or not written as one. */
    static Optional<Call> of(Step step) {
        String text = step.text();
        int paren = text.indexOf('(');
        if (step.kind() != StepKind.TOOL_CALL || paren <= 0 || !text.endsWith(")")) {
            return Optional.empty();
        }
        return Optional.of(
                new Call(
                        text.substring(0, paren).strip(),
                        text.substring(paren + 1, text.length() - 1)));
    }

    /** Whether a step calls the tool; reads no more of it than the name. */
    static boolean calls(Step step, String tool) {
        return step.kind() == StepKind.TOOL_CALL
                && step.text().startsWith(tool)
                && step.text().startsWith("(", tool.length());
    }
}
