package org.stepwright.prm.eval;

import java.util.List;
import java.util.TreeMap;

/**
 * Every threshold at once. A trace is judged right for the thresholds of one range, open below and
 * closed above: a right trace up to its lowest reward; a wrong trace from just over the reward of
 * its first error up to the lowest reward before that. So F1 changes only at the ends of these
 * ranges, and one sweep over the sorted ends sees all there is.
 */
final class ThresholdSweep {
    /** How many traces more (or fewer) are judged right once the threshold exceeds an end. */
    private static final class Change {
        int wrong;
        int right;
    }

    private final TreeMap<Double, Change> changes = new TreeMap<>();
    private int wrong;
    private int right;
    private int rightPassedAtZero;

    private ThresholdSweep() {}

    static ThresholdSweep of(List<List<Double>> rewards, List<Integer> golds) {
        ThresholdSweep sweep = new ThresholdSweep();
        for (int i = 0; i < golds.size(); i++) {
            sweep.add(rewards.get(i), golds.get(i));
        }
        return sweep;
    }

    private void add(List<Double> rewards, int gold) {
        if (gold < -1 || gold >= rewards.size()) {
            throw new IllegalArgumentException("A first error is a step or -1.");
        }
        if (rewards.stream().anyMatch(r -> !(r >= 0 && r <= 1))) {
            throw new IllegalArgumentException("Rewards lie in [0, 1].");
        }
        double lowestBefore = Double.POSITIVE_INFINITY;
        for (int i = 0; i < (gold < 0 ? rewards.size() : gold); i++) {
            lowestBefore = Math.min(lowestBefore, rewards.get(i) + 0.0);
        }
        if (gold < 0) {
            right++;
            rightPassedAtZero++;
            at(lowestBefore).right--;
        } else {
            wrong++;
            double error = rewards.get(gold) + 0.0;
            if (error < lowestBefore) {
                at(error).wrong++;
                at(lowestBefore).wrong--;
            }
        }
    }

    private Change at(double end) {
        return changes.computeIfAbsent(end, e -> new Change());
    }

    /**
     * @return the middle of the widest range of thresholds in [0, 1] with the highest F1
     */
    double best() {
        if (wrong + right == 0) {
            return 0.5;
        }
        int found = 0;
        int passed = rightPassedAtZero;
        double low = 0;
        double bestThreshold = 0;
        double bestValue = -1;
        double bestWidth = -1;
        for (var entry : changes.entrySet()) {
            if (low >= 1) {
                break;
            }
            double high = Math.min(1, entry.getKey());
            double value = value(found, passed);
            if (value > bestValue || (value == bestValue && high - low > bestWidth)) {
                bestValue = value;
                bestWidth = high - low;
                bestThreshold = between(low, high);
            }
            found += entry.getValue().wrong;
            passed += entry.getValue().right;
            low = high;
        }
        // Past the last end: only there when every end is under 1.
        if (low < 1 && value(found, passed) > bestValue) {
            bestThreshold = between(low, 1);
        }
        return bestThreshold;
    }

    private double value(int found, int passed) {
        if (right == 0) {
            return (double) found / wrong;
        }
        if (wrong == 0) {
            return (double) passed / right;
        }
        return Metrics.harmonicMean((double) found / wrong, (double) passed / right);
    }

    /** The middle; the upper end when rounding takes the middle down to the lower one. */
    private static double between(double low, double high) {
        double middle = low + (high - low) / 2;
        return middle > low ? middle : high;
    }
}
