package org.stepwright.prm.live;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stepwright.prm.live.LiveAnswer.Ending;
import org.stepwright.prm.search.BestOfN;
import org.stepwright.prm.search.Candidate;

/**
 * Several answers to one prompt and the one that the scores pick.
 *
 * @param results the answers in the order in which they were started; fewer than asked for after a
 *     cancel, or when one could not be started
 * @param best index of the picked answer; -1 when none has a score
 */
public record LiveCandidates(List<LiveResult> results, int best) {
    /** Validates. */
    public LiveCandidates {
        results = List.copyOf(results);
        if (best < -1 || best >= results.size()) {
            throw new IllegalArgumentException("The best is one of the results, or -1.");
        }
    }

    /**
     * @param results the answers
     * @return with the best by the trace's reward among the complete ones, for an answer that broke
     *     off has fewer steps to be marked down for; among all that have a score when none is
     *     complete. Ties go to the first.
     */
    public static LiveCandidates pick(List<LiveResult> results) {
        List<Integer> complete =
                IntStream.range(0, results.size())
                        .filter(i -> scored(results.get(i)))
                        .filter(i -> results.get(i).answer().ending() == Ending.COMPLETE)
                        .boxed()
                        .toList();
        List<Integer> eligible =
                complete.isEmpty()
                        ? IntStream.range(0, results.size())
                                .filter(i -> scored(results.get(i)))
                                .boxed()
                                .toList()
                        : complete;
        return new LiveCandidates(results, best(results, eligible));
    }

    private static boolean scored(LiveResult result) {
        return result.score() != null && !result.trace().steps().isEmpty();
    }

    private static int best(List<LiveResult> results, List<Integer> eligible) {
        if (eligible.isEmpty()) {
            return -1;
        }
        List<Candidate> candidates =
                eligible.stream()
                        .map(i -> new Candidate("", results.get(i).score().traceReward(), false))
                        .toList();
        return eligible.get(candidates.indexOf(BestOfN.best(candidates)));
    }

    /**
     * @return the picked answer, if there is one
     */
    public Optional<LiveResult> bestResult() {
        return best < 0 ? Optional.empty() : Optional.of(results.get(best));
    }
}
