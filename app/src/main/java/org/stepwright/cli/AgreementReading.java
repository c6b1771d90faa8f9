package org.stepwright.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stepwright.agreement.AgreementCollector;
import org.stepwright.agreement.AgreementStudy;
import org.stepwright.agreement.Consensus;
import org.stepwright.agreement.StageOf;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/** Reads a workspace's labels as a stream and keeps no texts. */
final class AgreementReading {
    private final Workspace workspace;
    private final TraceFilter filter;
    private final Progress progress;

    private AgreementCollector collector = new AgreementCollector(StageOf.none());
    private final List<LabelledTrace> slim = new ArrayList<>();
    private long read;

    AgreementReading(Workspace workspace, TraceFilter filter, Progress progress) {
        this.workspace = workspace;
        this.filter = filter;
        this.progress = progress;
    }

    /** The key of the rubric version that most labels were made under, if there is one. */
    Optional<String> usualRubric() {
        Map<String, Integer> versions = new TreeMap<>();
        each(
                "Looking for the rubric",
                t ->
                        t.labels().stream()
                                .map(StepLabel::rubricVersion)
                                .filter(v -> !v.isEmpty())
                                .forEach(v -> versions.merge(v, 1, Integer::sum)));
        return versions.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    void read(StageOf stages) {
        collector = new AgreementCollector(stages);
        each(
                "Reading labels",
                t -> {
                    collector.add(t);
                    keep(t);
                });
    }

    private void each(String what, java.util.function.Consumer<LabelledTrace> sink) {
        read = 0;
        workspace
                .traces()
                .forEach(
                        filter,
                        t -> {
                            progress.checkCancelled();
                            progress.report(++read, -1, what);
                            if (!t.labels().isEmpty()) {
                                sink.accept(t);
                            }
                        });
    }

    private void keep(LabelledTrace t) {
        String id = t.trace().id();
        List<StepLabel> verdicts =
                t.labels().stream()
                        .filter(l -> l.verdict() != null && l.candidate() == 0)
                        .map(
                                l ->
                                        StepLabel.verdict(
                                                id,
                                                l.step(),
                                                l.verdict(),
                                                l.annotator(),
                                                l.at(),
                                                l.source()))
                        .toList();
        Trace bare = Trace.of(id, "", Collections.nCopies(t.trace().steps().size(), ""));
        slim.add(new LabelledTrace(bare, verdicts));
    }

    AgreementFindings findings(Consensus rule) {
        return new AgreementFindings(
                collector.study(AgreementStudy.DRAWS, AgreementStudy.SEED), rule.consensus(slim));
    }
}
