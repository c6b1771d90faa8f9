package org.stepwright.app.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stepwright.audit.AuditFinding;
import org.stepwright.audit.FindingKind;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelSource;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.Act;
import org.stepwright.storage.AuditStore;
import org.stepwright.storage.LabelEvent;
import org.stepwright.storage.SetAsideStore;
import org.stepwright.storage.StoredFinding;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.Workspace;
import org.stepwright.work.WorkFailed;

/**
 * Does something about findings, and undoes it. Nothing is deleted: traces are set aside, verdicts
 * become decisions beside the labels that are there, findings are dismissed. Blocks until it is on
 * the disk; call off the UI thread. Safe for many threads.
 */
public final class Cleanup {
    /** A reason in the list of what is set aside begins so. */
    static final String REASON = "Audit: ";

    /** Decisions that an audit suggested are known as such. */
    private static final Act TAKEN = new Act("", -1, AuditStore.SOURCE);

    private final Workspace workspace;
    private final Clock clock;
    private final Undoing undoing;

    /**
     * @param workspace whose findings
     * @param clock tells when decisions are made
     */
    public Cleanup(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
        this.undoing = new Undoing(workspace);
    }

    /**
     * @param kind a kind of finding
     * @return whether setting a trace aside mends it
     */
    public static boolean canSetAside(FindingKind kind) {
        return switch (kind) {
            case EXACT_DUPLICATE,
                    NEAR_DUPLICATE,
                    SPLIT_LEAK,
                    BENCHMARK_LEAK,
                    LABEL_CONFLICT,
                    JUNK_TEXT,
                    LABEL_ERROR ->
                    true;
            case SHORTCUT, ANNOTATOR_OUTLIER, REJECTED_ROW -> false;
        };
    }

    /**
     * @param finding a finding
     * @return whether it is about the label of a step, which somebody can decide
     */
    public static boolean canDecide(AuditFinding finding) {
        return (finding.kind() == FindingKind.LABEL_ERROR
                        || finding.kind() == FindingKind.LABEL_CONFLICT)
                && finding.step() >= 0
                && !finding.traceId().isEmpty();
    }

    /**
     * The traces that setting findings aside would leave out: of each the one that it is about.
     *
     * @param findings findings
     * @return ids, each once; those that are aside already are among them
     */
    public static List<String> traces(List<StoredFinding> findings) {
        Set<String> ids = new LinkedHashSet<>();
        findings.stream()
                .map(StoredFinding::finding)
                .filter(f -> canSetAside(f.kind()) && !f.traceId().isEmpty())
                .forEach(f -> ids.add(f.traceId()));
        return List.copyOf(ids);
    }

    /**
     * Sets the traces of findings aside, as one thing to undo.
     *
     * @param findings findings
     * @param annotator who
     * @return what was done; empty when nothing changed
     * @throws WorkFailed when a trace is not there any more; nothing was changed
     */
    public Optional<Done> setAside(List<StoredFinding> findings, String annotator) {
        List<String> ids = traces(findings);
        return ids.isEmpty() ? Optional.empty() : aside(ids, reason(findings), annotator);
    }

    /**
     * Sets a trace aside that a finding is held against, in place of the one that it is about.
     *
     * @param finding a finding that names another trace
     * @param annotator who
     * @return what was done; empty when nothing changed
     * @throws WorkFailed when there is no such trace; nothing was changed
     */
    public Optional<Done> setOtherAside(StoredFinding finding, String annotator) {
        return aside(List.of(finding.finding().other()), reason(List.of(finding)), annotator);
    }

    private Optional<Done> aside(List<String> ids, String reason, String annotator) {
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        String uid = workspace.aside().setAside(ids, reason, annotator);
        return uid.isEmpty()
                ? Optional.empty()
                : Optional.of(new Done(Done.How.ASIDE, uid, ids, annotator));
    }

