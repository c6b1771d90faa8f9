package org.stepwright.storage;

import static org.stepwright.label.Verdict.WRONG;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a person waits for "saved": put until its future completes, with synchronous=FULL. */
@Tag("bench")
class LabelLatencyBench {
    private static final int LABELS = 2_000;

    @TempDir Path dir;

    @Test
    void durableCommit() {
        try (Workspace workspace = Workspace.create(dir.resolve("w"))) {
            workspace.traces().add(List.of(Samples.unlabelled("a", "0", "1", "2")));
            double[] millis = new double[LABELS];
            for (int i = 0; i < LABELS; i++) {
                long start = System.nanoTime();
                workspace.labels().put(Samples.label("a", i % 3, WRONG, "anna")).join();
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(millis);
            long start = System.nanoTime();
            List<CompletableFuture<?>> together = new ArrayList<>();
            for (int i = 0; i < LABELS; i++) {
                together.add(workspace.labels().put(Samples.label("a", i % 3, WRONG, "bert")));
            }
            together.forEach(CompletableFuture::join);
            System.out.printf(
                    Locale.ROOT,
                    "durable label: p50 %.2f ms, p99 %.2f ms over %d; queued together %.0f"
                            + " labels/s%n",
                    millis[LABELS / 2],
                    millis[LABELS * 99 / 100],
                    LABELS,
                    LABELS / ((System.nanoTime() - start) / 1e9));
        }
    }
}
