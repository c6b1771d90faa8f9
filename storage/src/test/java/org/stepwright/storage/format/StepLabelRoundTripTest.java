package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.SoftTargets;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/**
 * Any trace written in any format and read again: it is left out with a reason, or it comes back
 * with all that the format says it keeps.
 */
class StepLabelRoundTripTest {
    private static final List<String> IN_TEXT =
            List.of("math-shepherd", "openrlhf", "openr", "rlhflow");

    private static final LabelWriter.RowFacts FACTS =
            new LabelWriter.RowFacts("train", NeutralPolicy.WRONG);

    /** What came back; empty when the trace was left out. */
    private static Optional<LabelledTrace> again(
            String format, LabelledTrace row, LabelWriter.RowFacts facts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LabelWriter writer = LabelFiles.format(format).writer().orElseThrow();
        try (LabelWriter.Rows rows = writer.open(out)) {
            LabelWriter.Written written = rows.write(row, facts);
            assertThat(writer.skipped(row, facts)).isEqualTo(written.skipped());
            if (!written.skipped().isEmpty()) {
                assertThat(written.rows()).isZero();
                return Optional.empty();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Optional.of(Reading.of(format, out.toString(StandardCharsets.UTF_8)).only());
    }

    private static List<Verdict> verdicts(LabelledTrace row) {
        return StepTargets.of(row).verdicts();
    }

    /** The leading labels as right and wrong, neutral counted as wrong. */
    private static List<Verdict> leading(LabelledTrace row) {
        List<Verdict> leading = new ArrayList<>();
        for (Verdict verdict : verdicts(row)) {
            if (verdict == null) {
                break;
            }
            leading.add(verdict == Verdict.NEUTRAL ? Verdict.WRONG : verdict);
        }
        return leading;
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void runningTextKeepsItsStepsOrIsLeftOut(
            @ForAll("labelled") LabelledTrace row, @ForAll("inText") String format) {
        Optional<LabelledTrace> read = again(format, row, FACTS);
        List<Verdict> leading = leading(row);
        if (read.isEmpty()) {
            boolean tag = (row.trace().problem() + row.trace().stepTexts()).contains("ки");
            boolean number = (row.trace().problem() + row.trace().stepTexts()).contains("Step ");
            assertThat(leading.isEmpty() || tag || number).as("why %s", row).isTrue();
            return;
        }
        Trace after = read.get().trace();
        assertThat(after.id()).isEqualTo(row.trace().id());
        assertThat(after.problem()).isEqualTo(row.trace().problem().strip());
        assertThat(verdicts(read.get())).isEqualTo(leading);
        for (int i = 0; i < leading.size(); i++) {
            String text = row.trace().steps().get(i).text().strip();
            String number = "Step " + (i + 1) + ":";
            assertThat(after.steps().get(i).text())
                    .isEqualTo(text.startsWith(number) ? text : (number + " " + text).strip());
        }
        // A second time nothing changes any more.
        assertThat(again(format, read.get(), FACTS)).contains(read.get());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void softLabelsComeBackAsSuggestionsAndNeverAsLabels(
            @ForAll("labelled") LabelledTrace row, @ForAll("rewards") List<Double> rewards) {
        List<OptionalDouble> soft =
                row.trace().steps().stream()
                        .map(s -> rewards.get(row.trace().steps().indexOf(s)))
                        .map(OptionalDouble::of)
                        .toList();
        LabelWriter.RowFacts facts =
                new LabelWriter.RowFacts("", NeutralPolicy.WRONG, new SoftTargets(soft));
        Optional<LabelledTrace> read = again("openrlhf", row, facts);
        if (read.isPresent()) {
            assertThat(read.get().labels()).isEmpty();
            assertThat(read.get().suggestions().stream().map(Suggestion::reward).toList())
                    .isEqualTo(soft.stream().map(OptionalDouble::getAsDouble).toList());
            assertThat(read.get().suggestions())
                    .allMatch(s -> s.source().equals("import:openrlhf"));
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void bigBenchKeepsTextsReferenceAndFirstError(@ForAll("labelled") LabelledTrace row) {
        OptionalInt first = FirstErrors.of(row, NeutralPolicy.WRONG);
        Optional<LabelledTrace> read = again("bigbench-mistake", row, FACTS);
        assertThat(read.isPresent()).isEqualTo(first.isPresent());
        read.ifPresent(
                r -> {
                    assertThat(r.trace().id()).isEqualTo(row.trace().id());
                    assertThat(r.trace().problem()).isEqualTo(row.trace().problem());
                    assertThat(r.trace().stepTexts()).isEqualTo(row.trace().stepTexts());
                    assertThat(r.trace().reference()).isEqualTo(row.trace().reference());
                    assertThat(FirstErrors.of(r, NeutralPolicy.WRONG)).isEqualTo(first);
                    assertThat(again("bigbench-mistake", r, FACTS)).contains(r);
                });
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void versaPrmKeepsThreeVerdictsAndLabelledAlternatives(@ForAll("labelled") LabelledTrace row) {
        Optional<LabelledTrace> read = again("versaprm", row, FACTS);
        int leading = leading(row).size();
        assertThat(read.isPresent()).isEqualTo(leading > 0);
        if (read.isPresent()) {
            LabelledTrace before = row.withCorrections();
            Trace after = read.get().trace();
            assertThat(after.id()).isEqualTo(row.trace().id());
            assertThat(after.problem()).isEqualTo(row.trace().problem());
            assertThat(after.reference()).isEqualTo(row.trace().reference());
            assertThat(after.stepTexts()).isEqualTo(row.trace().stepTexts().subList(0, leading));
            assertThat(verdicts(read.get())).isEqualTo(verdicts(row).subList(0, leading));
            for (int i = 0; i < leading; i++) {
                assertThat(after.steps().get(i).alternatives())
                        .isEqualTo(labelledAlternatives(before, i));
            }
            assertThat(again("versaprm", read.get(), FACTS)).contains(read.get());
        }
    }

    private static List<String> labelledAlternatives(LabelledTrace row, int step) {
        Step offered = row.trace().steps().get(step);
        List<String> labelled = new ArrayList<>();
        for (int c = 1; c <= offered.alternatives().size(); c++) {
            int candidate = c;
            if (row.labels().stream()
                    .filter(l -> l.source() != org.stepwright.label.LabelSource.REPEAT)
                    .anyMatch(
                            l ->
                                    l.step() == step
                                            && l.candidate() == candidate
                                            && l.verdict() != null)) {
                labelled.add(offered.alternatives().get(c - 1));
            }
        }
        return labelled;
    }

    /**
     * Whatever is not said to be lost is equal, and what is lost never turns into something else.
     */
    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void whatIsNotListedAsLostIsEqual(
            @ForAll("labelled") LabelledTrace row, @ForAll("writable") String format) {
        LabelWriter writer = LabelFiles.format(format).writer().orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LabelWriter.Rows rows = writer.open(out)) {
            rows.write(row, FACTS);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Reading reading = Reading.of(format, out.toString(StandardCharsets.UTF_8));
        for (LabelledTrace read : reading.rows) {
            for (Part part : writer.keeps()) {
                assertThat(part.of(read)).as("%s of %s", part, format).isEqualTo(part.of(row));
            }
        }
    }

    @Test
    void aTagAtTheStartOfAWordIsLeftOutAndInsideAWordIsKept() {
        for (String format : List.of("math-shepherd", "openrlhf", "openr")) {
            assertThat(again(format, correct("q", "Это руки."), FACTS)).isPresent();
            assertThat(again(format, correct("q", "a ки b"), FACTS)).isEmpty();
            assertThat(again(format, correct("киты", "a"), FACTS)).isEmpty();
            LabelWriter writer = LabelFiles.format(format).writer().orElseThrow();
            assertThat(writer.skipped(correct("q", "a ки"), FACTS)).contains("the tag ки");
        }
        assertThat(again("rlhflow", correct("q", "a ки b"), FACTS)).isPresent();
    }

    @Test
    void aStepThatSaysStepOneAgainIsLeftOutWithAReason() {
        for (String format : List.of("math-shepherd", "openrlhf", "rlhflow")) {
            LabelWriter writer = LabelFiles.format(format).writer().orElseThrow();
            assertThat(writer.skipped(correct("q", "as in Step 1: above"), FACTS))
                    .contains("cut in other places");
            assertThat(writer.skipped(correct("Step 1: read", "a"), FACTS)).isEmpty();
        }
    }

    static LabelledTrace correct(String problem, String step) {
        Trace trace = Trace.of("t", problem, List.of(step));
        return new LabelledTrace(
                trace, List.of(Verdicts.imported("t", "test").of(0, Verdict.CORRECT)));
    }

    @Provide
    Arbitrary<String> inText() {
        return Arbitraries.of(IN_TEXT);
    }

    @Provide
    Arbitrary<String> writable() {
        return Arbitraries.of(LabelFiles.writableFormats());
    }

    @Provide
    Arbitrary<List<Double>> rewards() {
        return Arbitraries.doubles().between(0, 1).ofScale(17).list().ofSize(5);
    }

    /**
     * Traces whose texts hold what formats cut at, most of them labelled from the first step on.
     */
    @Provide
    Arbitrary<LabelledTrace> labelled() {
        Arbitrary<String> hostile =
                Arbitraries.of(
                        "Step 1: a",
                        "Step 2:",
                        "a ки\nStep 2: b",
                        " ки",
                        "ки",
                        "руки",
                        "\n\n",
                        "+",
                        "-",
                        "שלום \u202E עולם",
                        "👩‍👩‍👧‍👦",
                        "\"}\n{\"",
                        "<extra_0>",
                        "#### 7",
                        "1e400 99999999999999999999",
                        "\u2028a\u2029",
                        "\t \r\n",
                        "Step 1:Step 1:");
        Arbitrary<String> texts =
                Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(1, hostile),
                        net.jqwik.api.Tuple.of(2, Samples.texts()));
        return Combinators.combine(
                        Samples.anything(),
                        texts,
                        texts.list().ofSize(5),
                        Arbitraries.of(Verdict.class).injectNull(0.05).list().ofSize(5))
                .as(StepLabelRoundTripTest::withTexts);
    }

    private static LabelledTrace withTexts(
            LabelledTrace row, String problem, List<String> texts, List<Verdict> verdicts) {
        Trace t = row.trace();
        List<Step> steps = new ArrayList<>();
        List<StepLabel> labels = new ArrayList<>(row.labels());
        Verdicts maker = Verdicts.imported(t.id(), "all");
        for (int i = 0; i < t.steps().size(); i++) {
            Step s = t.steps().get(i);
            steps.add(new Step(texts.get(i), s.kind(), s.context(), s.alternatives()));
            if (verdicts.get(i) != null) {
                labels.add(maker.of(i, verdicts.get(i)));
            }
        }
        Outcome outcome = t.outcome();
        Trace trace = new Trace(t.id(), problem, steps, outcome, t.reference(), t.metadata());
        List<Suggestion> suggestions = new ArrayList<>();
        if (problem.length() % 2 == 0) {
            for (int i = 0; i < steps.size(); i++) {
                double reward = 1.0 / (i + 1 + problem.length());
                Instant at = Instant.ofEpochSecond(i);
                suggestions.add(new Suggestion(t.id(), i, "agent:x", reward, texts.get(i), at));
            }
        }
        return new LabelledTrace(trace, labels, suggestions);
    }
}
