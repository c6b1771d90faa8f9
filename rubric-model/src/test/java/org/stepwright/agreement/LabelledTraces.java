package org.stepwright.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Trace;

/** Labelled traces for tests. */
final class LabelledTraces {
    private LabelledTraces() {}

    static Trace trace(String id, int steps) {
        return Trace.of(id, "p", Collections.nCopies(steps, "step"));
    }

    static StepLabel label(
            String trace, int step, Verdict verdict, String who, LabelSource source) {
        return StepLabel.verdict(trace, step, verdict, who, Instant.EPOCH, source);
    }

    static StepLabel said(String trace, int step, Verdict verdict, String who) {
        return label(trace, step, verdict, who, LabelSource.HUMAN);
    }

    static StepLabel rated(StepLabel label, Rating... ratings) {
        return new StepLabel(
                label.traceId(),
                label.step(),
                label.candidate(),
                label.verdict(),
                List.of(ratings),
                List.of(),
                false,
                false,
                "",
                label.annotator(),
                label.at(),
                "",
                label.source());
    }

    static StepLabel by(StepLabel label, String annotator) {
        return new StepLabel(
                label.traceId(),
                label.step(),
                label.candidate(),
                label.verdict(),
                label.ratings(),
                List.of(),
                false,
                false,
                "",
                annotator,
                label.at(),
                "",
                label.source());
    }

    static List<LabelledTrace> each(List<LabelledTrace> traces, UnaryOperator<StepLabel> change) {
        return traces.stream()
                .map(t -> new LabelledTrace(t.trace(), t.labels().stream().map(change).toList()))
                .toList();
    }

    /** Some traces with 4 steps, each labelled by some of 4 people, some with a rating. */
    static Arbitrary<List<LabelledTrace>> some() {
        Arbitrary<Integer> said = Arbitraries.integers().between(-1, 2);
        return Combinators.combine(
                        said.list().ofSize(16),
                        Arbitraries.integers().between(0, 4).list().ofSize(16))
                .as(LabelledTraces::labels)
                .list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .map(LabelledTraces::named);
    }

    private static List<StepLabel> labels(List<Integer> said, List<Integer> ratings) {
        List<StepLabel> labels = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            if (said.get(i) >= 0) {
                StepLabel label = said("t", i / 4, Verdict.values()[said.get(i)], "p" + i % 4);
                labels.add(
                        ratings.get(i) == 0
                                ? label
                                : rated(label, new Rating("c", ratings.get(i))));
            }
        }
        return labels;
    }

    private static List<LabelledTrace> named(List<List<StepLabel>> rows) {
        List<LabelledTrace> traces = new ArrayList<>();
        for (List<StepLabel> labels : rows) {
            String id = "t" + traces.size();
            traces.add(
                    new LabelledTrace(trace(id, 4), labels.stream().map(l -> of(l, id)).toList()));
        }
        return traces;
    }

    private static StepLabel of(StepLabel l, String trace) {
        return rated(
                label(trace, l.step(), l.verdict(), l.annotator(), l.source()),
                l.ratings().toArray(Rating[]::new));
    }
}
