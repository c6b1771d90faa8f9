package org.stepwright.ui.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stepwright.agreement.Consensus;
import org.stepwright.agreement.Estimate;
import org.stepwright.agreement.Reliability;
import org.stepwright.label.LabelMoment;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.quality.Drift;
import org.stepwright.quality.GoldScore;
import org.stepwright.quality.PaceRow;
import org.stepwright.quality.PaceStudy;
import org.stepwright.quality.Slicing;
import org.stepwright.quality.SpeedOutliers;
import org.stepwright.quality.Steadiness;
import org.stepwright.storage.FilterKey;
import org.stepwright.storage.GoldTrace;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.tryout.Share;
import org.stepwright.work.Progress;

/** Works out who labels in a workspace, and how. Everything here is long work. */
final class PeopleReader {
    private static final int REPORT_EVERY = 200;

    /** Labels of one stretch in time, large enough that a change can be told from chance. */
    private static final int STRETCH = 200;

    private final Workspace workspace;
    private final Map<String, long[]> lengths = new HashMap<>();

    PeopleReader(Workspace workspace) {
        this.workspace = workspace;
    }

    PeopleFound read(Progress progress, String message) {
        List<LabelMoment> moments = new ArrayList<>();
        workspace.history().moments(moments::add);
        Set<String> active = moments.stream().map(LabelMoment::traceId).collect(Collectors.toSet());
        List<LabelledTrace> traces = new ArrayList<>();
        long total = workspace.counts().traces();
        long[] done = {0};
        workspace
                .traces()
                .forEach(
                        TraceFilter.ALL.with(FilterKey.LABELLED, true),
                        labelled -> {
                            if (done[0]++ % REPORT_EVERY == 0) {
                                progress.checkCancelled();
                                progress.report(done[0], total, message);
                            }
                            if (active.contains(labelled.trace().id())) {
                                lengths.put(labelled.trace().id(), lengths(labelled));
                            }
                            traces.add(StudyReader.slim(labelled));
                        });
        progress.checkCancelled();
        SpeedOutliers fast = SpeedOutliers.of(moments, this::length);
        return new PeopleFound(people(traces, moments), fast.found(), fast.judged());
    }

    private static long[] lengths(LabelledTrace labelled) {
        long sum = 0;
        List<String> texts = labelled.trace().stepTexts();
        long[] lengths = new long[texts.size()];
        for (int i = 0; i < lengths.length; i++) {
            sum += texts.get(i).length();
            lengths[i] = sum;
        }
        return lengths;
    }

    private long length(String traceId, int step) {
        long[] known = lengths.get(traceId);
        return known == null || step >= known.length ? 0 : known[step];
    }

    private List<PeopleFound.Person> people(List<LabelledTrace> traces, List<LabelMoment> moments) {
        Map<String, long[]> counts = counts(traces);
        Map<String, PaceRow> pace =
                PaceStudy.of(moments, java.time.ZoneId.systemDefault()).byAnnotator().stream()
                        .collect(Collectors.toMap(PaceRow::annotator, row -> row));
        Map<String, Double> reliable =
                Consensus.DAWID_SKENE.consensus(traces).annotators().stream()
                        .collect(Collectors.toMap(Reliability::annotator, Reliability::accuracy));
        Map<String, Steadiness> steady = Steadiness.all(repeated(moments));
        List<PeopleFound.Person> people = new ArrayList<>();
        for (Map.Entry<String, long[]> entry : counts.entrySet()) {
            String name = entry.getKey();
            PaceRow own = pace.get(name);
            people.add(
                    new PeopleFound.Person(
                            name,
                            entry.getValue()[0],
                            entry.getValue()[1],
                            own == null ? Double.NaN : own.medianSeconds(),
                            reliable.getOrDefault(name, Double.NaN),
                            gold(traces, name),
                            steady.containsKey(name)
                                    ? steady.get(name).agreement().kappa()
                                    : Estimate.NONE,
                            Drift.of(traces, name, Slicing.blocks(STRETCH), Consensus.MAJORITY)));
        }
        return people;
    }

    /** Labels and traces by person, in the order of names. */
    private static Map<String, long[]> counts(List<LabelledTrace> traces) {
        Map<String, long[]> counts = new TreeMap<>();
        for (LabelledTrace labelled : traces) {
            Set<String> here = new TreeSet<>();
            for (StepLabel label : labelled.labels()) {
                if (label.pass() == LabelPass.LABEL && label.verdict() != null) {
                    counts.computeIfAbsent(label.annotator(), a -> new long[2])[0]++;
                    here.add(label.annotator());
                }
            }
            here.forEach(name -> counts.get(name)[1]++);
        }
        return counts;
    }

    private Share gold(List<LabelledTrace> traces, String name) {
        Map<String, List<Verdict>> keys = new HashMap<>();
        for (GoldTrace gold : workspace.gold().all()) {
            workspace.gold().key(gold.traceId(), name).ifPresent(k -> keys.put(gold.traceId(), k));
        }
        return GoldScore.of(traces, keys, name).firstErrors();
    }

    /** Traces that somebody labelled a second time, with all passes. */
    private List<LabelledTrace> repeated(List<LabelMoment> moments) {
        Set<String> ids = new LinkedHashSet<>();
        for (LabelMoment moment : moments) {
            if (moment.pass() == LabelPass.REPEAT) {
                ids.add(moment.traceId());
            }
        }
        List<LabelledTrace> traces = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (seen.add(id)) {
                workspace
                        .traces()
                        .find(id)
                        .ifPresent(
                                trace ->
                                        traces.add(
                                                new LabelledTrace(
                                                        trace, workspace.labels().all(id))));
            }
        }
        return traces;
    }
}
