package org.stepwright.ui.review;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.stepwright.trace.Gist;

/**
 * A trace in the list of those that wait for a decision.
 *
 * @param id the trace's id
 * @param problem the words by which the problem is known
 * @param steps how many steps it has
 * @param people how many people labelled it or gave an opinion on it
 * @param differing in how many steps they gave different verdicts
 * @param firstErrors the first errors that they name, each once, rising; -1 for none
 * @param gaveUp how many gave up
 * @param flagged how many say that the problem is bad
 * @param decided whether somebody has decided
 */
record ReviewItem(
        String id,
        String problem,
        int steps,
        int people,
        int differing,
        List<Integer> firstErrors,
        int gaveUp,
        int flagged,
        boolean decided) {
    ReviewItem {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(problem, "problem");
        firstErrors = List.copyOf(firstErrors);
    }

    static ReviewItem of(ReviewTrace trace) {
        List<Voice> voices = trace.voices();
        int steps = trace.trace().steps().size();
        TreeSet<Integer> firsts = new TreeSet<>();
        for (Voice voice : voices) {
            OptionalInt first = voice.firstError();
            first.ifPresent(firsts::add);
        }
        return new ReviewItem(
                trace.trace().id(),
                Gist.of(trace.trace().problem()),
                steps,
                voices.size(),
                (int) IntStream.range(0, steps).filter(i -> Split.of(voices, i).differs()).count(),
                List.copyOf(firsts),
                count(voices, org.stepwright.storage.TraceState.GAVE_UP),
                count(voices, org.stepwright.storage.TraceState.BAD_PROBLEM),
                trace.decided());
    }

    private static int count(List<Voice> voices, org.stepwright.storage.TraceState state) {
        return (int) voices.stream().filter(v -> v.state() == state).count();
    }

    /** Whether people name different first errors. */
    boolean firstErrorsDiffer() {
        return firstErrors.size() > 1;
    }

    /** Whether there is something to decide, or was. */
    boolean contested() {
        return differing > 0 || firstErrorsDiffer() || gaveUp > 0 || flagged > 0;
    }

    ReviewItem withDecided(boolean is) {
        return new ReviewItem(
                id, problem, steps, people, differing, firstErrors, gaveUp, flagged, is);
    }
}
