package org.stepwright.storage.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
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
 * that lie on the disk, and from a table that it holds already. One thread each, medians of three.
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
        System.out.println("steps\tours ms\tCOPY json ms\tCOPY table ms\tratios\tread ms\tMB");
        for (int steps : new int[] {10_000, 100_000, 1_000_000}) {
            measure(steps);
        }
    }

    private void measure(int steps) throws Exception {
        List<LabelledTrace> rows = rows(steps / STEPS);
        Path json = folder.resolve("rows.jsonl");
        write(LabelFiles.format("trl").writer().orElseThrow(), rows, json);
        Path ours = folder.resolve("ours.parquet");
        LabelWriter writer =
                ParquetWriter.of("trl", LabelFiles.format("trl").writer().orElseThrow());
        double[] own = new double[RUNS];
        double[] copied = new double[RUNS];
        double[] tables = new double[RUNS];
        double[] read = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            own[run] = millis(() -> write(writer, rows, ours));
            copied[run] = millis(() -> copy(json));
            tables[run] = table(json);
            read[run] = millis(() -> read(ours));
        }
        System.out.printf(
                Locale.ROOT,
                "%d\t%.0f\t%.0f\t%.0f\t%.2f / %.2f\t%.0f\t%.1f%n",
                steps,
                median(own),
                median(copied),
                median(tables),
                median(own) / median(copied),
                median(own) / median(tables),
                median(read),
                Files.size(ours) / 1e6);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double millis(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
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
    private double table(Path json) throws Exception {
        try (Connection db = open();
                Statement statement = db.createStatement()) {
            statement.execute("CREATE TABLE t AS SELECT * FROM " + rowsOf(json));
            return millis(() -> statement.execute("COPY t TO " + target()));
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
