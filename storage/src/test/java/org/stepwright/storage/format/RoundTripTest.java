package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/** Writing and reading again gives back what a format can carry. */
class RoundTripTest {
    static final LabelWriter.RowFacts FACTS =
            new LabelWriter.RowFacts("train", NeutralPolicy.WRONG);

    static byte[] write(String format, List<LabelledTrace> rows, LabelWriter.RowFacts facts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LabelWriter.Rows writer = LabelFiles.format(format).writer().orElseThrow().open(out)) {
            for (LabelledTrace row : rows) {
                assertThat(writer.write(row, facts).skipped()).isEmpty();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    /** A trace with nothing but a problem and steps. */
    static LabelledTrace plain(String id, String problem, List<Step> steps) {
        return new LabelledTrace(
                new Trace(id, problem, steps, Outcome.UNKNOWN, null, Map.of()), List.of());
    }

    private static List<LabelledTrace> roundTrip(String format, List<LabelledTrace> rows) {
        Reading reading = Reading.of(format, write(format, rows, FACTS));
        assertThat(reading.rejects).isEmpty();
        return reading.rows;
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void genericKeepsEverything(@ForAll("anything") List<LabelledTrace> rows) {
        List<LabelledTrace> read = roundTrip("generic", rows);
        assertThat(read).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(read.get(i).trace()).isEqualTo(rows.get(i).trace());
            assertThat(read.get(i).labels())
                    .containsExactlyInAnyOrderElementsOf(rows.get(i).labels());
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void processBenchKeepsTracesAndFirstErrors(@ForAll("firstErrors") List<LabelledTrace> rows) {
        assertThat(roundTrip("processbench", rows)).isEqualTo(rows);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void trlKeepsTextsAndBooleans(@ForAll("booleans") List<LabelledTrace> rows) {
        assertThat(roundTrip("trl", rows)).isEqualTo(rows);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void prm800kKeepsCandidatesAndTheirRatings(@ForAll("candidates") List<LabelledTrace> rows) {
        List<LabelledTrace> read = roundTrip("prm800k", rows);
        assertThat(read).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            Trace before = rows.get(i).trace();
            Trace after = read.get(i).trace();
            assertThat(after.id()).isEqualTo(before.id());
            assertThat(after.problem()).isEqualTo(before.problem());
            assertThat(after.steps()).isEqualTo(before.steps());
            assertThat(after.reference()).isEqualTo(before.reference());
            assertThat(read.get(i).labels())
                    .containsExactlyInAnyOrderElementsOf(rows.get(i).labels());
        }
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void aSecondRoundTripOfPrm800kGivesTheSameBytes(
            @ForAll("candidates") List<LabelledTrace> rows) {
        byte[] once = write("prm800k", rows, FACTS);
        byte[] twice = write("prm800k", Reading.of("prm800k", once).rows, FACTS);
        assertThat(new String(twice, StandardCharsets.UTF_8))
                .isEqualTo(new String(once, StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<List<LabelledTrace>> anything() {
        return Samples.anything()
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .uniqueElements(r -> r.trace().id());
    }

    @Provide
    Arbitrary<List<LabelledTrace>> firstErrors() {
        Arbitrary<LabelledTrace> rows =
                Combinators.combine(
                                Samples.names(),
                                Samples.texts(),
                                Samples.texts().list().ofMinSize(1).ofMaxSize(5),
                                Samples.texts().injectNull(0.2),
                                Arbitraries.of(Outcome.class),
                                Arbitraries.integers().between(-1, 4))
                        .as(
                                (id, problem, steps, generator, outcome, first) -> {
                                    Trace trace =
                                            Samples.plain(
                                                    id,
                                                    problem,
                                                    steps,
                                                    "processbench",
                                                    generator,
                                                    outcome);
                                    int label = Math.min(first, steps.size() - 1);
                                    return new LabelledTrace(
                                            trace,
                                            Verdicts.imported(id, "processbench")
                                                    .firstError(steps.size(), label, ""));
                                });
        return rows.list().ofMinSize(1).ofMaxSize(3).uniqueElements(r -> r.trace().id());
    }

    @Provide
    Arbitrary<List<LabelledTrace>> booleans() {
        Arbitrary<LabelledTrace> rows =
                Combinators.combine(
                                Samples.names(),
                                Samples.texts(),
                                Samples.texts().list().ofMinSize(1).ofMaxSize(5),
                                Arbitraries.of(true, false).list().ofSize(5))
                        .as(
                                (id, problem, steps, correct) -> {
                                    Trace trace =
                                            Samples.plain(
                                                    id,
                                                    problem,
                                                    steps,
                                                    "trl",
                                                    null,
                                                    Outcome.UNKNOWN);
                                    List<StepLabel> labels = new ArrayList<>();
                                    for (int i = 0; i < steps.size(); i++) {
                                        Verdict verdict =
                                                correct.get(i) ? Verdict.CORRECT : Verdict.WRONG;
                                        labels.add(Verdicts.imported(id, "trl").of(i, verdict));
                                    }
                                    return new LabelledTrace(trace, labels);
                                });
        return rows.list().ofMinSize(1).ofMaxSize(3).uniqueElements(r -> r.trace().id());
    }

    @Provide
    Arbitrary<List<LabelledTrace>> candidates() {
        Arbitrary<Step> steps =
                Combinators.combine(Samples.texts(), Samples.texts().list().ofMaxSize(3))
                        .as((text, others) -> new Step(text, StepKind.TEXT, "", others));
        Arbitrary<LabelledTrace> rows =
                Combinators.combine(
                                Samples.names(),
                                Samples.texts(),
                                steps.list().ofMinSize(1).ofMaxSize(4),
                                Samples.texts().injectNull(0.3),
                                Arbitraries.of(Verdict.class).injectNull(0.2).list().ofSize(16),
                                Arbitraries.longs().between(0, 4_000_000_000L))
                        .as(RoundTripTest::labelled);
        return rows.list().ofMinSize(1).ofMaxSize(3).uniqueElements(r -> r.trace().id());
    }

    private static LabelledTrace labelled(
            String id,
            String problem,
            List<Step> steps,
            String reference,
            List<Verdict> verdicts,
            long second) {
        Map<String, String> metadata = new HashMap<>(Map.of(Trace.SOURCE, "elsewhere"));
        Trace trace = new Trace(id, problem, steps, Outcome.UNKNOWN, reference, metadata);
        Verdicts maker =
                new Verdicts(id, "ann", Instant.ofEpochSecond(second), LabelSource.IMPORTED);
        List<StepLabel> labels = new ArrayList<>(List.of(maker.of(0, Verdict.CORRECT)));
        for (int i = 0; i < steps.size(); i++) {
            for (int c = i == 0 ? 1 : 0; c <= steps.get(i).alternatives().size(); c++) {
                if (verdicts.get(4 * i + c) != null) {
                    labels.add(maker.of(i, c, verdicts.get(4 * i + c), false, ""));
                }
            }
        }
        return new LabelledTrace(trace, labels);
    }
}
