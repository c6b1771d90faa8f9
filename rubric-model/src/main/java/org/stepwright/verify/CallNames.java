package org.stepwright.verify;

import java.util.List;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;

/** Rules about which tools are called, how often and in which order. */
final class CallNames {
    private CallNames() {}

    static CallRule allowed(List<String> names) {
        return seen -> {
            boolean holds = names.contains(seen.call().name());
            return finding(
                    seen, holds, holds ? "may be called" : "is not one of the allowed tools");
        };
    }

    static CallRule forbidden(List<String> names) {
        return seen -> {
            boolean holds = !names.contains(seen.call().name());
            return finding(seen, holds, holds ? "is not forbidden" : "must not be called");
        };
    }

    static CallRule requires(List<String> names) {
        return seen -> {
            List<Step> steps = seen.prefix().steps();
            List<Step> before = steps.subList(0, steps.size() - 1);
            List<String> missing =
                    names.stream()
                            .filter(name -> before.stream().noneMatch(s -> Call.calls(s, name)))
                            .toList();
            return missing.isEmpty()
                    ? finding(seen, true, "was called after " + String.join(", ", names))
                    : finding(
                            seen,
                            false,
                            "was called before " + String.join(", ", missing) + " was called");
        };
    }

    /** No names stand for all tools. */
    static CallRule atMost(int most, List<String> tools) {
        return seen -> {
            long calls =
                    seen.prefix().steps().stream()
                            .filter(step -> step.kind() == StepKind.TOOL_CALL)
                            .filter(
                                    step ->
                                            tools.isEmpty()
                                                    || tools.stream()
                                                            .anyMatch(t -> Call.calls(step, t)))
                            .count();
            String which = tools.isEmpty() ? "any tool" : String.join(" or ", tools);
            return List.of(
                    new Finding(
                            calls <= most,
                            seen.call().name(),
                            "This is call "
                                    + calls
                                    + " of "
                                    + which
                                    + "; at most "
                                    + most
                                    + " are allowed."));
        };
    }

    private static List<Finding> finding(CallRule.Seen seen, boolean holds, String what) {
        String name = seen.call().name();
        return List.of(new Finding(holds, name, name + " " + what + "."));
    }
}
