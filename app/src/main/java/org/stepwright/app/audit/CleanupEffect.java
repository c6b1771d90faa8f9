package org.stepwright.app.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepwright.app.audit.EffectRows.Pair;
import org.stepwright.label.LabelledTrace;
import org.stepwright.prm.RewardModel;
import org.stepwright.prm.RewardModels;
import org.stepwright.prm.eval.PairedEval;
import org.stepwright.prm.eval.PairedRound;
import org.stepwright.prm.train.Recipe;
import org.stepwright.prm.train.TrainOptions;
import org.stepwright.prm.train.Trainer;
import org.stepwright.prm.train.TrainingResult;
import org.stepwright.prm.train.TrainingSet;
import org.stepwright.storage.FindingFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.GroupedSplit;
import org.stepwright.trace.Part;
import org.stepwright.trace.SplitRatios;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * Measures what a clean-up does to a model: trains the {@code signals} recipe on the labels as they
 * were before and as they are after, on the same problems, and compares both on the same problems
 * that neither has seen, for several seeds. Blocks for seconds to minutes; call off the UI thread.
 */
public final class CleanupEffect {
    /** Of what is not held out, a tenth chooses threshold and temperature. */
    private static final SplitRatios TRAINING = new SplitRatios(0.9, 0.1, 0);

    private final EffectRows rows;
    private final Trainer trainer;

    /**
     * @param workspace whose labels
     * @param trainer trains
     */
    public CleanupEffect(Workspace workspace, Trainer trainer) {
        this.rows = new EffectRows(workspace);
        this.trainer = trainer;
    }

    /**
     * Measures what was set aside and decided so far.
     *
     * @param options how
     * @param progress how far it is, and whether to stop
     * @return what changed
     * @throws WorkFailed when nothing was cleaned up, or there are too few labels
     * @throws org.stepwright.work.Cancelled when the user stopped it
     */
    public EffectReport ofWhatWasDone(EffectOptions options, Progress progress) {
        List<Pair> pairs = rows.read(Set.of(), progress);
        if (pairs.stream().noneMatch(Pair::touched)) {
            throw new WorkFailed(
                    "Nothing with labels was set aside or decided yet, so there is no effect to"
                            + " measure; set findings aside first, or measure what setting them"
                            + " aside would do.");
        }
        return measure(pairs, false, options, progress);
    }

    /**
     * Measures what setting aside the traces of open findings would do, besides what was done.
     *
     * @param findings which findings of the last audit
     * @param options how
     * @param progress how far it is, and whether to stop
     * @return what would change
     * @throws WorkFailed when there is no such finding, or there are too few labels
     * @throws org.stepwright.work.Cancelled when the user stopped it
     */
    public EffectReport ofSettingAside(
            FindingFilter findings, EffectOptions options, Progress progress) {
        Set<String> ids = new HashSet<>();
        rows.each(findings.withOpenOnly(true), f -> ids.addAll(Cleanup.traces(List.of(f))));
        List<Pair> pairs = rows.read(ids, progress);
        if (ids.isEmpty() || pairs.stream().noneMatch(Pair::touched)) {
            throw new WorkFailed(
                    "No labelled trace has such a finding, so setting them aside changes nothing"
                            + " that a model learns from.");
        }
        return measure(pairs, true, options, progress);
    }

    private EffectReport measure(
            List<Pair> pairs, boolean planned, EffectOptions options, Progress progress) {
        List<PairedRound> asBefore = new ArrayList<>();
        List<PairedRound> asAfter = new ArrayList<>();
        double heldOut = 0;
        double heldOutClean = 0;
        boolean differ = false;
        List<List<String>> problems =
                pairs.stream().map(p -> p.before().trace().problems()).toList();
        for (int i = 0; i < options.seeds().size(); i++) {
            progress.report(
                    i,
                    options.seeds().size(),
                    "Training before and after, seed " + (i + 1) + " of " + options.seeds().size());
            progress.checkCancelled();
            Round round = round(pairs, problems, options, options.seeds().get(i), progress);
            asBefore.add(round.asBefore());
            asAfter.add(round.asAfter());
            heldOut += round.asBefore().rows().size();
            heldOutClean += round.asAfter().rows().size();
            differ |= round.touched();
        }
        progress.report(0, -1, "Comparing");
        int seeds = options.seeds().size();
        return new EffectReport(
                (int) pairs.stream().filter(p -> p.after() == null).count(),
                Pair.decidedSteps(pairs),
                seeds,
                pairs.size(),
                (int) pairs.stream().filter(p -> p.after() != null).count(),
                heldOut / seeds,
                heldOutClean / seeds,
                PairedEval.compare(asBefore, options.neutral(), options.seeds().get(0)),
                differ
                        ? PairedEval.compare(asAfter, options.neutral(), options.seeds().get(0))
                        : Map.of(),
                planned);
    }

    private record Round(PairedRound asBefore, PairedRound asAfter, boolean touched) {}

    private Round round(
            List<Pair> pairs,
            List<List<String>> problems,
            EffectOptions options,
            long seed,
            Progress progress) {
        // Split once over all rows, so that what is held out is the same before and after.
        SplitRatios split = new SplitRatios(1 - options.heldOut(), 0, options.heldOut());
        List<Part> parts = GroupedSplit.ofRows(problems, split, seed);
        List<LabelledTrace> trainBefore = new ArrayList<>();
        List<LabelledTrace> trainAfter = new ArrayList<>();
        List<Pair> held = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            if (parts.get(i) == Part.TEST) {
                held.add(pair);
            } else {
                trainBefore.add(pair.before());
                if (pair.after() != null) {
                    trainAfter.add(pair.after());
                }
            }
        }
        List<Trace> traces = held.stream().map(p -> p.before().trace()).toList();
        Scored before = score(trainBefore, traces, options, seed, progress);
        Scored after = score(trainAfter, traces, options, seed, progress);
        PairedRound all =
                new PairedRound(
                        held.stream().map(Pair::before).toList(),
                        before.rewards(),
                        before.threshold(),
                        after.rewards(),
                        after.threshold());
        return new Round(all, clean(held, before, after), held.stream().anyMatch(Pair::touched));
    }

    private static PairedRound clean(List<Pair> held, Scored before, Scored after) {
        List<LabelledTrace> rows = new ArrayList<>();
        List<List<Double>> rewardsBefore = new ArrayList<>();
        List<List<Double>> rewardsAfter = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            if (held.get(i).after() != null) {
                rows.add(held.get(i).after());
                rewardsBefore.add(before.rewards().get(i));
                rewardsAfter.add(after.rewards().get(i));
            }
        }
        return new PairedRound(
                rows, rewardsBefore, before.threshold(), rewardsAfter, after.threshold());
    }

    private record Scored(List<List<Double>> rewards, double threshold) {}

    private Scored score(
            List<LabelledTrace> rows,
            List<Trace> heldOut,
            EffectOptions options,
            long seed,
            Progress progress) {
        progress.checkCancelled();
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        TrainOptions how =
                new TrainOptions(
                        Recipe.SIGNALS,
                        seed,
                        options.neutral(),
                        TRAINING,
                        threads,
                        "clean-up effect",
                        "");
        TrainingSet set = TrainingSet.of(rows, TRAINING, seed, options.neutral());
        TrainingResult result = trainer.train(set, how, progress.quiet());
        try (RewardModel model = RewardModels.open(result.bundle())) {
            return new Scored(model.scoreAll(heldOut, progress.quiet()), result.threshold());
        }
    }
}
