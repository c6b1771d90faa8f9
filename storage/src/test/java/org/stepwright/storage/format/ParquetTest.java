package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.export.Container;
import org.stepwright.storage.export.ExportOptions;
import org.stepwright.storage.export.Exporter;
import org.stepwright.trace.Trace;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** Parquet files hold the rows of any format, and hostile ones end in a sentence. */
class ParquetTest {
    private static final LabelWriter.RowFacts FACTS =
            new LabelWriter.RowFacts("train", NeutralPolicy.WRONG);
    private static final String TRL_ROW =
            "SELECT '2 + 2?' AS prompt, ['2 + 2 = 4.', 'So 5.'] AS completions, [true, false] AS"
                    + " labels";

    @TempDir Path folder;

    static byte[] write(String format, List<LabelledTrace> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LabelWriter writer =
                ParquetWriter.of(format, LabelFiles.format(format).writer().orElseThrow());
        try (LabelWriter.Rows open = writer.open(out)) {
            for (LabelledTrace row : rows) {
                assertThat(open.write(row, FACTS).skipped()).isEmpty();
            }
        }
        return out.toByteArray();
    }

    /** A file as strangers write it. */
    private static void make(Path file, String select, String options) {
        String path = file.toString().replace("'", "''");
        try (Connection db = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = db.createStatement()) {
            statement.execute(
                    "COPY (" + select + ") TO '" + path + "' (FORMAT parquet" + options + ")");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Reading read(Path file) {
        Reading reading = new Reading();
        LabelFiles.read(file, LabelFiles.AUTO, reading, Progress.NONE);
        return reading;
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void whatTrlCanHoldComesBackFromParquet(@ForAll("booleans") List<LabelledTrace> rows)
            throws IOException {
        Path file = Files.createTempFile("stepwright-test", ".parquet");
        try {
            Files.write(file, write("trl", rows));
            Reading reading = read(file);
            assertThat(reading.rejects).isEmpty();
            assertThat(reading.rows).isEqualTo(rows);
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<List<LabelledTrace>> booleans() {
        Arbitrary<List<String>> steps = Samples.texts().list().ofMinSize(1).ofMaxSize(6);
        Arbitrary<LabelledTrace> one =
                Combinators.combine(Samples.names(), Samples.texts(), steps, Arbitraries.longs())
                        .as(ParquetTest::labelled);
        return one.list().ofMaxSize(5).uniqueElements(r -> r.trace().id());
    }

    private static LabelledTrace labelled(
            String id, String problem, List<String> steps, long seed) {
        Trace plain = Trace.of(id, problem, steps);
        Trace trace =
                new Trace(
                        id,
                        problem,
                        plain.steps(),
                        plain.outcome(),
                        null,
                        java.util.Map.of(Trace.SOURCE, "trl"));
        Random random = new Random(seed);
        Verdicts verdicts = Verdicts.imported(id, "trl");
        List<StepLabel> labels =
                java.util.stream.IntStream.range(0, steps.size())
                        .mapToObj(
                                i ->
                                        verdicts.of(
                                                i,
                                                random.nextBoolean()
                                                        ? Verdict.CORRECT
                                                        : Verdict.WRONG))
                        .toList();
        return new LabelledTrace(trace, labels);
    }

    @Test
    void everyFormatWithColumnsIsWrittenAndFoundAgain() throws IOException {
        assertThat(ParquetWriter.formats()).contains("trl", "processbench");
        for (String format : ParquetWriter.formats()) {
            Path file = folder.resolve(format + ".parquet");
            Files.write(file, write(format, List.of(labelled("a", "p", List.of("s", "t"), 3))));
            assertThat(LabelFiles.tell(file, LabelFiles.AUTO))
                    .get()
                    .extracting(LabelFormat::name)
                    .isEqualTo(format);
            List<String> steps = read(file).only().trace().stepTexts();
            assertThat(steps).hasSize(2);
            assertThat(steps.get(1)).endsWith("t");
        }
    }

    @Test
    void aWholeExportIsParquetAndTheSameTwice() throws IOException {
        Path file = folder.resolve("w.stepwright");
        try (Workspace workspace = Workspace.create(file)) {
            List<LabelledTrace> rows = new java.util.ArrayList<>();
            for (int i = 0; i < 40; i++) {
                rows.add(labelled("t" + i, "problem " + i, List.of("step " + i, "next"), i));
            }
            workspace.traces().add(rows);
            ExportOptions options =
                    ExportOptions.of("trl", folder.resolve("one")).withContainer(Container.PARQUET);
            List<Path> one = new Exporter(workspace).run(options, Progress.NONE).files();
            new Exporter(workspace)
                    .run(
                            ExportOptions.of("trl", folder.resolve("two"))
                                    .withContainer(Container.PARQUET),
                            Progress.NONE);
            List<Path> tables =
                    one.stream().filter(f -> f.toString().endsWith(".parquet")).toList();
            assertThat(tables).hasSize(3);
            int traces = 0;
            for (Path table : tables) {
                traces += read(table).rows.size();
                assertThat(table)
                        .hasSameBinaryContentAs(folder.resolve("two").resolve(table.getFileName()));
            }
            assertThat(traces).isEqualTo(40);
            assertThat(folder.resolve("one/README.md")).content().contains("train.parquet");
            assertThatThrownBy(
                            () ->
                                    new Exporter(workspace)
                                            .run(
                                                    ExportOptions.of(
                                                                    "generic",
                                                                    folder.resolve("three"))
                                                            .withContainer(Container.PARQUET),
                                                    Progress.NONE))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("trl");
        }
    }

    @Test
    void rowsWithoutPromisedColumnsAreRefusedWithTheFormatsThatCanBeWritten() {
        assertThatThrownBy(() -> write("generic", List.of()))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("generic")
                .hasMessageContaining("trl");
    }

    @Test
    void theSameRowsGiveTheSameBytes() throws IOException {
        List<LabelledTrace> rows = new java.util.ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add(labelled("t" + i, "problem " + i % 97, List.of("step " + i, "next"), i));
        }
        assertThat(write("trl", rows)).isEqualTo(write("trl", rows));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's [a]*b?.parquet",
                "x'; DROP TABLE t; --.parquet",
                "year=2020/data.parquet",
                "~.parquet",
                "http:/evil.example/x.parquet"
            })
    void noNameOfAFileIsMoreThanAName(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Path plain = folder.resolve("plain.parquet");
        make(plain, TRL_ROW, "");
        Files.copy(plain, file);
        // What the name would mean if it were a pattern.
        make(folder.resolve("it's aXbY.parquet"), "SELECT 1 AS other", "");
        Reading reading = read(file);
        assertThat(reading.only().trace().problem()).isEqualTo("2 + 2?");
        assertThat(reading.only().trace().metadata()).doesNotContainKey("year");
    }

    @Test
    void aColumnMayBearTheNameThatTheRowWouldHave() {
        Path file = folder.resolve("x.parquet");
        make(file, TRL_ROW + ", 1 AS whole_row, 2 AS \"Whole_Row_\", 'q\"' AS \"a\"\"b\"", "");
        assertThat(read(file).only().labels()).hasSize(2);
    }

    @Test
    void badRowsAreRejectedByTheirNumber() {
        Path file = folder.resolve("x.parquet");
        make(
                file,
                "SELECT 'p' || i AS prompt, CASE WHEN i = 1 THEN [] ELSE ['a' || i] END AS"
                        + " completions, CASE WHEN i = 2 THEN NULL ELSE [true] END AS labels FROM"
                        + " range(4) AS r(i)",
                "");
        Reading reading = read(file);
        assertThat(reading.lines).containsExactly(1L, 4L);
        assertThat(reading.rejects)
                .containsExactly("2: there are no steps", "3: \"labels\" is missing");
    }

    @Test
    void aFileOfUnknownColumnsSaysWhichTheyAre() {
        Path file = folder.resolve("x.parquet");
        make(file, "SELECT 1 AS apples, 2 AS pears", "");
        assertThat(read(file).rejects)
                .singleElement()
                .asString()
                .contains("apples, pears")
                .contains("mapping");
    }

    @Test
    void aRowLongerThanTheLimitCostsOnlyItself() {
        Path file = folder.resolve("x.parquet");
        make(
                file,
                "SELECT 'p' || i AS prompt, [CASE WHEN i = 1 THEN repeat('x', 9000000) ELSE 'a'"
                        + " END] AS completions, [true] AS labels FROM range(3) AS r(i)",
                "");
        Reading reading = read(file);
        assertThat(reading.lines).containsExactly(1L, 3L);
        assertThat(reading.rejects).containsExactly("2: the row is longer than 8 MiB");
    }

    @Test
    void aDictionaryThatUnfoldsToGigabytesEndsInASentence() throws IOException {
        Path file = folder.resolve("bomb.parquet");
        make(
                file,
                "SELECT repeat('x', 6000000) AS prompt, ['a'] AS completions, [true] AS labels FROM"
                        + " range(300)",
                ", COMPRESSION zstd, DICTIONARY_SIZE_LIMIT 1000000");
        assertThat(Files.size(file)).isLessThan(2_000_000);
        Reading reading = read(file);
        assertThat(reading.rejects).singleElement().asString().contains("memory");
    }

    @Test
    void everyCutFileEndsInASentence() throws IOException {
        Path whole = folder.resolve("whole.parquet");
        make(whole, TRL_ROW, "");
        byte[] bytes = Files.readAllBytes(whole);
        Path file = folder.resolve("cut.parquet");
        for (int length = 4; length < bytes.length; length += 7) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThat(read(file).rejects).singleElement().asString().contains("cut off");
        }
    }

    @Test
    void damageAnywhereIsARejectAndNeverACrash() throws IOException {
        Path whole = folder.resolve("whole.parquet");
        make(whole, TRL_ROW + " FROM range(50)", "");
        byte[] bytes = Files.readAllBytes(whole);
        Random random = new Random(7);
        Path file = folder.resolve("damaged.parquet");
        for (int i = 0; i < 60; i++) {
            byte[] damaged = bytes.clone();
            for (int n = 0; n <= i % 4; n++) {
                int at = 4 + random.nextInt(bytes.length - 8);
                damaged[at] = (byte) random.nextInt(256);
            }
            Files.write(file, damaged);
            Reading reading = read(file);
            assertThat(reading.rows.size() + reading.rejects.size()).isPositive();
        }
    }

    @Test
    void noiseBehindTheMagicIsNoTrouble() throws IOException {
        byte[] noise = new byte[5000];
        new Random(5).nextBytes(noise);
        System.arraycopy("PAR1".getBytes(StandardCharsets.US_ASCII), 0, noise, 0, 4);
        System.arraycopy("PAR1".getBytes(StandardCharsets.US_ASCII), 0, noise, 4996, 4);
        for (int footer : new int[] {0, 100, 4988, 4989, Integer.MAX_VALUE, -1}) {
            for (int i = 0; i < 4; i++) {
                noise[4992 + i] = (byte) (footer >>> 8 * i);
            }
            Path file = Files.write(folder.resolve("noise.parquet"), noise);
            assertThat(read(file).rejects).hasSize(1);
        }
    }

    @Test
    void moreColumnsThanAnyTableHasAreRefused() {
        StringBuilder select = new StringBuilder(TRL_ROW);
        for (int i = 0; i < 2001; i++) {
            select.append(", ").append(i).append(" AS c").append(i);
        }
        Path file = folder.resolve("wide.parquet");
        make(file, select.toString(), "");
        assertThat(read(file).rejects).singleElement().asString().contains("2000 columns");
    }

    @Test
    void readingCanBeStopped() {
        Path file = folder.resolve("x.parquet");
        make(file, TRL_ROW + " FROM range(5000)", "");
        Progress stops =
                new Progress() {
                    private int asked;

                    @Override
                    public void report(long done, long total, String message) {
                        assertThat(total).isEqualTo(5000);
                    }

                    @Override
                    public boolean isCancelled() {
                        return ++asked > 100;
                    }
                };
        Reading reading = new Reading();
        assertThatThrownBy(() -> LabelFiles.read(file, "trl", reading, stops))
                .isInstanceOf(Cancelled.class);
        assertThat(reading.rows.size() + reading.rejects.size()).isLessThan(200);
    }
}
