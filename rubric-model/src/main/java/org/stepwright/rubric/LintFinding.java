package org.stepwright.rubric;

import java.util.Objects;

/**
 * One thing about a rubric that will hurt its labels.
 *
 * @param rule the rule's name, such as {@code missing-anchors}
 * @param where what it is about: {@code rubric}, {@code stage ID} or {@code criterion ID}
 * @param message what is wrong and why it matters, one line
 */
public record LintFinding(String rule, String where, String message) {
    /** Validates. */
    public LintFinding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(message, "message");
    }
}
