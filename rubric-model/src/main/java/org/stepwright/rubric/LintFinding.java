package org.stepwright.rubric;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing about a rubric that will hurt its labels.
 *
 * @param rule the rule's name, such as {@code missing-anchors}
 * @param where what it is about: {@code rubric}, {@code stage ID} or {@code criterion ID}
 * @param message what is wrong and why it matters, one line
 * @param fix what would mend it, where a program can
 */
public record LintFinding(String rule, String where, String message, Optional<LintFix> fix) {
    /** Validates. */
    public LintFinding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(fix, "fix");
    }

    /**
     * @param rule the rule's name
     * @param where what it is about
     * @param message what is wrong and why it matters, one line
     */
    public LintFinding(String rule, String where, String message) {
        this(rule, where, message, Optional.empty());
    }
}
