package org.stepwright.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.prm.ModelInfo;
import org.stepwright.prm.RewardModel;
import org.stepwright.score.TraceScore;
import org.stepwright.storage.Run;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Trace;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * The scores that one bundle gives all traces of a workspace. They are kept under a run whose id
 * names the bundle's content, so a model that was trained anew under the same name is never
 * mistaken for the old one, and work that was stopped goes on where it was. For one thread at a
 * time.
 */
final class ModelScores {
    /** Traces that are scored and saved together. */
    private static final int BATCH = 256;

    private final Workspace workspace;
    private final RewardModel model;
    private final Path bundle;
    private final Clock clock;
    private final String runId;
    private final KnownScores known;

    ModelScores(Workspace workspace, RewardModel model, Path bundle, Clock clock) {
        this.workspace = workspace;
        this.model = model;
        this.bundle = bundle;
        this.clock = clock;
        this.runId = "score-" + model.info().digest().substring(0, 32);
        this.known = KnownScores.of(workspace, model.info().name(), runId);
    }

    /**
     * @return the scores that are there
     */
    KnownScores known() {
        return known;
    }

    /**
     * Scores what has no score yet.
     *
     * @param progress told about scored traces; asked for cancel between batches
     * @return how many traces were scored
     * @throws Cancelled when the user stopped it; finished batches are saved
     */
    int complete(Progress progress) {
        List<String> missing = missing(progress);
        if (missing.isEmpty()) {
            return 0;
        }
        Instant start = clock.instant();
        save(start, Run.Status.RUNNING);
        try {
            for (int from = 0; from < missing.size(); from += BATCH) {
                progress.checkCancelled();
                progress.report(from, missing.size(), "Scoring traces");
                score(missing.subList(from, Math.min(missing.size(), from + BATCH)), progress);
            }
        } catch (Cancelled e) {
            save(start, Run.Status.CANCELLED);
            throw e;
        } catch (WorkFailed e) {
            save(start, Run.Status.FAILED);
            throw e;
        }
        save(start, Run.Status.SUCCEEDED);
        return missing.size();
    }

    /** Ids only: a reader that stays open while a model works would keep the file growing. */
    private List<String> missing(Progress progress) {
        List<String> missing = new ArrayList<>();
        progress.report(0, -1, "Looking for scores");
        workspace
                .traces()
                .forEach(
                        TraceFilter.ALL,
                        row -> {
                            progress.checkCancelled();
                            if (known.of(row.trace()) == null) {
                                missing.add(row.trace().id());
                            }
                        });
        return missing;
    }

    private void score(List<String> ids, Progress progress) {
        List<Trace> traces =
                ids.stream().flatMap(id -> workspace.traces().find(id).stream()).toList();
        List<List<Double>> rewards = model.scoreAll(traces, progress.quiet());
        List<TraceScore> scores = new ArrayList<>();
        for (int i = 0; i < traces.size(); i++) {
            scores.add(model.toScore(traces.get(i), rewards.get(i)));
        }
        workspace.scores().saveAll(runId, scores, clock.instant());
        scores.forEach(known::put);
    }

    private void save(Instant start, Run.Status status) {
        ModelInfo info = model.info();
        workspace
                .runs()
                .save(
                        new Run(
                                runId,
                                Run.Kind.SCORE,
                                info.name(),
                                start,
                                status == Run.Status.RUNNING ? null : clock.instant(),
                                status,
                                info.recipe(),
                                info.rubricVersion(),
                                "",
                                "",
                                bundle.toAbsolutePath().toString()));
    }
}
