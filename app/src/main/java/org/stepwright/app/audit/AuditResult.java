package org.stepwright.app.audit;

import java.util.List;
import java.util.Objects;
import org.stepwright.audit.AuditFinding;

/**
 * What an audit found.
 *
 * @param summary what it looked at
 * @param findings by kind, the strongest first
 */
public record AuditResult(AuditSummary summary, List<AuditFinding> findings) {
    /** Copies. */
    public AuditResult {
        Objects.requireNonNull(summary, "summary");
        findings = List.copyOf(findings);
    }
}
