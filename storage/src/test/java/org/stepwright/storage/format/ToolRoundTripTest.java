package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Suggestion;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/** Writing for the tools and reading again gives back what {@code losses()} does not name. */
class ToolRoundTripTest {
    private static List<LabelledTrace> roundTrip(String format, List<LabelledTrace> rows) {
        Reading reading =
                Reading.of(format, RoundTripTest.write(format, rows, RoundTripTest.FACTS));
        assertThat(reading.rejects).isEmpty();
        assertThat(reading.rows).hasSameSizeAs(rows);
        return reading.rows;
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void otelKeepsEverything(@ForAll("anything") List<LabelledTrace> rows) {
        assertThat(LabelFiles.format("otel").writer().orElseThrow().losses()).isEmpty();
        List<LabelledTrace> read = roundTrip("otel", rows);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(read.get(i).trace()).isEqualTo(rows.get(i).trace());
            assertThat(read.get(i).labels())
                    .containsExactlyInAnyOrderElementsOf(rows.get(i).labels());
            assertThat(read.get(i).suggestions())
                    .containsExactlyInAnyOrderElementsOf(rows.get(i).suggestions());
        }
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void theSecondTimeTheBytesAreTheSame(@ForAll("anything") List<LabelledTrace> rows) {
        for (String format : List.of("otel", "label-studio", "argilla")) {
            byte[] once = RoundTripTest.write(format, rows, RoundTripTest.FACTS);
            byte[] twice =
                    RoundTripTest.write(format, Reading.of(format, once).rows, RoundTripTest.FACTS);
            // Which rubric and source labels had is not kept by annotation tools.
            assertThat(withoutFacts(twice)).isEqualTo(withoutFacts(once));
        }
    }

    private static String withoutFacts(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .replaceAll("\"(rubric_version|label_source)\":\"[^\"]*\",", "");
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void labelStudioKeepsTracesVerdictsAndRewards(@ForAll("anything") List<LabelledTrace> rows) {
        List<LabelledTrace> read = roundTrip("label-studio", rows);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(read.get(i).trace()).isEqualTo(rows.get(i).trace());
            assertThat(verdicts(read.get(i))).isEqualTo(verdicts(rows.get(i)));
            assertThat(rewards(read.get(i))).isEqualTo(rewards(rows.get(i)));
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void argillaKeepsTracesVerdictsAndOneRewardAStep(@ForAll("anything") List<LabelledTrace> rows) {
        List<LabelledTrace> read = roundTrip("argilla", rows);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(read.get(i).trace()).isEqualTo(withoutAlternatives(rows.get(i).trace()));
            assertThat(verdicts(read.get(i))).isEqualTo(verdicts(rows.get(i)));
            Map<Integer, Suggestion> first = new TreeMap<>();
            for (Suggestion s : rows.get(i).suggestions()) {
                first.merge(
                        s.step(),
                        s,
                        (one, other) -> one.source().compareTo(other.source()) <= 0 ? one : other);
            }
            assertThat(read.get(i).suggestions()).hasSize(first.size());
            for (Suggestion s : read.get(i).suggestions()) {
                assertThat(s.source()).isEqualTo(first.get(s.step()).source());
                assertThat(s.reward()).isCloseTo(first.get(s.step()).reward(), within(1e-15));
            }
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void chatKeepsConversations(@ForAll("conversations") List<LabelledTrace> rows) {
        assertThat(roundTrip("chat", rows)).isEqualTo(rows);
    }

    /** Who said what of which step. */
    private static TreeMap<String, String> verdicts(LabelledTrace row) {
        TreeMap<String, String> verdicts = new TreeMap<>();
        row.labels().stream()
                .filter(l -> l.candidate() == 0 && l.verdict() != null)
                .forEach(l -> verdicts.put(l.step() + " " + l.annotator(), l.verdict().name()));
        return verdicts;
    }

    private static TreeMap<String, Double> rewards(LabelledTrace row) {
        TreeMap<String, Double> rewards = new TreeMap<>();
        row.suggestions().forEach(s -> rewards.put(s.step() + " " + s.source(), s.reward()));
        return rewards;
    }

    private static Trace withoutAlternatives(Trace trace) {
        return trace.withSteps(
                trace.steps().stream()
                        .map(s -> new Step(s.text(), s.kind(), s.context(), List.of()))
                        .toList());
    }

    @Provide
    Arbitrary<List<LabelledTrace>> anything() {
        return Combinators.combine(Samples.anything(), suggestions())
                .as(
                        (row, suggestions) ->
                                new LabelledTrace(
                                        row.trace(),
                                        row.labels(),
                                        fitted(row.trace(), suggestions)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .uniqueElements(r -> r.trace().id());
    }

    private static Arbitrary<List<Suggestion>> suggestions() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(
                                "agent:judge",
                                "agent:model:x",
                                "agent:agent:y",
                                "rollout:math-aps",
                                "model:prm",
                                "verifier:arithmetic"),
                        Arbitraries.of(0.0, 1.0, 0.5, 0.3, 1.0 / 3, 0.999, 0.25, 1e-9),
                        Samples.texts(),
                        Arbitraries.longs().between(0, 4_000_000_000L))
                .as(
                        (step, source, reward, message, second) ->
                                new Suggestion(
                                        "",
                                        step,
                                        source,
                                        reward,
                                        message,
                                        Instant.ofEpochSecond(second, second % 1000)))
                .list()
                .ofMaxSize(4);
    }

    /** Moves suggestions onto steps that are there, one of each source a step. */
    private static List<Suggestion> fitted(Trace trace, List<Suggestion> raw) {
        TreeSet<String> taken = new TreeSet<>();
        List<Suggestion> fitted = new ArrayList<>();
        for (Suggestion s : raw) {
            int step = s.step() % trace.steps().size();
            if (taken.add(step + s.source())) {
                fitted.add(
                        new Suggestion(
                                trace.id(), step, s.source(), s.reward(), s.message(), s.at()));
            }
        }
        return fitted;
    }

    @Provide
    Arbitrary<List<LabelledTrace>> conversations() {
        Arbitrary<String> said = Samples.texts().filter(t -> !t.isBlank());
        Arbitrary<String> context =
                Combinators.combine(Arbitraries.of("user", "find", "tool_2"), said)
                        .as((who, text) -> who + ": " + text);
        Arbitrary<Step> steps =
                Combinators.combine(
                                said,
                                Arbitraries.of(StepKind.MESSAGE, StepKind.TOOL_CALL),
                                Arbitraries.of("", "x")
                                        .flatMap(
                                                empty ->
                                                        empty.isEmpty()
                                                                ? Arbitraries.just("")
                                                                : context))
                        .as(
                                (text, kind, before) ->
                                        new Step(
                                                kind == StepKind.TOOL_CALL
                                                        ? "call(" + text + ")"
                                                        : text,
                                                kind,
                                                before,
                                                List.of()));
        Arbitrary<Trace> traces =
                Combinators.combine(
                                Samples.names(),
                                said,
                                steps.list().ofMinSize(1).ofMaxSize(5),
                                Arbitraries.of(Outcome.class),
                                Samples.texts().injectNull(0.3))
                        .as(
                                (id, problem, all, outcome, reference) ->
                                        new Trace(
                                                id,
                                                problem,
                                                withoutFirstContext(all),
                                                outcome,
                                                reference,
                                                Map.of(Trace.SOURCE, "chat")));
        return Combinators.combine(traces, suggestions())
                .as((trace, raw) -> new LabelledTrace(trace, List.of(), fitted(trace, raw)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .uniqueElements(r -> r.trace().id());
    }

    /** What comes before the first step becomes part of the problem, as losses() says. */
    private static List<Step> withoutFirstContext(List<Step> steps) {
        List<Step> all = new ArrayList<>(steps);
        all.set(0, new Step(all.get(0).text(), all.get(0).kind(), "", List.of()));
        return all;
    }
}
