package org.stepwright.prm.active;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.stepwright.work.Progress;

/**
 * Picks points one after the other so that they lie apart, by a weight each and the distance to the
 * nearest point picked or known before. Quadratic in the points.
 */
public final class FarthestFirst {
    private static final int LOOK = 64;

    private FarthestFirst() {}

    /** Says which of the waiting points is next. */
    private interface Choice {
        /**
         * @param waiting indices of points
         * @param count how many of them still wait
         * @param nearest squared distances by point; infinite before anything is known
         * @return the place of one in {@code waiting}
         */
        int of(int[] waiting, int count, double[] nearest);
    }

    /**
     * Each time the point whose weight times its distance is largest. With equal weights this is
     * the greedy k-centre (Gonzalez 1985), as used for core sets (Sener and Savarese 2018).
     *
     * @param points the points, all of one length; none is changed
     * @param weights one a point, finite and at least 0
     * @param known points that need no picking, of the same length; may be empty
     * @param progress told about picks; asked for cancel
     * @return the indices of all points in the order of picking. Without known points the first one
     *     is that of the largest weight. Of equal ones the heavier is picked, then the earlier
     * @throws org.stepwright.work.Cancelled when the user stopped the work
     */
    public static int[] order(
            float[][] points, float[] weights, float[][] known, Progress progress) {
        return pick(
                points,
                weights,
                known,
                (waiting, count, nearest) -> best(waiting, count, weights, nearest),
                progress);
    }

    /**
     * Each time one by chance, with the chances in proportion to weight times squared distance:
     * k-means++ (Arthur and Vassilvitskii 2007) with weights. Unlike {@link #order} it does not go
     * from one outlier to the next.
     *
     * @param points the points, all of one length; none is changed
     * @param weights one a point, finite and at least 0
     * @param known points that need no picking, of the same length; may be empty
     * @param seed of the chances
     * @param progress told about picks; asked for cancel
     * @return the indices of all points in the order of picking; those without any chance last, the
     *     earlier first
     * @throws org.stepwright.work.Cancelled when the user stopped the work
     */
    public static int[] sample(
            float[][] points, float[] weights, float[][] known, long seed, Progress progress) {
        SplittableRandom random = new SplittableRandom(seed);
        return pick(
                points,
                weights,
                known,
                (waiting, count, nearest) -> drawn(waiting, count, weights, nearest, random),
                progress);
    }

    private static int[] pick(
            float[][] points, float[] weights, float[][] known, Choice choice, Progress progress) {
        int n = points.length;
        if (weights.length != n) {
            throw new IllegalArgumentException("One weight a point.");
        }
        double[] nearest = nearestKnown(points, known, progress);
        int[] waiting = new int[n];
        Arrays.setAll(waiting, i -> i);
        int[] order = new int[n];
        for (int k = 0; k < n; k++) {
            int at = choice.of(waiting, n - k, nearest);
            int pick = waiting[at];
            order[k] = pick;
            // Keeps the order of those that wait: ties go to the earlier one.
            System.arraycopy(waiting, at + 1, waiting, at, n - k - 1 - at);
            for (int i = 0; i < n - k - 1; i++) {
                int point = waiting[i];
                nearest[point] =
                        Math.min(nearest[point], squaredDistance(points[point], points[pick]));
            }
            if (k % LOOK == 0) {
                progress.checkCancelled();
                progress.report(k, n, "Spreading the picks");
            }
        }
        return order;
    }

    private static double[] nearestKnown(float[][] points, float[][] known, Progress progress) {
        double[] nearest = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            if (i % LOOK == 0) {
                progress.checkCancelled();
            }
            nearest[i] = Double.POSITIVE_INFINITY;
            for (float[] other : known) {
                nearest[i] = Math.min(nearest[i], squaredDistance(points[i], other));
            }
        }
        return nearest;
    }

    private static int best(int[] waiting, int count, float[] weights, double[] nearest) {
        int best = 0;
        double bestValue = -1;
        float bestWeight = -1;
        for (int i = 0; i < count; i++) {
            float weight = weights[waiting[i]];
            double value = weight * Math.sqrt(reach(nearest[waiting[i]]));
            if (value > bestValue || value == bestValue && weight > bestWeight) {
                best = i;
                bestValue = value;
                bestWeight = weight;
            }
        }
        return best;
    }

    private static int drawn(
            int[] waiting, int count, float[] weights, double[] nearest, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weights[waiting[i]] * reach(nearest[waiting[i]]);
        }
        double at = random.nextDouble() * sum;
        int last = 0;
        for (int i = 0; i < count; i++) {
            double chance = weights[waiting[i]] * reach(nearest[waiting[i]]);
            if (chance > 0) {
                last = i;
                at -= chance;
                if (at < 0) {
                    break;
                }
            }
        }
        return last;
    }

    /** Before anything is known, all points are equally far from it. */
    private static double reach(double nearest) {
        return nearest == Double.POSITIVE_INFINITY ? 1 : nearest;
    }

    /** Four sums side by side: one would wait for each addition before the next. */
    static double squaredDistance(float[] a, float[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            double d0 = (double) a[i] - b[i];
            double d1 = (double) a[i + 1] - b[i + 1];
            double d2 = (double) a[i + 2] - b[i + 2];
            double d3 = (double) a[i + 3] - b[i + 3];
            s0 += d0 * d0;
            s1 += d1 * d1;
            s2 += d2 * d2;
            s3 += d3 * d3;
        }
        for (; i < a.length; i++) {
            double d = (double) a[i] - b[i];
            s0 += d * d;
        }
        return s0 + s1 + (s2 + s3);
    }
}
