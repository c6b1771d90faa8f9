package org.stepwright.storage;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.QueueOrder;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/**
 * How long queues and filters take with 100,000 traces, a million steps and 1.7 million labels: all
 * steps labelled by an import, half of the traces by anna, a fifth by bert, half of those by both;
 * all finished by zoe but the last. Every order is a shuffle, the worst case for the disk.
 */
@Tag("bench")
class QueueBench {
    private static final int TRACES = 100_000;
    private static final int CHUNK = 2_000;
    private static final int RUNS = 15;

    @TempDir Path dir;

    private final Random random = new Random(7);
    private Workspace workspace;

    @Test
    void queuesAndFilters() {
        try (Workspace built = Workspace.create(dir.resolve("w"))) {
            workspace = built;
            build();
            next();
            pages();
            ranking();
        }
    }

    private void build() {
        long start = System.nanoTime();
        for (int from = 0; from < TRACES; from += CHUNK) {
            List<LabelledTrace> rows = new ArrayList<>();
            for (int i = from; i < from + CHUNK; i++) {
                rows.add(row(i));
            }
            workspace.traces().add(rows);
        }
        finish("anna", 0, TRACES / 2);
        finish("bert", TRACES * 4 / 10, TRACES * 6 / 10);
        finish("zoe", 0, TRACES - 1);
        SearchIndex.catchUp(workspace.database());
        SlicePlaces.catchUp(workspace.database());
        rank(QueueOrder.UNCERTAIN);
        System.out.printf(
                Locale.ROOT, "queue: built in %.0f s%n", (System.nanoTime() - start) / 1e9);
    }

