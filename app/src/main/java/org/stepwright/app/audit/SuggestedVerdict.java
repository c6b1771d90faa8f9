package org.stepwright.app.audit;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.stepwright.audit.AuditFinding;
import org.stepwright.audit.FindingKind;
import org.stepwright.audit.SamePrefix;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.storage.Workspace;

/** What verdict a finding about a label suggests. Blocks; safe for many threads. */
final class SuggestedVerdict {
    /** A reviewer's decision counts for more than any number of labels. */
    private static final long DECISION = 1_000_000;

    private final Workspace workspace;

    SuggestedVerdict(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The verdict that a finding about a label suggests.
     *
     * @param finding a finding about the label of a step
     * @return the verdict of most people on that step in both traces, or a reviewer's; of a label
     *     error what the models take it for. Empty when nothing is labelled there, or when the
     *     conflict is about an alternative of the step
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
        int step = finding.step();
        long[] votes = new long[Verdict.values().length];
        count(row, step, votes);
        if (finding.other().isEmpty() || finding.other().equals(finding.traceId())) {
            // People differ on the trace itself; where they do not, it is about an alternative.
            return differ(votes) ? most(votes, null) : Optional.empty();
        }
        Optional<LabelledTrace> other =
                workspace
                        .traces()
                        .labelled(finding.other())
                        .filter(o -> step < o.trace().steps().size())
                        .filter(o -> SamePrefix.upTo(row.trace(), o.trace(), step));
        if (other.isEmpty()) {
            // One of the two texts is an alternative: a decision of the step would be another's.
            return Optional.empty();
        }
        count(other.get(), step, votes);
        // The finding names a trace of the side that leads among all that begin like this.
        return most(votes, StepTargets.of(other.get()).verdicts().get(step));
    }

    private static boolean differ(long[] votes) {
        return Arrays.stream(votes).filter(n -> n > 0).count() > 1;
    }

    /** A tie goes to the one that leads, else to the worse one, the safe side. */
    private static Optional<Verdict> most(long[] votes, Verdict leads) {
        Verdict best = leads;
        for (Verdict verdict : Verdict.values()) {
            long most = best == null ? 0 : votes[best.ordinal()];
            best = votes[verdict.ordinal()] > most ? verdict : best;
        }
        return Optional.ofNullable(best);
    }

    private static void count(LabelledTrace row, int step, long[] votes) {
        row.labels().stream()
                .filter(l -> l.step() == step && l.candidate() == 0 && l.verdict() != null)
                .filter(l -> l.pass() != LabelPass.REPEAT)
                .forEach(
                        l ->
                                votes[l.verdict().ordinal()] +=
                                        l.pass() == LabelPass.DECISION ? DECISION : 1);
    }
}
