package org.stepwright.ui.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.stepwright.agreement.AgreementCollector;
import org.stepwright.agreement.AgreementStudy;
import org.stepwright.agreement.Consensus;
import org.stepwright.agreement.ConsensusResult;
import org.stepwright.agreement.StageOf;
import org.stepwright.label.LabelledTrace;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.rubric.Stage;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/** Reads all labels of a workspace for studies of who agrees. Everything here is long work. */
final class StudyReader {
    private static final Step NO_TEXT = Step.of("");
    private static final int REPORT_EVERY = 200;

    private final Workspace workspace;
    private final Supplier<RubricVersion> rubric;

    /**
     * @param rubric the rubric version whose stages are told apart; gives null for none
     */
    StudyReader(Workspace workspace, Supplier<RubricVersion> rubric) {
        this.workspace = workspace;
        this.rubric = rubric;
    }

    Known known(Progress progress, String message) {
        List<LabelledTrace> traces = new ArrayList<>();
        each(progress, message, labelled -> traces.add(slim(labelled)));
        ConsensusResult learned = Consensus.DAWID_SKENE.consensus(traces);
        progress.checkCancelled();
        Consensus rule = rule();
        return Known.of(rule == Consensus.DAWID_SKENE ? learned : rule.consensus(traces), learned);
    }

    AgreementFound agreement(Progress progress, String message) {
        RubricVersion version = rubric.get();
        AgreementCollector collector =
                new AgreementCollector(
                        version == null ? StageOf.none() : StageOf.of(version.rubric()));
        each(progress, message, collector::add);
        progress.checkCancelled();
        return new AgreementFound(
                collector.study(AgreementStudy.DRAWS, AgreementStudy.SEED), titles(version));
    }

    private static Map<String, String> titles(RubricVersion version) {
        Map<String, String> titles = new HashMap<>();
        if (version != null) {
            for (Stage stage : version.rubric().stages()) {
                titles.put(stage.id(), stage.title());
                stage.criteria().forEach(c -> titles.put(c.id(), c.title()));
            }
            version.rubric().everyStep().forEach(c -> titles.put(c.id(), c.title()));
        }
        return titles;
    }

    private Consensus rule() {
        return Consensus.valueOf(workspace.project().current().consensus());
    }

    private void each(Progress progress, String message, Consumer<LabelledTrace> sink) {
        long total = workspace.counts().traces();
        long[] done = {0};
        workspace
                .traces()
                .forEach(
                        TraceFilter.ALL,
                        labelled -> {
                            if (done[0]++ % REPORT_EVERY == 0) {
                                progress.checkCancelled();
                                progress.report(done[0], total, message);
                            }
                            if (!labelled.labels().isEmpty()) {
                                sink.accept(labelled);
                            }
                        });
    }

    /** The verdicts of a trace without its words: there may be a hundred thousand. */
    static LabelledTrace slim(LabelledTrace labelled) {
        Trace trace = labelled.trace();
        Trace bare =
                new Trace(
                        trace.id(),
                        "",
                        Collections.nCopies(trace.steps().size(), NO_TEXT),
                        Outcome.UNKNOWN,
                        null,
                        Map.of());
        return new LabelledTrace(
                bare, labelled.labels().stream().filter(l -> l.candidate() == 0).toList());
    }
}
