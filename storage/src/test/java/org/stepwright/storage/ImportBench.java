package org.stepwright.storage;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/**
 * Import speed against a raw batched JDBC insert of the same rows, alternating in one run.
 *
 * <p>The peer writes the same traces, steps and labels into plain tables with the same columns and
 * indexes through one connection with the same pragmas and the same transaction size. It has no
 * digests, no look-up of known ids and no label history: those are what the workspace adds. The
 * search index is filled after an import, while nothing else is to do; a second number includes it.
 */
@Tag("bench")
class ImportBench {
    private static final int TRACES = 20_000;
    private static final int CHUNK = 2_000;
    private static final int ROUNDS = 5;

    private static final String PLAIN_TABLES =
            """
            CREATE TABLE trace (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
              problem TEXT NOT NULL, outcome TEXT NOT NULL, reference TEXT, metadata TEXT NOT NULL,
              source TEXT NOT NULL, generator TEXT NOT NULL, step_count INTEGER NOT NULL) STRICT;
            CREATE INDEX trace_by_source ON trace (source);
            CREATE TABLE step (trace INTEGER NOT NULL REFERENCES trace (seq),
              position INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
              context TEXT NOT NULL, alternatives TEXT, PRIMARY KEY (trace, position))
              STRICT, WITHOUT ROWID;
            CREATE TABLE label (trace INTEGER NOT NULL REFERENCES trace (seq),
              step INTEGER NOT NULL, candidate INTEGER NOT NULL, annotator TEXT NOT NULL,
              verdict TEXT, ratings TEXT, error_kinds TEXT, spark INTEGER NOT NULL,
              unsure INTEGER NOT NULL, comment TEXT NOT NULL, rubric_version TEXT NOT NULL,
              source TEXT, labelled_at TEXT, PRIMARY KEY (trace, step, candidate, annotator))
              STRICT, WITHOUT ROWID
            """;

    @TempDir Path dir;

    /** Wall and CPU seconds until stored, and until searchable. */
    private record Times(double wall, double cpu, double searchWall, double searchCpu) {}

    @Test
    void importAgainstRawInsert() throws SQLException {
        List<LabelledTrace> rows = rows();
        long steps = rows.stream().mapToLong(r -> r.trace().steps().size()).sum();
        List<Times> ours = new ArrayList<>();
        List<Times> raw = new ArrayList<>();
        // The first round warms up and does not count.
        for (int round = 0; round <= ROUNDS; round++) {
            ours.add(workspace(rows, dir.resolve("w" + round)));
            raw.add(plain(rows, dir.resolve("p" + round)));
        }
        System.out.printf(
                Locale.ROOT,
                "import: %d traces, %d steps, medians of %d rounds: workspace %.0f steps/s, raw"
                        + " batched insert %.0f steps/s%n",
                TRACES,
                steps,
                ROUNDS,
                steps / median(ours, Times::wall),
                steps / median(raw, Times::wall));
        System.out.printf(
                Locale.ROOT,
                "import speed over raw speed: stored %.2f by the clock, %.2f by CPU time;"
                        + " searchable %.2f by the clock, %.2f by CPU time%n",
                median(raw, Times::wall) / median(ours, Times::wall),
                median(raw, Times::cpu) / median(ours, Times::cpu),
                median(raw, Times::wall) / median(ours, Times::searchWall),
                median(raw, Times::cpu) / median(ours, Times::searchCpu));
    }

    private static double median(List<Times> rounds, ToDoubleFunction<Times> value) {
        double[] sorted = rounds.stream().skip(1).mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** CPU seconds of all threads: what a crowded machine does not change. */
    private static double cpu() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return LongStream.of(threads.getAllThreadIds())
                        .map(threads::getThreadCpuTime)
                        .filter(nanos -> nanos > 0)
                        .sum()
                / 1e9;
    }

    private static Times workspace(List<LabelledTrace> rows, Path file) {
        try (Workspace workspace = Workspace.create(file)) {
            double cpu = cpu();
            long start = System.nanoTime();
            for (int i = 0; i < rows.size(); i += CHUNK) {
                workspace.traces().add(rows.subList(i, Math.min(rows.size(), i + CHUNK)));
            }
            double stored = (System.nanoTime() - start) / 1e9;
            double storedCpu = cpu() - cpu;
            SearchIndex.catchUp(workspace.database());
            return new Times(stored, storedCpu, (System.nanoTime() - start) / 1e9, cpu() - cpu);
        }
    }

