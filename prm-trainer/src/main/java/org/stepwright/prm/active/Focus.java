package org.stepwright.prm.active;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The steps of an answer that a reward model doubts most, and how much of its doubt each holds: by
 * them two answers are near or far for learning. A few steps say it; encoding all would take
 * several times as long.
 *
 * @param steps at most {@value #MOST} indices of steps, rising
 * @param weights one a step, at least 0, with a sum of 1 unless there is no step
 */
public record Focus(List<Integer> steps, List<Double> weights) {
    /** How many steps at most. */
    public static final int MOST = 4;

    /** Copies. */
    public Focus {
        steps = List.copyOf(steps);
        weights = List.copyOf(weights);
    }

    /**
     * @param rewards one reward in [0, 1] a step
     * @return the most doubtful of the steps that {@link Doubt} looks at; where there is no doubt
     *     at all, the first ones, all alike
     */
    public static Focus of(List<Double> rewards) {
        double[] doubts = new double[Doubt.readSteps(rewards)];
        for (int i = 0; i < doubts.length; i++) {
            doubts[i] = Doubt.ofStep(rewards.get(i));
        }
        List<Integer> steps =
                IntStream.range(0, doubts.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -doubts[i]))
                        .limit(MOST)
                        .sorted()
                        .toList();
        double sum = steps.stream().mapToDouble(i -> doubts[i]).sum();
        return new Focus(
                steps,
                steps.stream().map(i -> sum > 0 ? doubts[i] / sum : 1.0 / steps.size()).toList());
    }

    /**
     * @param unscored how many steps an answer has that no model has scored
     * @return its first steps, all alike
     */
    public static Focus ofUnscored(int unscored) {
        Double[] certain = new Double[unscored];
        Arrays.fill(certain, 1.0);
        return of(List.of(certain));
    }

    /**
     * @param vectors one vector a step of this focus, all of one length, at least one
     * @return their mean by the weights, scaled to length 1; the mean itself where it is 0
     */
    public float[] mean(List<float[]> vectors) {
        double[] mean = new double[vectors.get(0).length];
        double squares = 0;
        for (int k = 0; k < mean.length; k++) {
            for (int i = 0; i < vectors.size(); i++) {
                mean[k] += weights.get(i) * vectors.get(i)[k];
            }
            squares += mean[k] * mean[k];
        }
        float[] scaled = new float[mean.length];
        for (int k = 0; k < mean.length; k++) {
            scaled[k] = (float) (squares == 0 ? 0 : mean[k] / Math.sqrt(squares));
        }
        return scaled;
    }
}
