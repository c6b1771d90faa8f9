package org.stepwright.trace;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A problem and the steps of one answer to it.
 *
 * @param id the id that its source gave it; unique in a workspace
 * @param problem what was asked
 * @param steps the steps in order; may be empty
 * @param outcome how it ended
 * @param reference the reference answer, or null if there is none
 * @param metadata further facts by name, sorted; see the constants here for the names the workbench
 *     itself reads
 */
public record Trace(
        String id,
        String problem,
        List<Step> steps,
        Outcome outcome,
        String reference,
        Map<String, String> metadata) {
    /** Metadata: the model that wrote the answer. */
    public static final String GENERATOR = "generator";

    /** Metadata: the data set or connection that the trace came from. */
    public static final String SOURCE = "source";

    /** Metadata: the kind of planted error, where the source says so. */
    public static final String ERROR_KIND = "error_kind";

    /**
     * Metadata: the problem that this one rewrites, where the source says so. Answers to both count
     * as answers to one problem.
     */
    public static final String ORIGINAL_PROBLEM = "original_problem";

    /** Metadata: the id of the trace that this one replaces, its steps cut anew. */
    public static final String REVISION_OF = "revision_of";

    /** Metadata: white space between steps that were split, as {@link StepRevision} keeps it. */
    static final String REVISION_GAPS = "revision_gaps";

    /** Validates. */
    public Trace {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("A trace needs an id.");
        }
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(outcome, "outcome");
        steps = List.copyOf(steps);
        metadata = java.util.Collections.unmodifiableMap(new TreeMap<>(metadata));
    }

    /**
     * @param id its id
     * @param problem what was asked
     * @param steps the texts of its steps
     * @return a trace of plain text steps with unknown outcome
     */
    public static Trace of(String id, String problem, List<String> steps) {
        return new Trace(
                id,
                problem,
                steps.stream().map(Step::of).toList(),
                Outcome.UNKNOWN,
                null,
                Map.of());
    }

    /**
     * @return the model that wrote the answer, if known
     */
    public Optional<String> generator() {
        return Optional.ofNullable(metadata.get(GENERATOR));
    }

    /**
     * @return the data set or connection that it came from, if known
     */
    public Optional<String> source() {
        return Optional.ofNullable(metadata.get(SOURCE));
    }

    /**
     * @return the problem and, where it rewrites another one, that one too: all texts by which the
     *     trace belongs to a group of problems. Never empty
     */
    public List<String> problems() {
        String original = metadata.get(ORIGINAL_PROBLEM);
        return original == null ? List.of(problem) : List.of(problem, original);
    }

    /**
     * @param newSteps other steps
     * @return this trace with them, under the same id
     */
    public Trace withSteps(List<Step> newSteps) {
        return new Trace(id, problem, newSteps, outcome, reference, metadata);
    }

    /**
     * @return the texts of the steps, in order
     */
    public List<String> stepTexts() {
        return steps.stream().map(Step::text).toList();
    }
}
