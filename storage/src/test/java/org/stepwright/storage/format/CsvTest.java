package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.format.csv.CsvCells;
import org.stepwright.storage.format.csv.CsvTable;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/** CSV comes in when its names are clear, and goes out as spreadsheets may open it. */
class CsvTest {
    private static final LabelWriter.RowFacts FACTS =
            new LabelWriter.RowFacts("train", NeutralPolicy.WRONG);

    @TempDir Path folder;

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void whatItCanHoldComesBack(@ForAll("rows") List<LabelledTrace> rows) {
        byte[] bytes = RoundTripTest.write("csv", rows, FACTS);
        Reading reading = Reading.of("csv", bytes);
        assertThat(reading.rejects).isEmpty();
        assertThat(reading.rows).isEqualTo(rows);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void noCellStartsAFormula(@ForAll("rows") List<LabelledTrace> rows) {
        String text = new String(RoundTripTest.write("csv", rows, FACTS), StandardCharsets.UTF_8);
        for (CsvRecord record : CsvReader.builder().ofCsvRecord(text)) {
            assertThat(record.getFieldCount()).isEqualTo(CsvFormat.COLUMNS.size());
            for (String cell : record.getFields()) {
                assertThat(cell).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("-");
                assertThat(cell)
                        .doesNotStartWith("@")
                        .doesNotStartWith("\t")
                        .doesNotStartWith("\r")
                        .doesNotStartWith("\n");
            }
        }
    }

    @Property
    void guardsAreTakenAwayAgain(@ForAll("cells") String cell) {
        assertThat(CsvCells.plain(CsvCells.guarded(cell))).isEqualTo(cell);
    }

    @Provide
    Arbitrary<String> cells() {
        Arbitrary<String> starts = Arbitraries.of("", "'", "''", "=", "+", "-", "@", "\t", "＝");
        return Combinators.combine(starts, Samples.texts()).as((a, b) -> a + b);
    }

    @Provide
    Arbitrary<List<LabelledTrace>> rows() {
        Arbitrary<Step> steps =
                Combinators.combine(cells(), Arbitraries.of(StepKind.class), cells())
                        .as((text, kind, context) -> new Step(text, kind, context, List.of()));
        Arbitrary<String> filled = cells().filter(t -> !t.isBlank());
        return Combinators.combine(
                        Samples.names(),
                        filled,
                        steps.list().ofMinSize(1).ofMaxSize(5),
                        Arbitraries.of(Outcome.class),
                        filled,
                        Arbitraries.longs())
                .as(CsvTest::labelled)
                .list()
                .ofMaxSize(4)
                .uniqueElements(r -> r.trace().id());
    }

    private static LabelledTrace labelled(
            String id,
            String problem,
            List<Step> steps,
            Outcome outcome,
            String filled,
            long seed) {
        Random random = new Random(seed);
        Map<String, String> metadata = new TreeMap<>(Map.of(Trace.SOURCE, "csv"));
        if (random.nextBoolean()) {
            metadata.put(Trace.GENERATOR, filled);
        }
        Trace trace =
                new Trace(
                        id,
                        problem,
                        steps,
                        outcome,
                        random.nextBoolean() ? filled : null,
                        metadata);
        List<StepLabel> labels = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            for (String who : List.of("ann", "=bob").subList(0, random.nextInt(3))) {
                Verdict verdict = Verdict.values()[random.nextInt(3)];
                Verdicts maker = new Verdicts(id, who, Instant.EPOCH, LabelSource.IMPORTED);
                labels.add(maker.of(i, 0, verdict, false, random.nextBoolean() ? filled : ""));
            }
        }
        return new LabelledTrace(trace, labels);
    }

    private Reading read(String text) throws java.io.IOException {
        Path file = Files.writeString(folder.resolve("table.txt"), text);
        Reading reading = new Reading();
        LabelFiles.read(file, LabelFiles.AUTO, reading, Progress.NONE);
        return reading;
    }

    @Test
    void clearNamesNeedNoMapping() throws java.io.IOException {
        LabelledTrace list =
                read("Question;Steps;Labels;Model\n2 + 2?;\"[\"\"4\"\", \"\"so 5\"\"]\";1 0;m\n")
                        .only();
        assertThat(list.trace().stepTexts()).containsExactly("4", "so 5");
        assertThat(list.labels())
                .extracting(StepLabel::verdict)
                .containsExactly(Verdict.CORRECT, Verdict.WRONG);
        assertThat(list.trace().generator()).contains("m");
        LabelledTrace rows =
                read("\uFEFFtrace_id\tproblem\tstep\tstep text\tcorrect\n"
                                + "7\tp\t0\ta\tyes\n"
                                + "7\tp\t1\tb\tno\n")
                        .only();
        assertThat(rows.trace().id()).isEqualTo("7");
        assertThat(rows.trace().stepTexts()).containsExactly("a", "b");
        assertThat(rows.labels()).hasSize(2);
    }

    @Test
    void doubtfulNamesAskForAMapping() throws java.io.IOException {
        for (String head :
                List.of("a,b\n1,2\n", "problem,answer\nx,y\n", "problem,Problem,steps\nx,y,z\n")) {
            assertThat(read(head).rejects).singleElement().asString().contains("mapping");
        }
    }

    @Test
    void brokenTablesAreRejectedByTheirLines() throws java.io.IOException {
        Reading reading =
                read(
                        "problem,steps\n"
                                + "p1,\"[\"\"a\"\"]\",extra\n"
                                + "p2,\"[\"\"b\"\"]\"\n"
                                + "p3\n\n"
                                + ",\"[\"\"c\"\"]\"\n");
        assertThat(reading.rows).hasSize(1);
        assertThat(reading.rejects)
                .containsExactly(
                        "2: there are 3 cells for 2 columns",
                        "4: \"steps\" is missing",
                        "6: \"problem\" is missing");
    }

    @Test
    void aQuoteThatIsNeverClosedEndsTheReadingWithASentence() throws java.io.IOException {
        String text = "problem,steps\nok,\"[\"\"a\"\"]\"\nbad,\"" + "x\n".repeat(6_000_000);
        Reading reading = read(text);
        assertThat(reading.rows).hasSize(1);
        assertThat(reading.rejects).singleElement().asString().contains("quote").startsWith("3: ");
    }

    @Test
    void otherEncodingsAreSaid() throws java.io.IOException {
        Path file =
                Files.write(
                        folder.resolve("latin.csv"),
                        "problem,steps\nétage,[1]\n".getBytes(StandardCharsets.ISO_8859_1));
        Reading reading = new Reading();
        LabelFiles.read(file, "csv", reading, Progress.NONE);
        assertThat(reading.rejects).singleElement().asString().contains("UTF-8");
    }

    @Test
    void theSeparatorIsToldByTheFirstLine() {
        assertThat(CsvTable.separatorOf("a;b;c,d")).isEqualTo(';');
        assertThat(CsvTable.separatorOf("\"a;b;c;d\",e")).isEqualTo(',');
        assertThat(CsvTable.separatorOf("a\tb")).isEqualTo('\t');
        assertThat(CsvTable.separatorOf("alone")).isEqualTo(',');
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void noiseIsNeverACrash(@ForAll byte[] noise) {
        Reading reading = Reading.of("csv", noise);
        assertThat(reading.rows).isEmpty();
        assertThat(reading.rejects).isNotEmpty();
    }
}
