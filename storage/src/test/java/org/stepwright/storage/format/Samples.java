package org.stepwright.storage.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/** Traces and labels of every shape, for properties. */
final class Samples {
    private Samples() {}

    /** Any text that UTF-8 can hold, with the characters that JSON and YAML stumble over. */
    static Arbitrary<String> texts() {
        Arbitrary<String> nasty =
                Arbitraries.of(
                        "", " ", "null", "true", "~", "- a", "a: b", "# no", "1e3", "ки", "\u2028",
                        "\u0085", "\uFEFF", "a\n\nb ", "\r\n", "\t", "\\", "\"", "'", "\u0000",
                        "Iİıi", "😀", "{}", "[", "&a", "*a", "!x", "%", "@", "`", "|\n", ">");
        Arbitrary<String> any = Arbitraries.strings().withCharRange('\0', '\uD7FF').ofMaxLength(30);
        Arbitrary<String> plain =
                Arbitraries.strings().alpha().numeric().withChars(' ', '\n', '.').ofMaxLength(60);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, nasty),
                net.jqwik.api.Tuple.of(2, any),
                net.jqwik.api.Tuple.of(3, plain));
    }

    /** Numbers that are awkward to print, among plain ones. */
    static Arbitrary<Double> numbers() {
        return Arbitraries.of(0.0, 1.0, -1.0, 0.1, 1.0 / 3, 1e-300, 123456789.125, 1e18, 5e-324);
    }

    static Arbitrary<String> names() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars('-', ':', '@')
                .ofMinLength(1)
                .ofMaxLength(12);
    }

    static Arbitrary<Step> steps() {
        return Combinators.combine(
                        texts(),
                        Arbitraries.of(StepKind.class),
                        texts(),
                        texts().list().ofMaxSize(3))
                .as(Step::new);
    }

    static Arbitrary<LabelledTrace> anything() {
        Arbitrary<Trace> traces =
                Combinators.combine(
                                names(),
                                texts(),
                                steps().list().ofMinSize(1).ofMaxSize(5),
                                Arbitraries.of(Outcome.class),
                                texts().injectNull(0.3),
                                Arbitraries.maps(names(), texts()).ofMaxSize(3))
                        .as(Trace::new);
        return Combinators.combine(traces, rawLabels().list().ofMaxSize(6))
                .as((trace, labels) -> new LabelledTrace(trace, fitted(trace, labels)));
    }

    /** Labels for a trace that is not known yet. */
    private static Arbitrary<StepLabel> rawLabels() {
        Arbitrary<List<Rating>> ratings =
                Combinators.combine(names(), numbers()).as(Rating::new).list().ofMaxSize(1);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.of(Verdict.class).injectNull(0.2),
                        ratings,
                        texts().list().ofMaxSize(1),
                        Arbitraries.of("", "c", "said \"so\""),
                        Arbitraries.of("ann", "ben"),
                        Arbitraries.longs().between(0, 4_000_000_000L),
                        Arbitraries.of(LabelSource.class))
                .as(
                        (place, verdict, rated, kinds, comment, annotator, second, source) ->
                                new StepLabel(
                                        "",
                                        place / 10,
                                        place % 10,
                                        verdict,
                                        rated,
                                        kinds,
                                        verdict == null || second % 3 == 0,
                                        second % 5 == 0,
                                        comment,
                                        annotator,
                                        Instant.ofEpochSecond(second),
                                        second % 2 == 0 ? "refunds@1" : "",
                                        source,
                                        second % 7 == 0 ? "better \"so\"" : ""));
    }

    /** Moves labels onto the steps and candidates that the trace has, one each for an annotator. */
    private static List<StepLabel> fitted(Trace trace, List<StepLabel> raw) {
        Set<List<Object>> taken = new HashSet<>();
        List<StepLabel> labels = new ArrayList<>();
        for (StepLabel l : raw) {
            int step = l.step() % trace.steps().size();
            int candidate = l.candidate() % (trace.steps().get(step).alternatives().size() + 1);
            if (taken.add(List.of(step, candidate, l.annotator()))) {
                labels.add(
                        new StepLabel(
                                trace.id(),
                                step,
                                candidate,
                                l.verdict(),
                                l.ratings(),
                                l.errorKinds(),
                                l.spark(),
                                l.unsure(),
                                l.comment(),
                                l.annotator(),
                                l.at(),
                                l.rubricVersion(),
                                l.source(),
                                l.correction()));
            }
        }
        return labels;
    }

    /** A trace of plain steps whose source is the format, as its reader would give it. */
    static Trace plain(
            String id,
            String problem,
            List<String> texts,
            String source,
            String generator,
            Outcome outcome) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(Trace.SOURCE, source);
        if (generator != null) {
            metadata.put(Trace.GENERATOR, generator);
        }
        return new Trace(
                id, problem, texts.stream().map(Step::of).toList(), outcome, null, metadata);
    }
}
