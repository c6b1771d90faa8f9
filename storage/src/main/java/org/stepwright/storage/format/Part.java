package org.stepwright.storage.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Step;

/**
 * A part of a labelled trace that a format keeps or loses. What a writer says in {@link
 * LabelWriter#keeps} is equal after a round trip, whatever the trace.
 */
public enum Part {
    /** The id. */
    ID("the id", r -> r.trace().id()),
    /** The problem, to the letter. */
    PROBLEM("the problem to the letter", r -> r.trace().problem()),
    /** The texts of all steps, to the letter. */
    STEPS("the texts of all steps to the letter", r -> r.trace().stepTexts()),
    /** How many of the first steps have a label, and whether each is right; neutral is wrong. */
    LEADING_LABELS("right or wrong of the first steps", Part::leading),
    /** The first error; neutral is wrong. */
    FIRST_ERROR("the first error", r -> FirstErrors.of(r, NeutralPolicy.WRONG)),
    /** What all annotators together say of each step: wrong, neutral, correct or nothing. */
    VERDICTS("the verdict of every step", r -> StepTargets.of(r).verdicts()),
    /** All labels with all that they say. */
    LABELS(
            "who labelled and when, ratings, comments, kinds of error and corrections",
            r -> new HashSet<>(r.labels())),
    /** What machines say. */
    SUGGESTIONS("suggestions of machines", r -> new HashSet<>(r.suggestions())),
    /** The outcome. */
    OUTCOME("the outcome", r -> r.trace().outcome()),
    /** The reference answer. */
    REFERENCE(
            "the reference answer",
            r -> r.trace().reference() == null ? List.of() : r.trace().reference()),
    /** What each step is. */
    KINDS("kinds of step", r -> r.trace().steps().stream().map(Step::kind).toList()),
    /** What came between the steps. */
    CONTEXT("context", r -> r.trace().steps().stream().map(Step::context).toList()),
    /** Other texts for the steps. */
    ALTERNATIVES("alternatives", r -> r.trace().steps().stream().map(Step::alternatives).toList()),
    /** The model that wrote the answer. */
    GENERATOR("the generator", r -> r.trace().generator()),
    /** All metadata. */
    METADATA("other metadata", r -> r.trace().metadata());

    /** Parts whose loss the sentences of a writer explain, because it is never a whole loss. */
    private static final Set<Part> EXPLAINED =
            Set.of(ID, PROBLEM, STEPS, LEADING_LABELS, FIRST_ERROR, VERDICTS);

    private final String words;
    private final Function<LabelledTrace, Object> value;

    Part(String words, Function<LabelledTrace, Object> value) {
        this.words = words;
        this.value = value;
    }

    /**
     * @return what it is, for people, to stand inside a sentence
     */
    public String words() {
        return words;
    }

    /**
     * @param row a trace
     * @return this part of it, to be compared; never null
     */
    Object of(LabelledTrace row) {
        return value.apply(row);
    }

    /** The sentence that names what is lost altogether, or only kept in some cases. */
    static String lost(Set<Part> kept) {
        return Stream.of(values())
                .filter(p -> !kept.contains(p) && !EXPLAINED.contains(p))
                .map(Part::words)
                .collect(Collectors.joining(", ", "Not kept: ", "."));
    }

    private static List<Verdict> leading(LabelledTrace row) {
        List<Verdict> leading = new ArrayList<>();
        for (Verdict verdict : StepTargets.of(row).verdicts()) {
            if (verdict == null) {
                break;
            }
            leading.add(verdict == Verdict.NEUTRAL ? Verdict.WRONG : verdict);
        }
        return leading;
    }
}
