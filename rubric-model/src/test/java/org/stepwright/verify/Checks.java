package org.stepwright.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;

/** Makes verifiers and steps for tests. */
final class Checks {
    private Checks() {}

    static Verifier verifier(String name, Map<String, String> options) {
        return VerifierCatalog.standard().create(new VerifierSpec(name, options));
    }

    static List<Finding> check(Verifier verifier, String problem, String reference, Step... steps) {
        return verifier.check(new Prefix(problem, reference, List.of(steps)));
    }

    static Step call(String text) {
        return call("", text);
    }

    static Step call(String context, String text) {
        return new Step(text, StepKind.TOOL_CALL, context, List.of());
    }

    static Step message(String context, String text) {
        return new Step(text, StepKind.MESSAGE, context, List.of());
    }

    static Step text(String text) {
        return Step.of(text);
    }

    /** The findings of every step of a trace, in order. */
    static List<List<Finding>> each(
            Verifier verifier, String problem, String reference, List<Step> steps) {
        List<List<Finding>> all = new ArrayList<>();
        for (int i = 1; i <= steps.size(); i++) {
            all.add(verifier.check(new Prefix(problem, reference, steps.subList(0, i))));
        }
        return all;
    }
}
