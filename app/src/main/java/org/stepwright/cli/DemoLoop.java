package org.stepwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.stepwright.app.AppContext;
import org.stepwright.app.Runs;
import org.stepwright.app.Samples;
import org.stepwright.app.TrainingRuns;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.prm.RewardModel;
import org.stepwright.prm.RewardModels;
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.LiveCall;
import org.stepwright.prm.live.LiveModel;
import org.stepwright.prm.live.LiveRequest;
import org.stepwright.prm.live.LiveResult;
import org.stepwright.prm.live.LiveScorer;
import org.stepwright.prm.train.Recipe;
import org.stepwright.prm.train.TrainOptions;
import org.stepwright.prm.train.Trainer;
import org.stepwright.prm.train.TrainingResult;
import org.stepwright.rubric.LintFinding;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricLint;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.export.ExportOptions;
import org.stepwright.storage.export.ExportReport;
import org.stepwright.storage.export.Exporter;
import org.stepwright.storage.format.ImportReport;
import org.stepwright.storage.format.Importer;
import org.stepwright.trace.SplitRatios;
import org.stepwright.trace.SplitRule;
import org.stepwright.work.WorkFailed;

/** The whole loop on the bundled samples: from a rubric to a scored live answer. */
final class DemoLoop {
    /** A larger held-out part than usual, as the sample set is small. */
    static final SplitRatios SPLIT = new SplitRatios(0.6, 0.2, 0.2);

    static final long SEED = 42;

    private static final String TEMPLATE = "refund-decision";

    private final AppContext app;
    private final CancelSwitch cancel;
    private final Path folder;
    private final List<Recipe> recipes;
    private final Job job;

    /**
     * @param context the wired application
     * @param folder where everything goes
     * @param recipes what is trained; the first scores the live answer
     * @param job progress and voice
     */
    DemoLoop(CliContext context, Path folder, List<Recipe> recipes, Job job) {
        this.app = context.app();
        this.cancel = context.cancel();
        this.folder = folder;
        this.recipes = recipes;
        this.job = job;
    }

    DemoResult run() throws IOException {
        Path samples = Files.createDirectories(folder.resolve("samples"));
        Path models = Files.createDirectories(folder.resolve("models"));
        try (Workspace workspace = Workspace.create(folder.resolve("workspace.stepwright"))) {
            job.print("1. A workspace: " + workspace.file());

            Rubric rubric = new RubricSource(app.templates(), null).find("template:" + TEMPLATE);
            List<LintFinding> findings = RubricLint.check(rubric, app.verifiers(folder)::problem);
            workspace.rubrics().saveDraft(rubric);
            RubricVersion version = workspace.rubrics().publish(rubric.id(), "From the template.");
            job.print(
                    "2. A rubric: "
                            + rubric.title()
                            + ", "
                            + Text.count(findings.size(), "lint finding")
                            + ", published as "
                            + version.key());

            Path labelled = Samples.copy(Samples.LABELLED, samples);
            ImportReport imported =
                    new Importer(workspace).run(List.of(labelled), "generic", job.progress());
            job.print(
                    "3. Import of synthetic samples: "
                            + Text.count(imported.tracesAdded(), "trace")
                            + ", "
                            + Text.count(imported.stepsAdded(), "step")
                            + ", "
                            + Text.count(imported.labelsAdded(), "label"));

            List<DemoResult.Model> trained = train(workspace, models);
            ExportReport export = export(workspace, version);
            Path recording = Samples.copy(Samples.RECORDING, samples);
            String prompt = Samples.recordedPrompt();
            Instant asked = Instant.now();
            LiveResult live = scoreLive(trained.get(0), recording, prompt);
            Runs.keepLive(workspace, live, trained.get(0).file(), asked);
            return new DemoResult(version, findings, imported, trained, live, prompt, export);
        }
    }

    private List<DemoResult.Model> train(Workspace workspace, Path models) {
        TrainingRuns runs = new TrainingRuns(workspace, new Trainer(), Clock.systemUTC());
        List<DemoResult.Model> trained = new ArrayList<>();
        for (Recipe recipe : recipes) {
            TrainOptions usual = TrainOptions.of(recipe, "demo-" + recipe.id());
            TrainOptions options =
                    new TrainOptions(
                            recipe,
                            SEED,
                            NeutralPolicy.CORRECT,
                            SPLIT,
                            usual.threads(),
                            usual.name(),
                            "");
            Path file = models.resolve(recipe.id() + ".prm");
            TrainingResult result =
                    runs.train(
                                    TraceFilter.ALL,
                                    UnaryOperator.identity(),
                                    options,
                                    file,
                                    run -> {},
                                    job.progress())
                            .result();
            result.bundle().manifest().warnings().forEach(job::say);
            job.print(
                    "4. Trained "
                            + recipe.id()
                            + " in "
                            + Text.number(result.seconds(), 1)
                            + " s: "
                            + file);
            EvalTable.print(options.name(), result.heldOut(), splitText(), job);
            trained.add(
                    new DemoResult.Model(
                            recipe.id(),
                            file,
                            result.threshold(),
                            result.seconds(),
                            result.heldOut(),
                            result.traces()));
        }
        return trained;
    }

    static String splitText() {
        return "60/20/20 by problem, seed " + SEED + "; the held-out fifth is measured";
    }

    private LiveResult scoreLive(DemoResult.Model model, Path recording, String prompt) {
        job.print("6. A recorded live answer, scored step by step as it streams:");
        job.print("   " + Text.oneLine(prompt, 160));
        LiveModel live = app.live().open(Connection.recorded("demo", recording.toString()));
        try (RewardModel opened = RewardModels.open(model.file())) {
            LiveCall<LiveResult> call =
                    new LiveScorer(opened, SplitRule.AUTO)
                            .run(
                                    live,
                                    LiveRequest.of(prompt),
                                    new LivePrinter(job, opened.info().threshold()));
            cancel.onCancel(call::cancel);
            LiveResult result = call.result().join();
            job.progress().checkCancelled();
            if (result.score() == null) {
                throw new WorkFailed(result.scoringTrouble());
            }
            return result;
        }
    }

    private ExportReport export(Workspace workspace, RubricVersion version) {
        ExportReport report =
                new Exporter(workspace)
                        .run(
                                ExportOptions.of("trl", folder.resolve("export"))
                                        .withRubric(version.key())
                                        .withSplit(SPLIT)
                                        .withSeed(SEED)
                                        .withNeutral(NeutralPolicy.CORRECT),
                                job.progress());
        job.print(
                "5. Exported "
                        + Text.count(report.traces(), "trace")
                        + " as a TRL data set with a card: "
                        + folder.resolve("export"));
        return report;
    }
}
