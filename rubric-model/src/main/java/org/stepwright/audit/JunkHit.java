package org.stepwright.audit;

import java.util.Objects;

/**
 * A text that a rule does not like.
 *
 * @param rule the rule
 * @param traceId the trace
 * @param step the step's index from 0, or {@link AuditFinding#WHOLE_TRACE}
 * @param strength how sure, in [0, 1]
 * @param message what was seen, a plain sentence
 */
public record JunkHit(JunkRule rule, String traceId, int step, double strength, String message) {
    /** Validates, as {@link AuditFinding} does. */
    public JunkHit {
        Objects.requireNonNull(rule, "rule");
        finding(traceId, step, strength, message);
    }

    /**
     * @return the finding that it is
     */
    public AuditFinding finding() {
        return finding(traceId, step, strength, message);
    }

    private static AuditFinding finding(String traceId, int step, double strength, String message) {
        return new AuditFinding(FindingKind.JUNK_TEXT, traceId, step, "", strength, message);
    }
}
