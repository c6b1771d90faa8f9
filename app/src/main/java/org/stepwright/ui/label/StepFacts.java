package org.stepwright.ui.label;

import java.util.List;
import java.util.Optional;
import org.stepwright.label.Suggestion;
import org.stepwright.rubric.Stage;

/**
 * What can be told about a step without a person. Never a label.
 *
 * @param stage the rubric's stage that it belongs to, if one matches
 * @param checks what verifiers found
 */
record StepFacts(Optional<Stage> stage, List<Suggestion> checks) {
    /** Nothing known. */
    static final StepFacts NONE = new StepFacts(Optional.empty(), List.of());
}
