package org.stepwright.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.stepwright.app.Templates;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.score.Aggregation;
import org.stepwright.score.TraceScore;
import org.stepwright.storage.Act;
import org.stepwright.storage.GoldUse;
import org.stepwright.storage.ProjectSettings;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.Importer;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/** Workspaces for the pictures of labelling. */
final class LabelPicturesWork {
    private static final String RUBRIC = "refund-decision";
    private static final int SHARED = 24;

    /** Traces that a picture needs: one with alternatives, one whose labels are known. */
    record Ids(String branched, String known) {}

    private LabelPicturesWork() {}

    /** The bundled samples under their rubric. */
    static Ids samples(Path file, Path folder) throws IOException {
        try (Workspace w = Workspace.create(file)) {
            SampleWork.addTo(w, folder);
            w.rubrics().saveDraft(new RubricYaml().read(new Templates().yaml(RUBRIC)));
            w.rubrics().publish(RUBRIC, "Bundled template");
            w.traces().add(List.of(new LabelledTrace(branched(), List.of())));
            return finish(w, branched().id());
        }
    }

    private static Trace branched() {
        return new Trace(
                "refund-alternatives",
                "Two lamps at $40 each came broken. The shop pays faulty goods back in full, with"
                        + " $12 for shipping. What does the customer get?",
                List.of(
                        Step.of("The lamps are faulty, so they are paid back in full."),
                        new Step(
                                "The goods cost $2 \\times 40 = 80$ dollars.",
                                StepKind.TEXT,
                                "",
                                List.of(
                                        "The goods cost $2 \\times 40 + 12 = 92$ dollars.",
                                        "The goods cost $40$ dollars.",
                                        "A restocking fee of 5% is kept first.")),
                        Step.of("With shipping that is $80 + 12 = 92$ dollars."),
                        Step.of("So the refund is \\boxed{92} dollars.")),
                Outcome.RIGHT,
                "92",
                Map.of(Trace.SOURCE, "stepwright-samples"));
    }

    /** Real traces from a folder of data. */
    static Ids real(Path file, Path data) {
        try (Workspace w = Workspace.create(file)) {
            Importer importer = new Importer(w);
            importer.run(
                    List.of(data.resolve("processbench/gsm8k.json")),
                    "processbench",
                    Progress.NONE);
            importer.run(
                    List.of(
                            data.resolve(
                                    "format-samples/prm800k.prm800k-phase1-train-example.json")),
                    "prm800k",
                    Progress.NONE);
            List<LabelledTrace> traces = traces(w);
            w.traces().add(List.of(shorter(traces.get(0).trace())));
            String branched =
                    traces.stream()
                            .map(LabelledTrace::trace)
                            .filter(
                                    t ->
                                            t.steps().stream()
                                                    .anyMatch(s -> !s.alternatives().isEmpty()))
                            .findFirst()
                            .orElseThrow()
                            .id();
            return finish(w, branched);
        }
    }

    /** A second answer to a problem. */
    private static LabelledTrace shorter(Trace trace) {
        return new LabelledTrace(
                new Trace(
                        trace.id() + "-b",
                        trace.problem(),
                        trace.steps().subList(0, trace.steps().size() - 1),
                        trace.outcome(),
                        trace.reference(),
                        trace.metadata()),
                List.of());
    }

    private static List<LabelledTrace> traces(Workspace w) {
        List<LabelledTrace> traces = new ArrayList<>();
        w.traces().forEach(TraceFilter.ALL, traces::add);
        return traces;
    }

    /** Two colleagues who differ now and then, scores of a model, a trace with a key. */
    private static Ids finish(Workspace w, String branched) {
        List<LabelledTrace> traces = traces(w);
        for (int i = 0; i < SHARED; i++) {
            label(w, traces.get(i + 6), "bob", i % 5 == 0);
            label(w, traces.get(i + 6), "eva", i % 7 == 3);
        }
        for (LabelledTrace row : traces.subList(0, 6)) {
            List<Double> rewards = Collections.nCopies(row.trace().steps().size(), 0.82);
            w.scores()
                    .save(
                            "run",
                            new TraceScore(
                                    row.trace().id(),
                                    rewards,
                                    0.82,
                                    Aggregation.MIN,
                                    -1,
                                    "frozen-3",
                                    ""),
                            Instant.now());
        }
        LabelledTrace known = traces.get(3);
        List<StepLabel> key = verdicts(known, "lead", LabelSource.ADJUDICATED, true);
        w.labels().putAll(key).join();
        w.gold().add(List.of(known.trace().id()), GoldUse.GOLD, "lead");
        w.project().save(ProjectSettings.DEFAULTS.withGoldShare(0));
        return new Ids(branched, known.trace().id());
    }

    private static void label(Workspace w, LabelledTrace row, String who, boolean otherwise) {
        for (StepLabel label : verdicts(row, who, LabelSource.HUMAN, otherwise)) {
            w.labels().put(label, new Act("", 3000 + 400L * label.step(), "")).join();
        }
        w.labels().finish(row.trace().id(), who, TraceState.SUBMITTED, "").join();
    }

    /** The file's verdicts, or with the second step the other way round. */
    private static List<StepLabel> verdicts(
            LabelledTrace row, String who, LabelSource source, boolean otherwise) {
        List<Verdict> given = StepTargets.of(row).verdicts();
        List<StepLabel> labels = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Verdict verdict = given.get(i) == null ? Verdict.CORRECT : given.get(i);
            if (otherwise && i == 1) {
                verdict = verdict == Verdict.WRONG ? Verdict.CORRECT : Verdict.WRONG;
            }
            labels.add(StepLabel.verdict(row.trace().id(), i, verdict, who, Instant.now(), source));
        }
        return labels;
    }
}