    private static Times plain(List<LabelledTrace> rows, Path file) throws SQLException {
        try (Connection connection = Pragmas.writer(file).getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("PRAGMA synchronous = NORMAL");
                for (String table : PLAIN_TABLES.split(";")) {
                    statement.executeUpdate(table);
                }
            }
            double cpu = cpu();
            long start = System.nanoTime();
            for (int i = 0; i < rows.size(); i += CHUNK) {
                connection.setAutoCommit(false);
                insert(connection, rows.subList(i, Math.min(rows.size(), i + CHUNK)), i);
                connection.setAutoCommit(true);
            }
            double wall = (System.nanoTime() - start) / 1e9;
            return new Times(wall, cpu() - cpu, wall, cpu() - cpu);
        }
    }

    private static void insert(Connection connection, List<LabelledTrace> rows, int from)
            throws SQLException {
        try (PreparedStatement traces =
                        connection.prepareStatement(
                                "INSERT INTO trace VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement steps =
                        connection.prepareStatement("INSERT INTO step VALUES (?, ?, ?, ?, ?, ?)");
                PreparedStatement labels =
                        connection.prepareStatement(
                                "INSERT INTO label VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                                        + " ?)")) {
            for (int i = 0; i < rows.size(); i++) {
                bind(rows.get(i), from + i + 1, traces, steps, labels);
            }
            traces.executeBatch();
            steps.executeBatch();
            labels.executeBatch();
        }
    }

    private static void bind(
            LabelledTrace row,
            long seq,
            PreparedStatement traces,
            PreparedStatement steps,
            PreparedStatement labels)
            throws SQLException {
        Trace trace = row.trace();
        traces.setLong(1, seq);
        traces.setString(2, trace.id());
        traces.setString(3, trace.problem());
        traces.setString(4, trace.outcome().name());
        traces.setString(5, trace.reference());
        traces.setString(6, Json.write(trace.metadata()));
        traces.setString(7, trace.source().orElse(""));
        traces.setString(8, trace.generator().orElse(""));
        traces.setInt(9, trace.steps().size());
        traces.addBatch();
        for (int i = 0; i < trace.steps().size(); i++) {
            Step step = trace.steps().get(i);
            steps.setLong(1, seq);
            steps.setInt(2, i);
            steps.setString(3, step.kind().name());
            steps.setString(4, step.text());
            steps.setString(5, step.context());
            steps.setString(6, Json.writeUnlessEmpty(step.alternatives()));
            steps.addBatch();
        }
        for (StepLabel label : row.labels()) {
            labels.setLong(1, seq);
            labels.setInt(2, label.step());
            labels.setInt(3, label.candidate());
            labels.setString(4, label.annotator());
            labels.setString(5, label.verdict().name());
            labels.setString(6, Json.writeUnlessEmpty(label.ratings()));
            labels.setString(7, Json.writeUnlessEmpty(label.errorKinds()));
            labels.setInt(8, label.spark() ? 1 : 0);
            labels.setInt(9, label.unsure() ? 1 : 0);
            labels.setString(10, label.comment());
            labels.setString(11, label.rubricVersion());
            labels.setString(12, label.source().name());
            labels.setString(13, label.at().toString());
            labels.addBatch();
        }
    }

    /** About the shape of PRM800K: 8 steps of 20 words a trace, each labelled. */
    private static List<LabelledTrace> rows() {
        Random random = new Random(7);
        List<LabelledTrace> rows = new ArrayList<>();
        for (int i = 0; i < TRACES; i++) {
            String id = "t" + i;
            List<Step> steps = new ArrayList<>();
            List<StepLabel> labels = new ArrayList<>();
            for (int s = 0; s < 8; s++) {
                steps.add(Step.of(words(random, 20)));
                labels.add(
                        StepLabel.verdict(
                                id,
                                s,
                                s == 7 ? Verdict.WRONG : Verdict.CORRECT,
                                "import:generic",
                                Samples.AT,
                                LabelSource.IMPORTED));
            }
            rows.add(
                    new LabelledTrace(
                            new Trace(
                                    id,
                                    words(random, 40),
                                    steps,
                                    Outcome.WRONG,
                                    "42",
                                    Map.of(Trace.SOURCE, "generic", Trace.GENERATOR, "model")),
                            labels));
        }
        return rows;
    }

    private static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            // Few words are frequent, many are rare, as in a language.
            int word = (int) Math.exp(random.nextDouble() * Math.log(20_000));
            text.append(Integer.toString(word * 7919, 36)).append(i % 9 == 8 ? ". " : " ");
        }
        return text.toString();
    }
}
