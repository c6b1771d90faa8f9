package org.stepwright.verify;

import java.util.Optional;
import org.stepwright.trace.Trace;

/** Final answers in a form in which answers to one problem can be compared. */
public final class FinalAnswers {
    private FinalAnswers() {}

    /**
     * @param trace a trace
     * @return the number that its last step states as the answer, in plain digits without trailing
     *     zeros; empty when the step states none, or there is no step
     */
    public static Optional<String> of(Trace trace) {
        if (trace.steps().isEmpty()) {
            return Optional.empty();
        }
        String last = trace.steps().get(trace.steps().size() - 1).text();
        return FinalAnswer.find(last)
                .map(FinalAnswer::value)
                .map(value -> value.stripTrailingZeros().toPlainString());
    }
}
