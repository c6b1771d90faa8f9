package org.stepwright.storage.format;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/**
 * Writing traces as Parquet, beside what DuckDB's own COPY takes for the same rows: from JSON lines
 * that lie on the disk (which have to be written first), and from a table that it holds already.
 * One thread each, medians of three. Processor time of the whole process stands beside the clock:
 * on a busy machine only the former can be compared.
 */
@Tag("bench")
class ParquetBench {
    private static final LabelWriter.RowFacts FACTS =
            new LabelWriter.RowFacts("train", NeutralPolicy.WRONG);
    private static final int STEPS = 10;
    private static final int RUNS = 3;

    @TempDir Path folder;

    @Test
    void writingAgainstCopy() throws Exception {
        System.out.println("wall / processor ms; ratios of processor time; warm-up first");
        System.out.println(
                "steps\tours\tlines\tCOPY json\tCOPY table\tours/(lines + json), ours/json,"
                        + " ours/table\tread\tMB");
        int most = Integer.getInteger("parquet.bench.steps", 1_000_000);
        measure(20_000);
        for (int steps : new int[] {10_000, 100_000, 1_000_000}) {
            if (steps <= most) {
                System.out.println(measure(steps));
            }
        }
    }

    /** Times in milliseconds: by the clock, and of the processor. */
    private record Times(double wall, double processor) {
        static Times of(Work work) throws Exception {
            long start = System.nanoTime();
            long used = used();
            work.run();
            return new Times((System.nanoTime() - start) / 1e6, (used() - used) / 1e6);
        }

        private static long used() {
            return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                    .getProcessCpuTime();
        }

        static Times median(List<Times> all) {
            return all.stream()
                    .sorted(Comparator.comparingDouble(Times::processor))
                    .toList()
                    .get(all.size() / 2);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f / %.0f", wall, processor);
        }
    }

    private String measure(int steps) throws Exception {
        List<LabelledTrace> rows = rows(steps / STEPS);
        Path json = folder.resolve("rows.jsonl");
        write(LabelFiles.format("trl").writer().orElseThrow(), rows, json);
        Path ours = folder.resolve("ours.parquet");
        LabelWriter writer =
                ParquetWriter.of("trl", LabelFiles.format("trl").writer().orElseThrow());
        List<Times> own = new ArrayList<>();
        List<Times> lines = new ArrayList<>();
        List<Times> copied = new ArrayList<>();
        List<Times> tables = new ArrayList<>();
        List<Times> read = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            own.add(Times.of(() -> write(writer, rows, ours)));
            lines.add(
                    Times.of(
                            () ->
                                    write(
                                            LabelFiles.format("trl").writer().orElseThrow(),
                                            rows,
                                            json)));
            copied.add(Times.of(() -> copy(json)));
            tables.add(table(json));
            read.add(Times.of(() -> read(ours)));
        }
        double mine = Times.median(own).processor();
        double written = Times.median(lines).processor();
        return String.format(
                Locale.ROOT,
                "%d\t%s\t%s\t%s\t%s\t%.2f, %.2f, %.2f\t%s\t%.1f",
                steps,
                Times.median(own),
                Times.median(lines),
                Times.median(copied),
                Times.median(tables),
                mine / (written + Times.median(copied).processor()),
                mine / Times.median(copied).processor(),
                mine / Times.median(tables).processor(),
                Times.median(read),
                Files.size(ours) / 1e6);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void write(LabelWriter writer, List<LabelledTrace> rows, Path file)
            throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        try (LabelWriter.Rows open = writer.open(out)) {
            for (LabelledTrace row : rows) {
                open.write(row, FACTS);
            }
        }
    }

    private static void read(Path file) {
        long[] seen = {0};
        LabelFiles.read(
                file,
                "trl",
                new RowSink() {
                    @Override
                    public void accept(long line, LabelledTrace row) {
                        seen[0]++;
                    }

                    @Override
                    public void reject(long line, String reason) {
                        throw new AssertionError(reason);
                    }
                },
                Progress.NONE);
    }

    private Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("threads", "1");
        properties.setProperty("memory_limit", "192MiB");
        Connection db = DriverManager.getConnection("jdbc:duckdb:", properties);
        try (Statement statement = db.createStatement()) {
            statement.execute("SET temp_directory='" + folder.resolve("tmp") + "'");
        }
        return db;
    }

    private static String rowsOf(Path json) {
        return "read_json('"
                + json
                + "', format='newline_delimited', columns={id: 'VARCHAR', prompt: 'VARCHAR',"
                + " completions: 'VARCHAR[]', labels: 'BOOLEAN[]', rubric_version: 'VARCHAR',"
                + " label_source: 'VARCHAR', split: 'VARCHAR'})";
    }

    private String target() {
        return "'" + folder.resolve("copied.parquet") + "' (FORMAT parquet, ROW_GROUP_SIZE 8192)";
    }

    private void copy(Path json) throws SQLException {
        try (Connection db = open();
                Statement statement = db.createStatement()) {
            statement.execute("COPY (SELECT * FROM " + rowsOf(json) + ") TO " + target());
        }
    }

    /** Only the COPY is measured, not how the table came to be. */
    private Times table(Path json) throws Exception {
        try (Connection db = open();
                Statement statement = db.createStatement()) {
            statement.execute("CREATE TABLE t AS SELECT * FROM " + rowsOf(json));
            return Times.of(() -> statement.execute("COPY t TO " + target()));
        }
    }

    private static List<LabelledTrace> rows(int traces) {
        Random random = new Random(11);
        String[] words = new String[3000];
        for (int i = 0; i < words.length; i++) {
            StringBuilder word = new StringBuilder();
            for (int k = 0; k < 2 + random.nextInt(8); k++) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            words[i] = word.toString();
        }
        List<LabelledTrace> rows = new ArrayList<>(traces);
        for (int i = 0; i < traces; i++) {
            String id = "trace-" + i;
            List<Step> steps = new ArrayList<>(STEPS);
            List<StepLabel> labels = new ArrayList<>(STEPS);
            Verdicts verdicts = Verdicts.imported(id, "trl");
            for (int step = 0; step < STEPS; step++) {
                steps.add(Step.of(text(words, random, 12)));
                labels.add(
                        verdicts.of(step, random.nextInt(5) > 0 ? Verdict.CORRECT : Verdict.WRONG));
            }
            Trace trace =
                    new Trace(
                            id,
                            text(words, random, 25),
                            steps,
                            Outcome.UNKNOWN,
                            null,
                            Map.of(Trace.SOURCE, "bench"));
            rows.add(new LabelledTrace(trace, labels));
        }
        return rows;
    }

    private static String text(String[] words, Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(words[random.nextInt(words.length)]).append(' ');
        }
        return text.toString();
    }
}
