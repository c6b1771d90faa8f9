package org.stepwright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.score.Aggregation;
import org.stepwright.score.TraceScore;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/**
 * Ranking 100,000 traces with a million steps on the command line, in a process of its own whose
 * heap is bounded. One trace in a hundred is labelled, all have a score.
 */
@Tag("bench")
class RankingBench {
    private static final int TRACES = 100_000;
    private static final int STEPS = 10;
    private static final int CHUNK = 2_000;
    private static final String HEAP = System.getProperty("ranking.heap", "320m");
    private static final String[] THINGS = {"apples", "votes", "metres", "seats", "coins", "hours"};

    @TempDir Path folder;

    @Test
    void ranksAMillionStepsWithLittleMemory() throws Exception {
        Path file = folder.resolve("big.stepwright");
        fill(file);
        for (String order :
                List.of("random", "uncertain", "convincing-wrong", "disagreement", "learning")) {
            long start = System.nanoTime();
            int code = rank(file, order);
            System.out.printf(
                    Locale.ROOT,
                    "rank --order %s, %d traces, %d steps, -Xmx%s: exit %d after %.1f s%n",
                    order,
                    TRACES,
                    TRACES * STEPS,
                    HEAP,
                    code,
                    (System.nanoTime() - start) / 1e9);
        }
    }

    private static int rank(Path file, String order) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.stepwright.app.Main",
                        "rank",
                        "--workspace",
                        file.toString(),
                        "--order",
                        order)
                .redirectErrorStream(true)
                .redirectOutput(file.resolveSibling(order + ".log").toFile())
                .start()
                .waitFor();
    }

    private static void fill(Path file) {
        Random random = new Random(1);
        try (Workspace workspace = Workspace.create(file)) {
            for (int from = 0; from < TRACES; from += CHUNK) {
                List<LabelledTrace> rows = new ArrayList<>();
                List<TraceScore> scores = new ArrayList<>();
                for (int i = from; i < from + CHUNK; i++) {
                    rows.add(row(i, random));
                    scores.add(score(i, random));
                }
                workspace.traces().add(rows);
                workspace.scores().saveAll("r", scores, Instant.EPOCH);
            }
        }
    }

    private static LabelledTrace row(int i, Random random) {
        String id = "trace-" + i;
        List<Step> steps = new ArrayList<>();
        for (int k = 0; k < STEPS; k++) {
            steps.add(
                    Step.of(
                            "We count "
                                    + random.nextInt(10_000)
                                    + " "
                                    + THINGS[random.nextInt(THINGS.length)]
                                    + ", so with the "
                                    + random.nextInt(100)
                                    + " from before the total grows."));
        }
        Trace trace =
                new Trace(
                        id,
                        "How many are there in case " + i + "?",
                        steps,
                        Outcome.values()[random.nextInt(3)],
                        null,
                        Map.of());
        if (i % 100 != 0) {
            return new LabelledTrace(trace, List.of());
        }
        return new LabelledTrace(
                trace,
                List.of(
                        StepLabel.verdict(
                                id, 0, Verdict.CORRECT, "ada", Instant.EPOCH, LabelSource.HUMAN),
                        StepLabel.verdict(
                                id, 0, Verdict.WRONG, "bo", Instant.EPOCH, LabelSource.HUMAN)));
    }

    private static TraceScore score(int i, Random random) {
        List<Double> rewards = new ArrayList<>();
        for (int k = 0; k < STEPS; k++) {
            rewards.add(Math.sqrt(random.nextDouble()));
        }
        return new TraceScore(
                "trace-" + i,
                rewards,
                Aggregation.MIN.aggregate(rewards),
                Aggregation.MIN,
                -1,
                "m",
                "");
    }
}