    private static String reason(List<StoredFinding> findings) {
        String first = findings.get(0).finding().message();
        String text =
                REASON
                        + (findings.size() == 1
                                ? first
                                : "one of "
                                        + findings.size()
                                        + " findings of the kind "
                                        + AuditJson.name(findings.get(0).finding().kind())
                                        + ".");
        int most = SetAsideStore.MOST_REASON;
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    /**
     * Takes traces back.
     *
     * @param ids traces that are set aside
     * @param annotator who
     * @return what was done; empty when nothing changed
     */
    public Optional<Done> takeBack(List<String> ids, String annotator) {
        String uid = workspace.aside().takeBack(ids, annotator);
        return uid.isEmpty()
                ? Optional.empty()
                : Optional.of(new Done(Done.How.ASIDE, uid, ids, annotator));
    }

    /**
     * Says of findings that they are none.
     *
     * @param findings findings
     * @param annotator who
     * @return what was done; empty when nothing changed
     */
    public Optional<Done> dismiss(List<StoredFinding> findings, String annotator) {
        List<String> marks = findings.stream().map(StoredFinding::mark).distinct().toList();
        List<String> fresh = workspace.audits().dismiss(marks, annotator);
        return fresh.isEmpty()
                ? Optional.empty()
                : Optional.of(new Done(Done.How.DISMISSED, "", fresh, annotator));
    }

    /**
     * @param finding a finding about the label of a step
     * @return the verdict that it suggests, as {@link SuggestedVerdict} says
     */
    public Optional<Verdict> suggested(AuditFinding finding) {
        return canDecide(finding) ? new SuggestedVerdict(workspace).of(finding) : Optional.empty();
    }

    /**
     * Decides the steps that findings are about as they suggest, as one thing to undo. Of a
     * conflict both traces are decided.
     *
     * @param findings findings about labels; others are left out
     * @param annotator who decides
     * @return what was done; empty when nothing could be decided
     * @throws WorkFailed when it cannot be written; nothing was changed
     */
    public Optional<Done> decide(List<StoredFinding> findings, String annotator) {
        Map<String, StepLabel> decisions = new LinkedHashMap<>();
        for (StoredFinding each : findings) {
            AuditFinding finding = each.finding();
            suggested(finding).ifPresent(v -> decide(finding, v, annotator, decisions));
        }
        if (decisions.isEmpty()) {
            return Optional.empty();
        }
        List<StepLabel> group = List.copyOf(decisions.values());
        List<LabelEvent> events =
                Undoing.wait(() -> workspace.labels().putAll(group, TAKEN).join());
        List<String> ids = group.stream().map(StepLabel::traceId).distinct().toList();
        return Optional.of(labelled(events.get(0), ids, annotator));
    }

    private void decide(
            AuditFinding finding,
            Verdict verdict,
            String annotator,
            Map<String, StepLabel> decisions) {
        List<String> ids = new ArrayList<>(List.of(finding.traceId()));
        if (finding.kind() == FindingKind.LABEL_CONFLICT && !finding.other().isEmpty()) {
            ids.add(finding.other());
        }
        for (String id : ids) {
            boolean there =
                    workspace
                            .traces()
                            .find(id)
                            .filter(t -> finding.step() < t.steps().size())
                            .isPresent();
            if (there) {
                decisions.put(
                        id + "\u001f" + finding.step(),
                        StepLabel.verdict(
                                id,
                                finding.step(),
                                verdict,
                                annotator,
                                clock.instant(),
                                LabelSource.ADJUDICATED));
            }
        }
    }

    /**
     * Sends the trace of a finding to Review: it stands there among those that somebody could not
     * tell, with the finding as the reason.
     *
     * @param finding a finding about a trace
     * @param annotator who
     * @return what was done
     * @throws WorkFailed when it cannot be written; nothing was changed
     */
    public Optional<Done> review(StoredFinding finding, String annotator) {
        String id = finding.finding().traceId();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        LabelEvent event =
                Undoing.wait(
                        () ->
                                workspace
                                        .labels()
                                        .finish(
                                                id,
                                                annotator,
                                                LabelPass.LABEL,
                                                TraceState.GAVE_UP,
                                                reason(List.of(finding)),
                                                Act.NONE)
                                        .join());
        return Optional.of(labelled(event, List.of(id), annotator));
    }

    private static Done labelled(LabelEvent event, List<String> ids, String annotator) {
        return new Done(Done.How.LABELS, Long.toString(event.group()), ids, annotator);
    }

    /**
     * Undoes what was done.
     *
     * @param done what was done
     * @return the way back, by which it is done again; empty when nobody can undo it any more
     */
    public Optional<Done> undo(Done done) {
        return undoing.undo(done);
    }

    /**
     * @param done what {@link #undo} did not turn round
     * @return whether it can be once what was labelled since is undone
     */
    public boolean isWaiting(Done done) {
        return undoing.isWaiting(done);
    }

    /**
     * What can be undone although the program was closed since: what was set aside last, else what
     * was dismissed last.
     *
     * @param annotator who
     * @return the last setting aside, else dismissal by that person; empty when there is none
     */
    public Optional<Done> last(String annotator) {
        return undoing.last(annotator);
    }
}
