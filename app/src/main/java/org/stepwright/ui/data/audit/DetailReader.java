package org.stepwright.ui.data.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stepwright.app.audit.Cleanup;
import org.stepwright.audit.AuditFinding;
import org.stepwright.audit.FindingKind;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.StoredFinding;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Step;
import org.stepwright.ui.kit.Messages;

/** Reads the rows of a finding. Blocks; call off the UI thread. */
final class DetailReader {
    /** More of a text is not shown here; the Label screen shows all of it. */
    private static final int LONGEST = 4_000;

    /** A card for each of very many steps would hold up keys. */
    private static final int MOST_STEPS = 40;

    /** Of a finding about a step so many steps before it are shown. */
    private static final int BEFORE = 12;

    private final Workspace workspace;
    private final Cleanup cleanup;
    private final Messages texts;

    DetailReader(Workspace workspace, Cleanup cleanup, Messages texts) {
        this.workspace = workspace;
        this.cleanup = cleanup;
        this.texts = texts;
    }

    Detail read(StoredFinding stored) {
        AuditFinding finding = stored.finding();
        Optional<LabelledTrace> one = find(finding.traceId());
        Optional<LabelledTrace> other =
                finding.kind() == FindingKind.LABEL_ERROR
                                || finding.other().equals(finding.traceId())
                        ? Optional.empty()
                        : find(finding.other());
        List<Detail.Side> sides = new ArrayList<>();
        one.ifPresent(row -> sides.add(side(row, other.orElse(null), finding.step(), true)));
        other.ifPresent(row -> sides.add(side(row, one.orElse(null), finding.step(), false)));
        return new Detail(stored, sides, cleanup.suggested(finding));
    }

    private Optional<LabelledTrace> find(String id) {
        return id.isEmpty() ? Optional.empty() : workspace.traces().labelled(id);
    }

    private Detail.Side side(LabelledTrace row, LabelledTrace other, int step, boolean first) {
        List<Detail.Line> lines = new ArrayList<>();
        List<Step> steps = row.trace().steps();
        int from = Math.max(0, step - BEFORE);
        int to = Math.min(steps.size(), step < 0 ? MOST_STEPS : step + 2);
        for (int i = from; i < to; i++) {
            String beside =
                    other == null
                            ? null
                            : i < other.trace().steps().size()
                                    ? other.trace().steps().get(i).text()
                                    : "";
            lines.add(
                    new Detail.Line(
                            i,
                            marked(steps.get(i).text(), beside, first),
                            said(row, i),
                            i == step));
        }
        String id = row.trace().id();
        return new Detail.Side(
                id,
                workspace.imports().fileOf(id),
                workspace.aside().isAside(id),
                marked(
                        row.trace().problem(),
                        other == null ? null : other.trace().problem(),
                        first),
                lines,
                steps.size() - lines.size());
    }

    private static Detail.Marked marked(String text, String other, boolean first) {
        String shown = shortened(text);
        if (other == null) {
            return new Detail.Marked(shown, List.of());
        }
        Differing differing =
                first
                        ? Differing.of(shown, shortened(other))
                        : Differing.of(shortened(other), shown);
        return new Detail.Marked(shown, first ? differing.left() : differing.right());
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }

    /**
     * Who says what: an audit is about who said it, so names stand even where Review hides them.
     */
    private List<String> said(LabelledTrace row, int step) {
        return row.labels().stream()
                .filter(l -> l.step() == step && l.candidate() == 0 && l.verdict() != null)
                .map(this::word)
                .toList();
    }

    private String word(StepLabel label) {
        boolean decided = label.source() == LabelSource.ADJUDICATED;
        return sign(label.verdict())
                + " "
                + label.annotator()
                + (decided ? ", " + texts.text("decided") : "");
    }

    static String sign(Verdict verdict) {
        return switch (verdict) {
            case CORRECT -> "✓";
            case WRONG -> "✗";
            case NEUTRAL -> "–";
        };
    }
}
