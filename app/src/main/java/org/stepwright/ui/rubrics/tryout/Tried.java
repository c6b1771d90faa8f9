package org.stepwright.ui.rubrics.tryout;

import java.util.List;
import org.stepwright.verify.Finding;

/**
 * A step and what a verifier found in it.
 *
 * @param traceId its trace; empty for a text of one's own
 * @param step its index, from 0
 * @param text what it says
 * @param findings what was found
 */
record Tried(String traceId, int step, String text, List<Finding> findings) {
    Tried {
        findings = List.copyOf(findings);
    }

    boolean fails() {
        return findings.stream().anyMatch(f -> !f.holds());
    }

    /** The first step in which there is something to see; 0 when there is none. */
    static int firstFound(List<Tried> tried) {
        for (int i = 0; i < tried.size(); i++) {
            if (!tried.get(i).findings().isEmpty()) {
                return i;
            }
        }
        return 0;
    }
}
