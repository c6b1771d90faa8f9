package org.stepwright.cli;

import java.nio.file.Path;
import java.util.List;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.prm.ModelBundle;
import org.stepwright.prm.RewardModel;
import org.stepwright.prm.RewardModels;
import org.stepwright.prm.RunManifest;
import org.stepwright.prm.eval.Baselines;
import org.stepwright.prm.eval.StepScorer;
import org.stepwright.prm.eval.ThresholdRule;
import org.stepwright.work.Progress;

/**
 * What {@code eval} evaluates: a model from its bundle, or a baseline by name.
 *
 * @param scorer gives the rewards
 * @param rule its threshold
 * @param baselines what stands beside it; null when they have to be fitted on the data at hand
 * @param neutral what a neutral verdict counts as
 * @param split how training and evaluation were kept apart, for people
 * @param model the opened model, or null for a baseline
 */
record Judge(
        StepScorer scorer,
        ThresholdRule rule,
        Baselines baselines,
        NeutralPolicy neutral,
        String split,
        RewardModel model)
        implements AutoCloseable {
    private static final List<String> BASELINES =
            List.of(Baselines.ALWAYS_CORRECT, Baselines.CONSTANT_INDEX, Baselines.UNIFORM);

    static boolean isBaseline(String name) {
        return BASELINES.contains(name);
    }

    static Judge open(Path file) {
        ModelBundle bundle = ModelBundle.read(file);
        RunManifest manifest = bundle.manifest();
        RewardModel model = RewardModels.open(bundle);
        return new Judge(
                StepScorer.of(manifest.name(), model::scoreAll),
                new ThresholdRule(manifest.threshold(), manifest.thresholdRule()),
                manifest.baselines(),
                NeutralPolicy.valueOf(manifest.neutral().toUpperCase(java.util.Locale.ROOT)),
                "the model's own data was split " + manifest.split(),
                model);
    }

    /**
     * @param name a baseline's name
     * @param train what it is fitted on
     * @param where the name of that, for people
     * @param seed of its choices
     * @return the baseline
     */
    static Judge baseline(String name, List<LabelledTrace> train, String where, long seed) {
        Baselines fitted =
                Baselines.fit(train, NeutralPolicy.CORRECT)
                        .withThresholdsFrom(train, NeutralPolicy.CORRECT, where);
        return new Judge(
                fitted.scorer(name, seed).orElseThrow(),
                fitted.threshold(name),
                fitted,
                NeutralPolicy.CORRECT,
                "baselines fitted on " + where,
                null);
    }

    /** With thresholds that are the best on a file instead of the model's own. */
    Judge withThresholdFrom(List<LabelledTrace> rows, String where, Progress progress) {
        List<List<Double>> rewards =
                scorer.scoreAll(rows.stream().map(LabelledTrace::trace).toList(), progress);
        return new Judge(
                scorer,
                ThresholdRule.bestF1(rewards, rows, neutral, where),
                baselines == null ? null : baselines.withThresholdsFrom(rows, neutral, where),
                neutral,
                split,
                model);
    }

    @Override
    public void close() {
        if (model != null) {
            model.close();
        }
    }
}
