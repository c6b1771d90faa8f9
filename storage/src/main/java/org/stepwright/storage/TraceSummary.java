package org.stepwright.storage;

import java.util.Objects;

/**
 * A trace in a list.
 *
 * @param id the trace's id
 * @param problem at most 300 characters by which the problem is known
 * @param steps how many steps it has
 * @param labelled how many of its steps this annotator gave a verdict
 * @param state how far this annotator is
 * @param firstError this annotator's first wrong step; -1 when every step has a verdict and none is
 *     wrong; -2 when that is not known
 * @param source the data set or connection that it came from, maybe empty
 * @param generator the model that wrote it, maybe empty
 * @param others how many other people finished labelling it, those who gave up not counted
 */
public record TraceSummary(
        String id,
        String problem,
        int steps,
        int labelled,
        TraceState state,
        int firstError,
        String source,
        String generator,
        int others) {
    /** Validates. */
    public TraceSummary {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(generator, "generator");
    }
}