    private void finish(String who, int from, int to) {
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = from; i < to; i++) {
            all.add(workspace.labels().finish("t" + i, who, TraceState.SUBMITTED, ""));
        }
        all.forEach(CompletableFuture::join);
    }

    private void rank(QueueOrder order) {
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < TRACES; i++) {
            ranked.add(new Ranked("t" + i, i % 10 == 0));
        }
        Collections.shuffle(ranked, random);
        workspace.ranks().replace(order, "bench", ranked, Progress.NONE);
    }

    private LabelledTrace row(int i) {
        String id = "t" + i;
        List<Step> steps = new ArrayList<>();
        List<StepLabel> labels = new ArrayList<>();
        boolean anna = i < TRACES / 2;
        boolean bert = i >= TRACES * 4 / 10 && i < TRACES * 6 / 10;
        for (int s = 0; s < 10; s++) {
            steps.add(Step.of(words(20)));
            Verdict verdict = s == 7 && i % 3 == 0 ? Verdict.WRONG : Verdict.CORRECT;
            labels.add(label(id, s, verdict, "import:generic", LabelSource.IMPORTED));
            if (anna) {
                labels.add(label(id, s, verdict, "anna", LabelSource.HUMAN));
            }
            if (bert) {
                Verdict other = s == 7 && i % 20 == 0 ? Verdict.NEUTRAL : verdict;
                labels.add(label(id, s, other, "bert", LabelSource.HUMAN));
            }
        }
        Map<String, String> metadata =
                Map.of(Trace.SOURCE, "source" + i % 7, Trace.GENERATOR, "model" + i % 11);
        return new LabelledTrace(
                new Trace(id, words(40), steps, Outcome.WRONG, "42", metadata), labels);
    }

    private StepLabel label(String id, int s, Verdict verdict, String who, LabelSource source) {
        boolean human = source == LabelSource.HUMAN;
        return new StepLabel(
                id,
                s,
                0,
                verdict,
                List.of(),
                human && random.nextInt(100) == 0 ? List.of("arithmetic") : List.of(),
                human && random.nextInt(50) == 0,
                human && random.nextInt(50) == 0,
                human && random.nextInt(100) == 0 ? "a comment" : "",
                who,
                Samples.AT,
                "",
                source);
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            // Few words are frequent, many are rare, as in a language.
            int word = (int) Math.exp(random.nextDouble() * Math.log(20_000));
            text.append(Integer.toString(word * 7919, 36)).append(' ');
        }
        return text.toString();
    }

    private void next() {
        for (QueueOrder order : List.of(QueueOrder.IMPORTED, QueueOrder.UNCERTAIN)) {
            overlap(100);
            next("a new annotator, first", order, "carl", false);
            next("half finished, from anywhere", order, "anna", true);
            next("all but the last finished", order, "zoe", false);
            overlap(1);
            next("overlap 1, nothing left", order, "carl", false);
        }
        overlap(100);
    }

    private void overlap(int overlap) {
        workspace.project().save(ProjectSettings.DEFAULTS.withOverlap(overlap));
    }

    private void next(String what, QueueOrder order, String who, boolean anywhere) {
        time(
                "next, " + order + ", " + what,
                () ->
                        workspace
                                .traces()
                                .next(
                                        TraceFilter.ALL,
                                        order,
                                        who,
                                        anywhere ? "t" + random.nextInt(TRACES) : "")
                                .map(TraceSummary::id)
                                .orElse("none"));
    }

    private void pages() {
        for (String where :
                List.of(
                        "",
                        "state:open",
                        "state:submitted",
                        "labelled:yes",
                        "labelled:no",
                        "verdict:wrong",
                        "verdict:neutral",
                        "verdict:correct",
                        "annotator:bert verdict:neutral",
                        "spark:yes",
                        "unsure:no",
                        "comment:yes",
                        "kind:arithmetic",
                        "kind:unheard-of",
                        "disagree:yes",
                        "disagree:no",
                        "disagree:yes decided:no",
                        "decided:yes",
                        "gold:yes",
                        "slice:yes",
                        "slice:no state:open",
                        "generator:model3",
                        "generator:nobody",
                        "source:source3",
                        "text:" + Integer.toString(7919 * 3, 36),
                        "text:" + Integer.toString(7919 * 15_000, 36),
                        "text:nothing")) {
            TraceFilter filter = TraceFilter.parse(where);
            for (QueueOrder order : List.of(QueueOrder.IMPORTED, QueueOrder.UNCERTAIN)) {
                time(
                        "page, " + order + ", " + where,
                        () -> workspace.traces().page(filter, order, "anna", 0, 200).size());
            }
            time("count, " + where, () -> workspace.traces().count(filter, "anna"));
        }
        time(
                "page, UNCERTAIN, at 90,000",
                () ->
                        workspace
                                .traces()
                                .page(TraceFilter.ALL, QueueOrder.UNCERTAIN, "anna", 90_000, 200)
                                .size());
    }

    private interface Reading {
        Object read();
    }

    private static void time(String what, Reading reading) {
        double[] millis = new double[RUNS];
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Object found = reading.read();
        // What a crowded machine does not change.
        long cpu = -threads.getCurrentThreadCpuTime();
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            found = reading.read();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        cpu += threads.getCurrentThreadCpuTime();
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "queue: %-48s CPU %6.1f ms, median %6.1f ms, most %6.1f ms: %s%n",
                what,
                cpu / 1e6 / RUNS,
                millis[RUNS / 2],
                millis[RUNS - 1],
                found);
    }

    /** Labels one after the other while an order is replaced, against the same without. */
    private void ranking() {
        double[] alone = labels(3_000, null);
        Thread ranking = new Thread(() -> rank(QueueOrder.UNCERTAIN));
        long start = System.nanoTime();
        ranking.start();
        double[] beside = labels(Integer.MAX_VALUE, ranking);
        System.out.printf(
                Locale.ROOT,
                "queue: labels alone p50 %.2f p99 %.2f ms of %d; while 100,000 ranks are replaced"
                        + " in %.1f s p50 %.2f p99 %.2f most %.2f ms of %d%n",
                alone[alone.length / 2],
                alone[alone.length * 99 / 100],
                alone.length,
                (System.nanoTime() - start) / 1e9,
                beside[beside.length / 2],
                beside[beside.length * 99 / 100],
                beside[beside.length - 1],
                beside.length);
    }

    private double[] labels(int most, Thread until) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < most && (until == null || until.isAlive()); i++) {
            String id = "t" + random.nextInt(TRACES);
            long start = System.nanoTime();
            workspace.labels().put(Samples.label(id, i % 10, Verdict.WRONG, "dora")).join();
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
