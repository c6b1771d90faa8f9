package org.stepwright.prm.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Scores in rising order with their labels: sorted once, read often. */
final class SortedScores {
    private final double[] scores;
    private final boolean[] positives;
    private final int[] order;

    SortedScores(double[] scores, boolean[] positives) {
        Metrics.requireSameSize(scores.length, positives.length);
        for (double score : scores) {
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException("Scores are finite numbers.");
            }
        }
        order =
                IntStream.range(0, scores.length)
                        .boxed()
                        // Adding 0 makes -0.0 and 0.0 the same score.
                        .sorted((a, b) -> Double.compare(scores[a] + 0.0, scores[b] + 0.0))
                        .mapToInt(Integer::intValue)
                        .toArray();
        this.scores = new double[order.length];
        this.positives = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            this.scores[i] = scores[order[i]] + 0.0;
            this.positives[i] = positives[order[i]];
        }
    }

    double auroc() {
        return auroc(i -> 1);
    }

    /** How often an item, by its index in the original order, counts. */
    interface Weights {
        int of(int item);
    }

    double auroc(Weights weights) {
        double negativesBelow = 0;
        double positivesBelow = 0;
        double won = 0;
        int i = 0;
        while (i < scores.length) {
            double up = 0;
            double down = 0;
            double score = scores[i];
            for (; i < scores.length && scores[i] == score; i++) {
                int weight = weights.of(order[i]);
                up += positives[i] ? weight : 0;
                down += positives[i] ? 0 : weight;
            }
            won += up * (negativesBelow + down / 2);
            positivesBelow += up;
            negativesBelow += down;
        }
        double pairs = positivesBelow * negativesBelow;
        return pairs == 0 ? Double.NaN : won / pairs;
    }

    List<ReliabilityBin> bins(int count) {
        double[] shares = sharedLabels();
        List<ReliabilityBin> bins = new ArrayList<>();
        int from = 0;
        for (int b = 0; b < count; b++) {
            int to = from + scores.length / count + (b < scores.length % count ? 1 : 0);
            if (to > from) {
                bins.add(bin(shares, from, to));
            }
            from = to;
        }
        return List.copyOf(bins);
    }

    private ReliabilityBin bin(double[] shares, int from, int to) {
        double rewards = 0;
        double correct = 0;
        for (int i = from; i < to; i++) {
            rewards += scores[i];
            correct += shares[i];
        }
        int n = to - from;
        return new ReliabilityBin(scores[from], scores[to - 1], rewards / n, correct / n, n);
    }

    /** Each item's label as the share of positives among items of the same score. */
    private double[] sharedLabels() {
        double[] shares = new double[scores.length];
        int from = 0;
        while (from < scores.length) {
            int to = from;
            int up = 0;
            for (; to < scores.length && scores[to] == scores[from]; to++) {
                up += positives[to] ? 1 : 0;
            }
            java.util.Arrays.fill(shares, from, to, (double) up / (to - from));
            from = to;
        }
        return shares;
    }
}
