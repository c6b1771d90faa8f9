package org.stepwright.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.QueueOrder;
import org.stepwright.label.RandomSlice;
import org.stepwright.prm.RewardModel;
import org.stepwright.prm.RewardModels;
import org.stepwright.prm.active.Doubt;
import org.stepwright.prm.active.EncodedVectors;
import org.stepwright.prm.active.QueueRanker;
import org.stepwright.prm.active.RankInput;
import org.stepwright.prm.active.Ranked;
import org.stepwright.prm.active.Split;
import org.stepwright.prm.active.Vectors;
import org.stepwright.prm.encode.BundledWeights;
import org.stepwright.prm.encode.Encoder;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * Puts the traces of a workspace into an order of work, in the background: reads what labels and
 * scores say, lets a model score what it has not scored yet, and saves the order in place of the
 * last one. Labels may be given meanwhile. Keeps a few numbers a trace, never the texts. Stateless;
 * safe for many threads.
 */
public final class Ranking {
    private final Workspace workspace;
    private final Clock clock;

    /**
     * @param workspace whose traces
     * @param clock tells when scores were made
     */
    public Ranking(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /**
     * @param request what to rank by
     * @param progress how far it is, and whether to stop
     * @return what was done; the order is saved
     * @throws WorkFailed when there are no scores to rank by, or the model cannot be used
     * @throws org.stepwright.work.Cancelled when the user stopped it; the last order stays, and
     *     scores that were made stay
     */
    public RankReport rank(RankRequest request, Progress progress) {
        Path bundle =
                request.model() == null && request.needsScores()
                        ? LastModel.of(workspace).orElse(null)
                        : request.model();
        if (request.order() == QueueOrder.RANDOM) {
            return rank(request, "", KnownScores.none(), 0, progress);
        }
        if (bundle == null) {
            String model = workspace.scores().models().stream().findFirst().orElse("");
            if (model.isEmpty() && request.needsScores()) {
                throw noScores(request.order());
            }
            return rank(request, model, KnownScores.of(workspace, model, ""), 0, progress);
        }
        try (RewardModel model = RewardModels.open(bundle)) {
            ModelScores scores = new ModelScores(workspace, model, bundle, clock);
            int made = scores.complete(progress);
            return rank(request, model.info().name(), scores.known(), made, progress);
        }
    }

    private RankReport rank(
            RankRequest request,
            String model,
            KnownScores scores,
            int scoredNow,
            Progress progress) {
        double share =
                request.share() == null
                        ? workspace.project().current().sliceShare()
                        : request.share();
        List<RankInput> inputs = read(scores, share, progress);
        int scored = (int) inputs.stream().filter(RankInput::scored).count();
        if (scored == 0 && !inputs.isEmpty() && request.needsScores()) {
            throw noScores(request.order());
        }
        QueueRanker ranker = new QueueRanker(share, request.seed());
        progress.report(0, -1, "Ordering traces");
        List<Ranked> ranked =
                ranker.rank(request.order(), inputs, (ids, p) -> vectors(ids, scores, p), progress);
        progress.checkCancelled();
        workspace.ranks().replace(request.order(), model, toSave(ranked), progress);
        int slice = (int) ranked.stream().filter(Ranked::slice).count();
        return new RankReport(
                request.order(), model, ranked.size(), scored, scoredNow, slice, share);
    }

    private List<RankInput> read(KnownScores scores, double share, Progress progress) {
        long total = workspace.counts().traces();
        List<RankInput> inputs = new ArrayList<>();
        workspace
                .traces()
                .forEach(
                        TraceFilter.ALL,
                        row -> {
                            progress.checkCancelled();
                            inputs.add(input(row, scores.of(row.trace()), share));
                            progress.report(inputs.size(), total, "Reading labels and scores");
                        });
        return inputs;
    }

    private static RankInput input(
            LabelledTrace row, KnownScores.Rewards rewards, double sliceShare) {
        List<Double> steps = rewards == null ? List.of() : rewards.list();
        return new RankInput(
                row.trace().id(),
                RandomSlice.contains(row.trace().problem(), sliceShare),
                row.trace().outcome(),
                rewards == null ? Float.NaN : (float) Doubt.of(steps),
                rewards == null ? Float.NaN : rewards.whole(),
                Split.of(row, steps),
                row.labels().stream()
                        .anyMatch(l -> l.verdict() != null && l.pass() != LabelPass.REPEAT));
    }

    /** The encoder is opened for the one order that asks for it. */
    private float[][] vectors(List<String> ids, KnownScores scores, Progress progress) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        try (Encoder encoder = Encoder.open(BundledWeights.INT8, threads)) {
            Vectors vectors =
                    new EncodedVectors(
                            encoder, id -> workspace.traces().find(id).orElse(null), scores::steps);
            return vectors.of(ids, progress);
        }
    }

    private static List<org.stepwright.storage.Ranked> toSave(List<Ranked> ranked) {
        return ranked.stream()
                .map(r -> new org.stepwright.storage.Ranked(r.traceId(), r.slice()))
                .toList();
    }

    private static WorkFailed noScores(QueueOrder order) {
        return new WorkFailed(
                "No model has scored the traces of this workspace yet, so there is nothing to order"
                        + " them by ("
                        + order.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + "); train a model first, or name one (--model M.prm on the command"
                        + " line).");
    }
}
