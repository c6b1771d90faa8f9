package org.stepwright.storage;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stepwright.label.QueueOrder;

/**
 * How long opening, filters, searching and counting take in a workspace of {@code scale.traces}
 * traces (100,000) in the folder {@code scale.dir}, which is made on the first run and kept.
 *
 * <p>{@code mvn test -pl storage -am -Pbench -Dtest=ScaleBench
 * -Dtest.jvm.args="-Dscale.dir=/tmp/scale -Dscale.traces=100000"}
 */
@Tag("bench")
class ScaleBench {
    private static final int RUNS = 9;

    /** Every key of filters, with values that most and that few traces have. */
    private static final List<String> FILTERS =
            List.of(
                    "",
                    "state:open",
                    "state:submitted",
                    "state:gave_up",
                    "labelled:yes",
                    "labelled:no",
                    "verdict:wrong",
                    "verdict:neutral",
                    "verdict:correct",
                    "annotator:bert",
                    "annotator:bert verdict:neutral",
                    "spark:yes",
                    "unsure:no",
                    "comment:yes",
                    "kind:arithmetic",
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
                    "text:nothing");

    private interface Reading {
        Object read();
    }

    @Test
    void openFilterAndCount() throws Exception {
        int traces = Integer.getInteger("scale.traces", 100_000);
        Path folder = Path.of(System.getProperty("scale.dir", "target/scale"));
        Path file = ScaleWorkspace.file(folder, traces);
        System.out.printf(Locale.ROOT, "scale: %,d traces, %,d bytes%n", traces, Files.size(file));
        time(
                "open",
                () -> {
                    try (Workspace workspace = Workspace.open(file)) {
                        return workspace
                                .traces()
                                .page(TraceFilter.ALL, QueueOrder.IMPORTED, "anna", 0, 200)
                                .size();
                    }
                });
        try (Workspace workspace = Workspace.open(file)) {
            time("counts", workspace::counts);
            for (String where : FILTERS) {
                TraceFilter filter = TraceFilter.parse(where);
                time(
                        "page  " + where,
                        () ->
                                workspace
                                        .traces()
                                        .page(filter, QueueOrder.IMPORTED, "anna", 0, 200)
                                        .size());
                time(
                        "ranked page  " + where,
                        () ->
                                workspace
                                        .traces()
                                        .page(filter, QueueOrder.UNCERTAIN, "anna", 0, 200)
                                        .size());
                time("count " + where, () -> workspace.traces().count(filter, "anna"));
            }
        }
    }

    private static void time(String what, Reading reading) {
        List<Double> millis = new ArrayList<>();
        long first = System.nanoTime();
        Object found = reading.read();
        double cold = (System.nanoTime() - first) / 1e6;
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        // What a crowded machine does not change.
        long cpu = -threads.getCurrentThreadCpuTime();
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            found = reading.read();
            millis.add((System.nanoTime() - start) / 1e6);
        }
        cpu += threads.getCurrentThreadCpuTime();
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "scale: %-40s CPU %6.1f ms; first %7.1f, median %7.1f, most %7.1f ms: %s%n",
                what,
                cpu / 1e6 / RUNS,
                cold,
                sorted[RUNS / 2],
                sorted[RUNS - 1],
                found);
    }
}
