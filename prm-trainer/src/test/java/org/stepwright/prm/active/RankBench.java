package org.stepwright.prm.active;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stepwright.label.QueueOrder;
import org.stepwright.prm.encode.Encoder;
import org.stepwright.trace.Outcome;
import org.stepwright.work.Progress;

/** How long 100,000 traces take to rank in memory; their vectors are at hand, not encoded. */
@Tag("bench")
class RankBench {
    private static final int TRACES = 100_000;
    private static final int STEPS = 10;
    private static final int ROUNDS = 3;

    @Test
    void ranksAHundredThousandTraces() {
        Random random = new Random(1);
        long start = System.nanoTime();
        List<RankInput> inputs = new ArrayList<>(TRACES);
        for (int i = 0; i < TRACES; i++) {
            inputs.add(input(i, random));
        }
        System.out.printf(
                Locale.ROOT,
                "doubt of %d traces with %d steps: %.0f ms%n",
                TRACES,
                TRACES * STEPS,
                (System.nanoTime() - start) / 1e6);
        for (QueueOrder order : QueueOrder.values()) {
            if (order != QueueOrder.IMPORTED) {
                System.out.printf(Locale.ROOT, "%s: %.0f ms%n", order, best(order, inputs));
            }
        }
    }

    private static double best(QueueOrder order, List<RankInput> inputs) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            new QueueRanker(0.1, round).rank(order, inputs, RankBench::vectors, Progress.NONE);
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        return best;
    }

    private static RankInput input(int i, Random random) {
        List<Double> rewards = new ArrayList<>(STEPS);
        for (int k = 0; k < STEPS; k++) {
            rewards.add(Math.sqrt(random.nextDouble()));
        }
        return new RankInput(
                "trace-" + i,
                random.nextDouble() < 0.1,
                Outcome.values()[random.nextInt(3)],
                (float) Doubt.of(rewards),
                random.nextFloat(),
                random.nextFloat(),
                random.nextInt(100) == 0);
    }

    private static float[][] vectors(List<String> ids, Progress progress) {
        float[][] vectors = new float[ids.size()][Encoder.DIMENSION];
        for (int i = 0; i < vectors.length; i++) {
            Random random = new Random(ids.get(i).hashCode());
            for (int k = 0; k < Encoder.DIMENSION; k++) {
                vectors[i][k] = (float) random.nextGaussian();
            }
        }
        return vectors;
    }
}
