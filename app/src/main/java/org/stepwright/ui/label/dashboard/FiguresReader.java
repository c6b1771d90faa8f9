package org.stepwright.ui.label.dashboard;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stepwright.agreement.AgreementCollector;
import org.stepwright.agreement.AgreementRow;
import org.stepwright.agreement.AgreementStudy;
import org.stepwright.agreement.Estimate;
import org.stepwright.agreement.StageOf;
import org.stepwright.label.LabelMoment;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.quality.GoldScore;
import org.stepwright.quality.PaceRow;
import org.stepwright.quality.PaceStudy;
import org.stepwright.quality.SparkStudy;
import org.stepwright.storage.GoldTrace;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.Workspace;
import org.stepwright.tryout.Share;

/** Reads the figures from a workspace. Blocks: call it off the UI thread. */
final class FiguresReader {
    /** So many days and sessions fit side by side. */
    private static final int MOST = 14;

    private final Workspace workspace;
    private final String annotator;
    private final ZoneId zone;

    /**
     * @param zone where a day begins
     */
    FiguresReader(Workspace workspace, String annotator, ZoneId zone) {
        this.workspace = workspace;
        this.annotator = annotator;
        this.zone = zone;
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
        List<LabelMoment> moments = new ArrayList<>();
        workspace.history().moments(moments::add);
        PaceStudy pace =
                PaceStudy.of(
                        moments.stream().filter(m -> m.annotator().equals(annotator)).toList(),
                        zone);
        GoldScore gold = gold();
        long[] left = left();
        return new Figures(
                days(pace),
                stretches(pace),
                mine,
                everybody,
                all.alphaNominal(),
                all.items(),
                estimate(gold.firstErrors()),
                gold.traces(),
                left[0],
                left[1],
                pace.all().map(PaceRow::medianSeconds).orElse(Double.NaN),
                SparkStudy.of(moments, AgreementStudy.SEED),
                new HelpReader(workspace).read(moments));
    }

    private static List<Figures.Day> days(PaceStudy pace) {
        return latest(pace.byDay()).stream()
                .filter(row -> row.labels() > 0)
                .map(
                        row ->
                                new Figures.Day(
                                        LocalDate.parse(row.name()),
                                        row.labels(),
                                        row.labelsPerHour()))
                .toList();
    }

    private List<Figures.Stretch> stretches(PaceStudy pace) {
        DateTimeFormatter time =
                DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.getDefault()).withZone(zone);
        return latest(pace.bySession()).stream()
                .filter(row -> row.timed() > 0)
                .map(row -> new Figures.Stretch(time.format(row.from()), row.medianSeconds()))
                .toList();
    }

    private static List<PaceRow> latest(List<PaceRow> rows) {
        return rows.subList(Math.max(0, rows.size() - MOST), rows.size());
    }

    private GoldScore gold() {
        Map<String, List<Verdict>> keys = new HashMap<>();
        List<LabelledTrace> traces = new ArrayList<>();
        for (GoldTrace gold : workspace.gold().all()) {
            workspace
                    .gold()
                    .key(gold.traceId(), annotator)
                    .ifPresent(k -> keys.put(gold.traceId(), k));
            workspace.traces().labelled(gold.traceId()).ifPresent(traces::add);
        }
        return GoldScore.of(traces, keys, annotator);
    }

    private static Estimate estimate(Share share) {
        return share.whole() == 0
                ? Estimate.NONE
                : new Estimate(share.value(), share.low(), share.high());
    }

    private void count(StepLabel label, Map<Verdict, Long> mine, Map<Verdict, Long> everybody) {
        if (label.verdict() == null || label.candidate() != 0 || label.pass() != LabelPass.LABEL) {
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
