package org.stepwright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.stepwright.label.LabelledTrace;
import org.stepwright.prm.train.TrainOptions;
import org.stepwright.prm.train.Trainer;
import org.stepwright.prm.train.TrainingResult;
import org.stepwright.prm.train.TrainingSet;
import org.stepwright.storage.Run;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * Trains on the labels of a workspace and remembers each run there: what came of it, or that it
 * failed or was cancelled. Joins storage and trainer, which never see each other. Blocks; call off
 * the UI thread.
 */
public final class TrainingRuns {
    private final Workspace workspace;
    private final Trainer trainer;
    private final Clock clock;

    /**
     * @param workspace holds the labels and the runs
     * @param trainer trains
     * @param clock tells when a run starts and ends
     */
    public TrainingRuns(Workspace workspace, Trainer trainer, Clock clock) {
        this.workspace = workspace;
        this.trainer = trainer;
        this.clock = clock;
    }

    /**
     * A training that succeeded.
     *
     * @param run as it is saved
     * @param result what came of it
     */
    public record Trained(Run run, TrainingResult result) {}

    /**
     * Trains, writes the bundle and saves the run.
     *
     * @param where which traces
     * @param choose takes from the traces found those to train on
     * @param options how; without a rubric version that of the labels is taken
     * @param out the bundle's file; replaced when it is there
     * @param started called with the run once it is saved as running, on this thread
     * @param progress how far it is, and whether to stop
     * @return the saved run and its result
     * @throws WorkFailed when it cannot be done; the failed run is saved
     * @throws Cancelled when the user stopped it; the cancelled run is saved
     */
    public Trained train(
            TraceFilter where,
            UnaryOperator<List<LabelledTrace>> choose,
            TrainOptions options,
            Path out,
            Consumer<Run> started,
            Progress progress) {
        String id = UUID.randomUUID().toString();
        Instant at = clock.instant();
        started.accept(save(id, options, at, Run.Status.RUNNING, "", ""));
        TrainOptions known = options;
        try {
            List<LabelledTrace> rows = choose.apply(read(where, progress));
            known = named(options, rows);
            TrainingSet set = TrainingSet.of(rows, known);
            progress.checkCancelled();
            TrainingResult result = trainer.train(set, known, progress);
            progress.checkCancelled();
            write(result, out);
            Run run =
                    save(
                            id,
                            known,
                            at,
                            Run.Status.SUCCEEDED,
                            Runs.resultJson(result),
                            out.toAbsolutePath().toString());
            return new Trained(run, result);
        } catch (Cancelled e) {
            save(id, known, at, Run.Status.CANCELLED, "", "");
            throw e;
        } catch (RuntimeException e) {
            String why = e instanceof WorkFailed ? e.getMessage() : "";
            save(id, known, at, Run.Status.FAILED, Runs.failureJson(why), "");
            throw e;
        }
    }

    /**
     * Like the other one, on all traces found.
     *
     * @param where which traces
     * @param options how; without a rubric version that of the labels is taken
     * @param out the bundle's file; replaced when it is there
     * @param started called with the run once it is saved as running, on this thread
     * @param progress how far it is, and whether to stop
     * @return the saved run, succeeded
     * @throws WorkFailed when it cannot be done; the failed run is saved
     * @throws Cancelled when the user stopped it; the cancelled run is saved
     */
    public Run train(
            TraceFilter where,
            TrainOptions options,
            Path out,
            Consumer<Run> started,
            Progress progress) {
        return train(where, UnaryOperator.identity(), options, out, started, progress).run();
    }

    private List<LabelledTrace> read(TraceFilter where, Progress progress) {
        List<LabelledTrace> rows = new ArrayList<>();
        progress.report(0, -1, "Reading labels");
        workspace
                .traces()
                .forEach(
                        where,
                        row -> {
                            progress.checkCancelled();
                            rows.add(row);
                        });
        return rows;
    }

    /** Under the rubric version that the labels name, and with its way to score a trace. */
    private TrainOptions named(TrainOptions options, List<LabelledTrace> rows) {
        String key =
                options.rubricVersion().isEmpty()
                        ? RubricVersions.of(rows)
                        : options.rubricVersion();
        return workspace
                .rubrics()
                .version(key)
                .map(version -> options.withRubric(key, version.rubric().aggregation()))
                .orElseGet(() -> options.withRubric(key, options.aggregation()));
    }

    private static void write(TrainingResult result, Path out) {
        try {
            Files.createDirectories(out.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new WorkFailed(
                    "The model cannot be written to " + out + "; check that the folder is yours.",
                    e);
        }
        result.bundle().write(out);
    }

    /**
     * @param workspaceFile a workspace's file
     * @return the folder beside it where its models are kept
     */
    public static Path modelFolder(Path workspaceFile) {
        String name = workspaceFile.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return workspaceFile.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".models");
    }

    private Run save(
            String id,
            TrainOptions options,
            Instant started,
            Run.Status status,
            String result,
            String model) {
        Run run =
                new Run(
                        id,
                        Run.Kind.TRAIN,
                        options.name(),
                        started,
                        status == Run.Status.RUNNING ? null : clock.instant(),
                        status,
                        options.recipe().id(),
                        options.rubricVersion(),
                        "",
                        result,
                        model);
        workspace.runs().save(run);
        return run;
    }
}
