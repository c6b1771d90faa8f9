package org.stepwright.app.audit;

import java.util.Optional;
import java.util.stream.Stream;
import org.stepwright.audit.AuditFinding;
import org.stepwright.audit.FindingKind;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Verdict;
import org.stepwright.storage.Workspace;

/** What verdict a finding about a label suggests. Blocks; safe for many threads. */
final class SuggestedVerdict {
    private final Workspace workspace;

    SuggestedVerdict(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The verdict that a finding about a label suggests.
     *
     * @param finding a finding about the label of a step
     * @return the verdict of most people on that step in both traces; of a label error what the
     *     models take it for. Empty when nothing is labelled there
     */
    Optional<Verdict> of(AuditFinding finding) {
        Optional<LabelledTrace> row = workspace.traces().labelled(finding.traceId());
        if (row.isEmpty() || finding.step() >= row.get().trace().steps().size()) {
            return Optional.empty();
        }
        if (finding.kind() == FindingKind.LABEL_ERROR) {
            return named(finding.other());
        }
        return majority(finding, row.get());
    }

    private static Optional<Verdict> named(String verdict) {
        return Stream.of(Verdict.values()).filter(v -> v.name().equals(verdict)).findFirst();
    }

    private Optional<Verdict> majority(AuditFinding finding, LabelledTrace row) {
        int[] votes = new int[Verdict.values().length];
        count(row, finding.step(), votes);
        if (!finding.other().isEmpty()) {
            workspace
                    .traces()
                    .labelled(finding.other())
                    .ifPresent(other -> count(other, finding.step(), votes));
        }
        Verdict best = null;
        for (Verdict verdict : Verdict.values()) { // a tie goes to the worse one, the safe side
            int most = best == null ? 0 : votes[best.ordinal()];
            best = votes[verdict.ordinal()] > most ? verdict : best;
        }
        return Optional.ofNullable(best);
    }

    private static void count(LabelledTrace row, int step, int[] votes) {
        row.labels().stream()
                .filter(l -> l.step() == step && l.candidate() == 0 && l.verdict() != null)
                .filter(l -> l.pass() == LabelPass.LABEL)
                .forEach(l -> votes[l.verdict().ordinal()]++);
    }
}
