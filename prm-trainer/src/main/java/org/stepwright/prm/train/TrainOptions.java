package org.stepwright.prm.train;

import java.util.Objects;
import org.stepwright.label.LabelPolicy;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.score.Aggregation;
import org.stepwright.trace.SplitRatios;

/**
 * How to train.
 *
 * @param recipe how the model is made
 * @param seed seed of split and learner; the same seed and data give the same bundle, byte by byte
 * @param neutral what a neutral verdict becomes
 * @param split shares of problems for training, validation and test
 * @param threads processor threads that may be used, at least 1; never changes the result
 * @param name the model's name, for people
 * @param rubricVersion key of the RubricVersion of the labels; empty if none
 * @param aggregation how the model makes one reward of a trace's steps: as its rubric says
 * @param labels how the labels of several people become one
 */
public record TrainOptions(
        Recipe recipe,
        long seed,
        NeutralPolicy neutral,
        SplitRatios split,
        int threads,
        String name,
        String rubricVersion,
        Aggregation aggregation,
        LabelPolicy labels) {
    /** Validates. */
    public TrainOptions {
        Objects.requireNonNull(recipe, "recipe");
        Objects.requireNonNull(neutral, "neutral");
        Objects.requireNonNull(split, "split");
        Objects.requireNonNull(rubricVersion, "rubricVersion");
        Objects.requireNonNull(aggregation, "aggregation");
        Objects.requireNonNull(labels, "labels");
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("A model needs a name.");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("Training needs a thread.");
        }
    }

    /** Without a rubric that says otherwise, a trace is as good as its worst step. */
    public TrainOptions(
            Recipe recipe,
            long seed,
            NeutralPolicy neutral,
            SplitRatios split,
            int threads,
            String name,
            String rubricVersion) {
        this(
                recipe,
                seed,
                neutral,
                split,
                threads,
                name,
                rubricVersion,
                Aggregation.MIN,
                LabelPolicy.MAJORITY);
    }

    /**
     * @param key key of the RubricVersion of the labels; empty if none
     * @param by how that rubric makes one reward of a trace's steps
     * @return the same under that rubric version
     */
    public TrainOptions withRubric(String key, Aggregation by) {
        return new TrainOptions(recipe, seed, neutral, split, threads, name, key, by, labels);
    }

    /**
     * @param policy how the labels of several people become one
     * @return the same under that policy
     */
    public TrainOptions withLabels(LabelPolicy policy) {
        return new TrainOptions(
                recipe, seed, neutral, split, threads, name, rubricVersion, aggregation, policy);
    }

    /**
     * @param recipe how the model is made
     * @param name the model's name
     * @return seed 42, neutral counts as correct, 80/10/10, all processors but one, no rubric
     */
    public static TrainOptions of(Recipe recipe, String name) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        return new TrainOptions(
                recipe, 42, NeutralPolicy.CORRECT, SplitRatios.DEFAULT, threads, name, "");
    }
}
