package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/**
 * How long a merge takes where two machines labelled the same 100,000 traces: 500,000 events each,
 * in batches of one, five and a thousand, a tenth of the steps by the same person on both.
 */
@Tag("bench")
class MergeBench {
    private static final int TRACES = 100_000;
    private static final int STEPS = 10;
    private static final int EVENTS = 500_000;
    private static final int CHUNK = 2_000;

    @TempDir Path dir;

    @Test
    void aMillionEvents() throws Exception {
        Path first = dir.resolve("first");
        try (Workspace workspace = Workspace.create(first)) {
            for (int from = 0; from < TRACES; from += CHUNK) {
                workspace.traces().add(traces(from));
            }
            workspace.backup(dir.resolve("second"));
        }
        try (Workspace here = Workspace.open(first);
                Workspace there = Workspace.open(dir.resolve("second"))) {
            label(here, "anna", 0);
            label(there, "bert", 1);
            label(there, "anna", 1);
            long events = here.counts().events() + there.counts().events();
            System.gc();
            long[] most = {0};
            long start = System.nanoTime();
            MergeReport report =
                    here.merge(
                            there.file(),
                            new Progress() {
                                @Override
                                public void report(long done, long total, String message) {
                                    Runtime jvm = Runtime.getRuntime();
                                    most[0] =
                                            Math.max(most[0], jvm.totalMemory() - jvm.freeMemory());
                                    System.out.printf(
                                            Locale.ROOT,
                                            "%6.1f s %s %d/%d%n",
                                            (System.nanoTime() - start) / 1e9,
                                            message,
                                            done,
                                            total);
                                }

                                @Override
                                public boolean isCancelled() {
                                    return false;
                                }
                            });
            double seconds = (System.nanoTime() - start) / 1e9;
            long again = System.nanoTime();
            assertThat(here.merge(there.file(), Progress.NONE).batchesAdded()).isZero();
            double idle = (System.nanoTime() - again) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "merge: %d events in both, %d batches came, %d labels changed, %d conflicts:"
                            + " %.1f s; again %.1f s; at most %d MB of memory; file %d MB%n",
                    events,
                    report.batchesAdded(),
                    report.labelsChanged(),
                    report.conflictsInAll(),
                    seconds,
                    idle,
                    most[0] >> 20,
                    Files.size(first) >> 20);
            assertThat(here.counts().events()).isGreaterThanOrEqualTo(events);
            assertThat(here.check().problems()).isEmpty();
        }
    }

    /** Half of it a label at a time, the rest in groups of five and of a thousand. */
    private static void label(Workspace workspace, String who, int seed) {
        int size = seed == 0 ? EVENTS : EVENTS / 2;
        List<StepLabel> group = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int at = i * (seed + 1) % (TRACES * STEPS);
            group.add(
                    Samples.label(
                            "t" + at / STEPS, at % STEPS, Verdict.values()[(i + seed) % 3], who));
            int wanted = i % 10 < 5 ? 1 : i < size / 2 ? 5 : 1000;
            if (group.size() >= wanted) {
                workspace.labels().putAll(group);
                group.clear();
            }
        }
        if (!group.isEmpty()) {
            workspace.labels().putAll(group);
        }
        workspace.labels().undo("nobody").join();
    }

    private static List<LabelledTrace> traces(int from) {
        List<LabelledTrace> rows = new ArrayList<>();
        for (int i = from; i < from + CHUNK; i++) {
            List<String> steps = new ArrayList<>();
            for (int s = 0; s < STEPS; s++) {
                steps.add("So step " + s + " of trace " + i + " gives " + (i * 7 + s) + ".");
            }
            rows.add(new LabelledTrace(Trace.of("t" + i, "Problem " + i, steps), List.of()));
        }
        return rows;
    }
}
