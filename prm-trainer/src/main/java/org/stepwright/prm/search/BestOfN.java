package org.stepwright.prm.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Picks one of several answers and says how often each way of picking is right. Every tie goes to
 * the answer that came first, so the order of candidates is the order in which they were written.
 */
public final class BestOfN {
    private BestOfN() {}

    /**
     * @param candidates at least one
     * @return the first one: what a model without search gives
     */
    public static Candidate first(List<Candidate> candidates) {
        return candidates.get(0);
    }

    /**
     * @param candidates at least one
     * @return the one with the highest score
     */
    public static Candidate best(List<Candidate> candidates) {
        Candidate best = candidates.get(0);
        for (Candidate candidate : candidates) {
            best = candidate.score() > best.score() ? candidate : best;
        }
        return best;
    }

    /**
     * @param candidates at least one; those without an answer have no vote
     * @return the first one that gives the most frequent answer
     */
    public static Candidate majority(List<Candidate> candidates) {
        return vote(candidates, c -> 1.0);
    }

    /**
     * @param candidates at least one, with scores of at least 0; those without an answer have no
     *     vote
     * @return the first one that gives the answer with the highest sum of scores
     * @throws IllegalArgumentException when a score is under 0, which is no weight
     */
    public static Candidate weightedMajority(List<Candidate> candidates) {
        if (candidates.stream().anyMatch(c -> c.score() < 0)) {
            throw new IllegalArgumentException("A vote's weight is at least 0.");
        }
        return vote(candidates, Candidate::score);
    }

    /**
     * @param candidates at least one
     * @return a right one if there is one, else the first: what a perfect choice would reach
     */
    public static Candidate oracle(List<Candidate> candidates) {
        return candidates.stream().filter(Candidate::correct).findFirst().orElse(candidates.get(0));
    }

    private static Candidate vote(List<Candidate> candidates, Function<Candidate, Double> weight) {
        Map<String, Double> votes = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            if (!candidate.answer().isEmpty()) {
                votes.merge(candidate.answer(), weight.apply(candidate), Double::sum);
            }
        }
        String winner = null;
        for (var entry : votes.entrySet()) {
            winner =
                    winner == null || entry.getValue() > votes.get(winner)
                            ? entry.getKey()
                            : winner;
        }
        String chosen = winner;
        return candidates.stream()
                .filter(c -> c.answer().equals(chosen))
                .findFirst()
                .orElse(candidates.get(0));
    }

    /**
     * @param problems for each problem its candidates in the order they were written, at least one
     * @return a row for N = 1, 2, 4, 8 and on, up to the smallest number of candidates: each uses
     *     the first N of every problem. Empty without problems
     */
    public static List<BestOfNRow> table(List<List<Candidate>> problems) {
        int most = problems.stream().mapToInt(List::size).min().orElse(0);
        List<BestOfNRow> rows = new ArrayList<>();
        for (int n = 1; n <= most; n *= 2) {
            int size = n;
            rows.add(row(n, problems.stream().map(p -> p.subList(0, size)).toList()));
        }
        return List.copyOf(rows);
    }

    private static BestOfNRow row(int n, List<List<Candidate>> problems) {
        boolean weights = problems.stream().flatMap(List::stream).allMatch(c -> c.score() >= 0);
        return new BestOfNRow(
                n,
                problems.size(),
                share(problems, BestOfN::first),
                share(problems, BestOfN::majority),
                weights ? share(problems, BestOfN::weightedMajority) : Double.NaN,
                share(problems, BestOfN::best),
                share(problems, BestOfN::oracle));
    }

    private static double share(
            List<List<Candidate>> problems, Function<List<Candidate>, Candidate> pick) {
        return problems.stream()
                .mapToDouble(p -> pick.apply(p).correct() ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }
}
