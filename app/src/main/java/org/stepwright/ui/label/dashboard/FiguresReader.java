package org.stepwright.ui.label.dashboard;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stepwright.agreement.AgreementCollector;
import org.stepwright.agreement.AgreementRow;
import org.stepwright.agreement.AgreementStudy;
import org.stepwright.agreement.Estimate;
import org.stepwright.agreement.StageOf;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.Workspace;

/** Reads the figures from a workspace. Blocks: call it off the UI thread. */
final class FiguresReader {
    private final Workspace workspace;
    private final String annotator;

    FiguresReader(Workspace workspace, String annotator) {
        this.workspace = workspace;
        this.annotator = annotator;
    }

    Figures read() {
        Map<Verdict, Long> mine = new EnumMap<>(Verdict.class);
        Map<Verdict, Long> everybody = new EnumMap<>(Verdict.class);
        AgreementCollector agreement = new AgreementCollector(StageOf.none());
        workspace
                .traces()
                .forEach(
                        TraceFilter.ALL.withLabelled(true),
                        traced -> {
                            traced.labels().forEach(l -> count(l, mine, everybody));
                            agreement.add(traced);
                        });
        AgreementRow all = agreement.study(AgreementStudy.DRAWS, AgreementStudy.SEED).overall();
        long[] left = left();
        return new Figures(
                List.of(),
                List.of(),
                mine,
                everybody,
                all.alphaNominal(),
                all.items(),
                Estimate.NONE,
                0,
                left[0],
                left[1],
                Double.NaN);
    }

    private void count(StepLabel label, Map<Verdict, Long> mine, Map<Verdict, Long> everybody) {
        if (label.verdict() == null || label.candidate() != 0) {
            return;
        }
        everybody.merge(label.verdict(), 1L, Long::sum);
        if (label.annotator().equals(annotator)) {
            mine.merge(label.verdict(), 1L, Long::sum);
        }
    }

    /** Open traces, and their steps by the mean length of the first of them. */
    private long[] left() {
        TraceFilter open = TraceFilter.ALL.withState(TraceState.OPEN);
        long traces = workspace.traces().count(open, annotator);
        double steps =
                workspace.traces().page(open, annotator, 0, 500).stream()
                        .mapToInt(s -> s.steps())
                        .average()
                        .orElse(0);
        return new long[] {traces, Math.round(traces * steps)};
    }
}
