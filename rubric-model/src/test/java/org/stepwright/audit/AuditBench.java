package org.stepwright.audit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.GroupedSplit;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.SplitRatios;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/**
 * How long the studies take and what they keep, from 10,000 to 100,000 traces of ten steps. Rows
 * are made one by one and never held. Run with {@code -Dtest.jvm.args=-Xmx512m} to see that they
 * get by with that.
 */
@Tag("bench")
class AuditBench {
    private static final SplitRatios RATIOS = new SplitRatios(0.8, 0.1, 0.1);

    /** What the rows are like. */
    private enum Shape {
        /** Four answers to each problem of 45 words; steps of 25 words. */
        USUAL(4, 45, 25, 0),
        /** Every problem is another. */
        DISTINCT(1, 45, 25, 0),
        /** A policy of 1,000 words in front of every problem. */
        POLICY(1, 45, 25, 1000),
        /** Steps of 150 words: a gigabyte of text in 100,000 traces. */
        LONG(4, 90, 150, 0);

        final int answers;
        final int problemWords;
        final int stepWords;
        final int policyWords;

        Shape(int answers, int problemWords, int stepWords, int policyWords) {
            this.answers = answers;
            this.problemWords = problemWords;
            this.stepWords = stepWords;
            this.policyWords = policyWords;
        }
    }

    private static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int w = 0; w < count; w++) {
            text.append('w').append((int) Math.pow(random.nextDouble() * 27, 3)).append(' ');
        }
        return text.toString();
    }

    private static void forRows(Shape shape, int traces, Consumer<AuditRow> sink) {
        String policy = words(new Random(1), shape.policyWords);
        for (int t = 0; t < traces; t++) {
            // one in twenty is a copy of the trace before
            Random random = new Random(t % 20 == 19 ? t - 1 : t);
            Random ofProblem = new Random(7919L * (t / shape.answers));
            String problem = policy + "\n\n" + words(ofProblem, shape.problemWords);
            String id = "trace-number-" + t;
            List<Step> steps = new ArrayList<>();
            List<StepLabel> labels = new ArrayList<>();
            for (int s = 0; s < 10; s++) {
                steps.add(Step.of(words(random, shape.stepWords)));
                Verdict verdict = random.nextInt(10) == 0 ? Verdict.WRONG : Verdict.CORRECT;
                labels.add(
                        StepLabel.verdict(
                                id, s, verdict, "p" + t % 5, Instant.EPOCH, LabelSource.HUMAN));
            }
            Map<String, String> split = Map.of(SplitOf.METADATA, t % 10 == 0 ? "test" : "train");
            Trace trace = new Trace(id, problem, steps, Outcome.UNKNOWN, null, split);
            sink.accept(new AuditRow(new LabelledTrace(trace, labels), ""));
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    /** Of the processor, so that other work on the machine does not count. */
    private static double seconds(Runnable work) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        work.run();
        return (thread.getCurrentThreadCpuTime() - start) / 1e9;
    }

    private static void measure(
            Shape shape, int traces, String what, Consumer<AuditRow> add, Supplier<Integer> end) {
        long before = used();
        double making = seconds(() -> forRows(shape, traces, row -> {}));
        double adding = seconds(() -> forRows(shape, traces, add)) - making;
        long kept = used() - before;
        int[] found = {0};
        double ending = seconds(() -> found[0] = end.get());
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %,d | %.1f s | %.1f s | %d MiB | %,d |%n",
                shape,
                what,
                traces,
                adding,
                ending,
                kept,
                found[0]);
    }

    @Test
    void studies() {
        System.out.printf(
                Locale.ROOT, "most heap %d MiB%n", Runtime.getRuntime().maxMemory() >> 20);
        System.out.println("| rows | study | traces | adding | findings | kept | found |");
        for (Shape shape : Shape.values()) {
            for (int traces : new int[] {10_000, 30_000, 100_000}) {
                DuplicateStudy duplicates = new DuplicateStudy(DuplicateOptions.DEFAULT);
                measure(
                        shape,
                        traces,
                        "duplicates",
                        duplicates::add,
                        () -> duplicates.findings().size());
                LeakStudy leaks = new LeakStudy(LeakOptions.DEFAULT);
                measure(shape, traces, "leaks", leaks::add, () -> leaks.findings().size());
                ConflictStudy conflicts = new ConflictStudy();
                measure(
                        shape,
                        traces,
                        "conflicts",
                        conflicts::add,
                        () -> conflicts.findings().size());
            }
        }
    }

    @Test
    void groupedSplit() {
        System.out.println("| rows | what | traces | adding | split | kept | parts |");
        for (Shape shape : List.of(Shape.USUAL, Shape.DISTINCT, Shape.POLICY)) {
            for (int traces : new int[] {10_000, 100_000}) {
                GroupedSplit.Builder split = new GroupedSplit.Builder(RATIOS, 1);
                measure(
                        shape,
                        traces,
                        "grouped split",
                        row -> split.add(row.labelled().trace().problems()),
                        () -> split.build().size());
            }
        }
    }
}
