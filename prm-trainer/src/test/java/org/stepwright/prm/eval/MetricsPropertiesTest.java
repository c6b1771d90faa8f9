package org.stepwright.prm.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MetricsPropertiesTest {
    /** Rewards on a coarse grid, so that ties are common. */
    private static double reward(int raw) {
        return raw / 8.0;
    }

    private static double[] rewards(List<Integer> raw) {
        return raw.stream().mapToDouble(r -> reward(Math.abs(r >> 1) % 9)).toArray();
    }

    private static boolean[] labels(List<Integer> raw) {
        boolean[] labels = new boolean[raw.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (raw.get(i) & 1) == 1;
        }
        return labels;
    }

    @Property
    void negatedScoresMirrorTheCurve(@ForAll @Size(min = 1, max = 40) List<Integer> raw) {
        double[] scores = rewards(raw);
        double[] negated = Arrays.stream(scores).map(s -> -s).toArray();

        double area = Metrics.auroc(scores, labels(raw));

        double mirrored = Metrics.auroc(negated, labels(raw));
        if (Double.isNaN(area)) {
            assertThat(mirrored).isNaN();
        } else {
            assertThat(mirrored).isCloseTo(1 - area, within(1e-12));
        }
    }

    @Property
    void areaIsTheShareOfPairsWon(@ForAll @Size(min = 1, max = 30) List<Integer> raw) {
        double[] scores = rewards(raw);
        boolean[] labels = labels(raw);
        double won = 0;
        double pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (labels[i] && !labels[j]) {
                    pairs++;
                    won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        double area = Metrics.auroc(scores, labels);
        if (pairs == 0) {
            assertThat(area).isNaN();
        } else {
            assertThat(area).isCloseTo(won / pairs, within(1e-12));
        }
    }

    @Property
    void orderDoesNotMatter(@ForAll @Size(min = 1, max = 60) List<Integer> raw, @ForAll long seed) {
        List<Integer> shuffled = new ArrayList<>(raw);
        Collections.shuffle(shuffled, new Random(seed));

        assertSame(Metrics::auroc, raw, shuffled);
        assertSame(Metrics::ece, raw, shuffled);
        assertSame(Metrics::brier, raw, shuffled);
        assertSame(Temperature::fit, raw, shuffled);
    }

    private interface Metric {
        double of(double[] rewards, boolean[] labels);
    }

    private static void assertSame(Metric metric, List<Integer> a, List<Integer> b) {
        double first = metric.of(rewards(a), labels(a));
        double second = metric.of(rewards(b), labels(b));
        if (Double.isNaN(first)) {
            assertThat(second).isNaN();
        } else {
            assertThat(second).isCloseTo(first, within(1e-9));
        }
    }

    @Property
    void noThresholdBeatsTheBest(
            @ForAll @Size(min = 1, max = 8)
                    List<@Size(max = 5) List<@IntRange(max = 8) Integer>> traces,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<List<Double>> rewards =
                traces.stream()
                        .map(t -> t.stream().map(MetricsPropertiesTest::reward).toList())
                        .toList();
        List<Integer> golds = rewards.stream().map(r -> random.nextInt(r.size() + 1) - 1).toList();
        double best = Metrics.bestF1Threshold(rewards, golds);

        assertThat(best).isBetween(0.0, 1.0);
        double reached = quality(rewards, golds, best);
        for (double threshold : candidates(rewards)) {
            assertThat(reached)
                    .as("threshold %s", threshold)
                    .isGreaterThanOrEqualTo(quality(rewards, golds, threshold) - 1e-12);
        }
    }

    /** Every score, every middle between neighbours, and both ends. */
    private static TreeSet<Double> candidates(List<List<Double>> rewards) {
        TreeSet<Double> scores = new TreeSet<>(List.of(0.0, 1.0));
        rewards.forEach(scores::addAll);
        TreeSet<Double> all = new TreeSet<>(scores);
        Double before = null;
        for (double score : scores) {
            if (before != null) {
                all.add((before + score) / 2);
            }
            before = score;
        }
        return all;
    }

    private static double quality(
            List<List<Double>> rewards, List<Integer> golds, double threshold) {
        FirstErrorAccuracy accuracy = Metrics.firstErrors(rewards, golds, threshold);
        if (accuracy.right() == 0) {
            return accuracy.errorAccuracy();
        }
        return accuracy.wrong() == 0 ? accuracy.correctAccuracy() : accuracy.f1();
    }

    @Property
    void temperatureKeepsTheOrder(
            @ForAll @Size(min = 2, max = 30) List<Integer> raw,
            @ForAll @IntRange(min = 1, max = 60) int tenths) {
        double[] before = rewards(raw);
        double[] after =
                Arrays.stream(before).map(r -> Temperature.scale(r, tenths / 10.0)).toArray();

        assertThat(Arrays.stream(after).boxed()).allMatch(r -> r >= 0 && r <= 1);
        for (int i = 1; i < before.length; i++) {
            assertThat(Double.compare(after[i - 1], after[i]))
                    .isEqualTo(Double.compare(before[i - 1], before[i]));
        }
    }
}
