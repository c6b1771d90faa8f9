package org.stepwright.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.stepwright.prm.eval.OutcomeAuroc;
import org.stepwright.prm.search.BestOfN;
import org.stepwright.prm.search.BestOfNRow;
import org.stepwright.prm.search.Candidate;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.ProblemGroups;

/**
 * What trace rewards are worth where the outcome is known.
 *
 * @param quantiles smallest, first quarter, median, third quarter and largest reward of all traces;
 *     empty without traces
 * @param aurocs how well scores tell right outcomes from wrong ones, by the score's name: the
 *     reward first, then plain ones that it has to beat; empty when no outcome is known
 * @param bestOfN choosing among answers to the same problem, for N = 2, 4 and on: each row over the
 *     problems with at least N answers, of which it takes the first N; empty when none has two
 */
record TryScores(
        List<Double> quantiles, Map<String, OutcomeAuroc> aurocs, List<BestOfNRow> bestOfN) {
    private static final long SEED = 42;

    private static final Map<String, ToDoubleFunction<TriedTrace>> SCORES = scores();

    private static Map<String, ToDoubleFunction<TriedTrace>> scores() {
        Map<String, ToDoubleFunction<TriedTrace>> scores = new LinkedHashMap<>();
        scores.put("reward", t -> t.tried().reward());
        scores.put("fewer failed checks", t -> -t.tried().failedChecks());
        scores.put("fewer steps", t -> -t.tried().steps());
        scores.put("fewer tool calls", t -> -t.toolCalls());
        scores.put("shorter text", t -> -t.characters());
        scores.put("constant", t -> 0);
        return scores;
    }

    static TryScores of(List<TriedTrace> rows) {
        int[] allGroups = groups(rows);
        int[] known =
                IntStream.range(0, rows.size())
                        .filter(i -> rows.get(i).tried().outcome() != Outcome.UNKNOWN)
                        .toArray();
        List<TriedTrace> judged = Arrays.stream(known).mapToObj(rows::get).toList();
        int[] groups = renumber(Arrays.stream(known).map(i -> allGroups[i]).toArray());
        return new TryScores(quantiles(rows), aurocs(judged, groups), bestOfN(judged, groups));
    }

    private static int[] groups(List<TriedTrace> rows) {
        if (rows.stream().anyMatch(row -> row.group() != null)) {
            Map<String, Integer> ids = new LinkedHashMap<>();
            return rows.stream()
                    .mapToInt(row -> ids.computeIfAbsent(row.group(), g -> ids.size()))
                    .toArray();
        }
        ProblemGroups groups =
                ProblemGroups.ofRows(rows.stream().map(TriedTrace::problems).toList());
        return IntStream.range(0, rows.size()).map(groups::group).toArray();
    }

    private static int[] renumber(int[] groups) {
        Map<Integer, Integer> ids = new LinkedHashMap<>();
        return Arrays.stream(groups).map(g -> ids.computeIfAbsent(g, k -> ids.size())).toArray();
    }

    private static List<Double> quantiles(List<TriedTrace> rows) {
        double[] sorted = rows.stream().mapToDouble(r -> r.tried().reward()).sorted().toArray();
        int last = sorted.length - 1;
        return last < 0
                ? List.of()
                : IntStream.rangeClosed(0, 4).mapToObj(k -> sorted[k * last / 4]).toList();
    }

    private static Map<String, OutcomeAuroc> aurocs(List<TriedTrace> rows, int[] groups) {
        Map<String, OutcomeAuroc> aurocs = new LinkedHashMap<>();
        if (!rows.isEmpty()) {
            boolean[] right = new boolean[rows.size()];
            for (int i = 0; i < right.length; i++) {
                right[i] = rows.get(i).tried().outcome() == Outcome.RIGHT;
            }
            SCORES.forEach(
                    (name, score) ->
                            aurocs.put(
                                    name,
                                    OutcomeAuroc.of(
                                            rows.stream().mapToDouble(score).toArray(),
                                            right,
                                            groups,
                                            SEED)));
        }
        return aurocs;
    }

    private static List<BestOfNRow> bestOfN(List<TriedTrace> rows, int[] groups) {
        Map<Integer, List<Candidate>> problems = new TreeMap<>();
        for (int i = 0; i < groups.length; i++) {
            boolean right = rows.get(i).tried().outcome() == Outcome.RIGHT;
            problems.computeIfAbsent(groups[i], g -> new ArrayList<>())
                    .add(new Candidate("", rows.get(i).tried().reward(), right));
        }
        int most = problems.values().stream().mapToInt(List::size).max().orElse(0);
        List<BestOfNRow> table = new ArrayList<>();
        for (int n = 2; n <= most; n *= 2) {
            int size = n;
            List<List<Candidate>> enough =
                    problems.values().stream()
                            .filter(p -> p.size() >= size)
                            .map(p -> p.subList(0, size))
                            .toList();
            List<BestOfNRow> upToN = BestOfN.table(enough);
            table.add(upToN.get(upToN.size() - 1));
        }
        return List.copyOf(table);
    }
}
