package org.stepwright.cli;

import java.util.List;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;
import org.stepwright.tryout.TraceTry;

/**
 * A trace that a rubric was tried on, and the plain facts that its reward has to beat.
 *
 * @param tried what the verifiers say
 * @param toolCalls how many of its steps are tool calls
 * @param characters how long its steps are together
 * @param problems the texts of its problem; traces of near-equal ones belong together. Empty where
 *     nobody will ask: when a field tells the groups, or no outcome is known
 * @param group the value of the metadata field that was named for groups; null when none was, empty
 *     when the trace has no such field
 */
record TriedTrace(
        TraceTry tried, int toolCalls, long characters, List<String> problems, String group) {
    static TriedTrace of(Trace trace, TraceTry tried, String groupField) {
        return new TriedTrace(
                tried,
                (int) trace.steps().stream().filter(s -> s.kind() == StepKind.TOOL_CALL).count(),
                trace.steps().stream().mapToLong(s -> s.text().length()).sum(),
                groupField == null && trace.outcome() != Outcome.UNKNOWN
                        ? trace.problems()
                        : List.of(),
                groupField == null ? null : trace.metadata().getOrDefault(groupField, ""));
    }
}
