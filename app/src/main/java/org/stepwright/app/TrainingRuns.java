package org.stepwright.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
    private final ObjectMapper json = new ObjectMapper();

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
     * Trains, writes the bundle and saves the run.
     *
     * @param where which traces
     * @param options how
     * @param out the bundle's file; replaced when it is there
     * @param progress how far it is, and whether to stop
     * @return the saved run, succeeded
     * @throws WorkFailed when it cannot be done; the failed run is saved
     * @throws Cancelled when the user stopped it; the cancelled run is saved
     */
    public Run train(TraceFilter where, TrainOptions options, Path out, Progress progress) {
        String id = UUID.randomUUID().toString();
        Instant started = clock.instant();
        workspace.runs().save(run(id, options, started, null, Run.Status.RUNNING, "", "", ""));
        try {
            List<LabelledTrace> rows = new ArrayList<>();
            progress.report(0, -1, "Reading labels");
            workspace.traces().forEach(where, rows::add);
            progress.checkCancelled();
            TrainingSet set =
                    TrainingSet.of(rows, options.split(), options.seed(), options.neutral());
            TrainingResult result = trainer.train(set, options, progress);
            progress.checkCancelled();
            result.bundle().write(out);
            Run done =
                    run(
                            id,
                            options,
                            started,
                            clock.instant(),
                            Run.Status.SUCCEEDED,
                            write(result.bundle().manifest()),
                            write(TrainingOutcome.of(result)),
                            out.toString());
            workspace.runs().save(done);
            return done;
        } catch (Cancelled e) {
            workspace
                    .runs()
                    .save(
                            run(
                                    id,
                                    options,
                                    started,
                                    clock.instant(),
                                    Run.Status.CANCELLED,
                                    "",
                                    "",
                                    ""));
            throw e;
        } catch (RuntimeException e) {
            workspace
                    .runs()
                    .save(
                            run(
                                    id,
                                    options,
                                    started,
                                    clock.instant(),
                                    Run.Status.FAILED,
                                    "",
                                    "",
                                    ""));
            throw e;
        }
    }

    /**
     * @param run a run that succeeded
     * @return what came of it
     * @throws WorkFailed when it was saved by a version that this one does not understand
     */
    public TrainingOutcome outcome(Run run) {
        try {
            return json.readValue(run.resultJson(), TrainingOutcome.class);
        } catch (JsonProcessingException e) {
            throw new WorkFailed(
                    "The results of this run cannot be read; train again to see them.", e);
        }
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

    private static Run run(
            String id,
            TrainOptions options,
            Instant started,
            Instant ended,
            Run.Status status,
            String manifest,
            String result,
            String model) {
        return new Run(
                id,
                Run.Kind.TRAIN,
                options.name(),
                started,
                ended,
                status,
                options.recipe().id(),
                options.rubricVersion(),
                manifest,
                result,
                model);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Records of numbers and texts are always writable as JSON.", e);
        }
    }
}
