package org.stepwright.prm.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.stepwright.prm.OnnxHead;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * Rewards of labelled steps by models that did not learn from them: for each fold a head is fitted
 * on the other folds' steps and scores the fold's own. Deterministic.
 */
public final class OutOfFold {
    private final Recipe recipe;
    private final long seed;

    /**
     * @param recipe whose learner is used
     * @param seed seed of whatever the learner does at random
     */
    public OutOfFold(Recipe recipe, long seed) {
        this.recipe = Objects.requireNonNull(recipe, "recipe");
        this.seed = seed;
    }

    /**
     * Labelled steps.
     *
     * @param rows what a model reads from each step; not copied
     * @param correct whether each is labelled correct
     * @param weights how much each counts in fitting, over 0
     * @param sources number of each step's source, from 0
     * @param folds number of each step's fold, from 0; steps of one problem share one
     */
    public record Steps(
            float[][] rows, boolean[] correct, double[] weights, int[] sources, int[] folds) {
        /** Validates the sizes. */
        public Steps {
            if (rows.length == 0
                    || rows.length != correct.length
                    || rows.length != weights.length
                    || rows.length != sources.length
                    || rows.length != folds.length) {
                throw new IllegalArgumentException("One of each a step, at least one step.");
            }
        }
    }

    /**
     * @param steps labelled steps
     * @param progress told about finished folds; asked for cancel between rounds of fitting
     * @return for each step its reward in [0, 1]
     * @throws WorkFailed when the steps outside a fold are of one class only
     * @throws org.stepwright.work.Cancelled when the user stopped the work
     */
    public double[] rewards(Steps steps, Progress progress) {
        double[] rewards = new double[steps.rows().length];
        int folds = Arrays.stream(steps.folds()).max().orElse(0) + 1;
        for (int fold = 0; fold < folds; fold++) {
            progress.checkCancelled();
            progress.report(fold, folds, "Fitting models that do not see what they judge");
            score(steps, fold, rewards, progress.quiet());
        }
        progress.report(folds, folds, "Fitting models that do not see what they judge");
        return rewards;
    }

    private void score(Steps steps, int fold, double[] rewards, Progress progress) {
        List<Integer> own = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < rewards.length; i++) {
            (steps.folds()[i] == fold ? own : others).add(i);
        }
        if (own.isEmpty()) {
            return;
        }
        Design design = design(steps, others);
        if (design.positives() == 0 || design.positives() == design.size()) {
            throw new WorkFailed(
                    "Labels cannot be checked against a model: outside one part of the problems all"
                            + " labels are the same; label more problems.");
        }
        Fitted fitted = fit(design, progress);
        float[][] rows = own.stream().map(i -> steps.rows()[i]).toArray(float[][]::new);
        try (OnnxHead head = OnnxHead.open(fitted.onnx(1), fitted.width())) {
            List<Double> scored = head.rewards(rows);
            for (int i = 0; i < scored.size(); i++) {
                rewards[own.get(i)] = scored.get(i);
            }
        }
    }

    private static Design design(Steps steps, List<Integer> chosen) {
        if (chosen.isEmpty()) {
            throw new WorkFailed(
                    "Labels cannot be checked against a model: all labelled steps are of one"
                            + " problem; label more problems.");
        }
        return new Design(
                chosen.stream().map(i -> steps.rows()[i]).toArray(float[][]::new),
                chosen.stream().mapToDouble(i -> steps.correct()[i] ? 1 : 0).toArray(),
                chosen.stream().mapToDouble(i -> steps.weights()[i]).toArray(),
                chosen.stream().mapToInt(i -> steps.sources()[i]).toArray());
    }

    private Fitted fit(Design design, Progress progress) {
        Learner learner = Learners.of(recipe);
        try {
            return new Fitted(learner, learner.fit(design, seed, progress), design.width());
        } catch (Learner.LearnerMissing e) {
            // the same fallback as in training, which also says so to the user
            Learner spare = Learners.fallback(recipe);
            return new Fitted(spare, spare.fit(design, seed, progress), design.width());
        }
    }
}
