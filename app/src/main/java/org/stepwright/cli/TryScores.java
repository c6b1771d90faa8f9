package org.stepwright.cli;

import java.util.ArrayList;
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
 * @param bestOfN choosing among traces of the same group, for N = 2, 4 and on; empty when no group
 *     has two
 */
record TryScores(List<Double> quantiles, Map<String, OutcomeAuroc> aurocs, List<Choice> bestOfN) {
    private static final long SEED = 42;
    private static final String REWARD = "reward";
    private static final String SHORTER = "shorter text";

    /**
     * Shares of right outcomes when one of the first N traces of a group is chosen, over the groups
     * that have as many.
     *
     * @param byReward choosing by the reward, its first and its perfect choice beside it
     * @param byLength choosing the shortest text
     */
    record Choice(BestOfNRow byReward, BestOfNRow byLength) {}

    private static final Map<String, ToDoubleFunction<TriedTrace>> SCORES = scores();

    private static Map<String, ToDoubleFunction<TriedTrace>> scores() {
        Map<String, ToDoubleFunction<TriedTrace>> scores = new LinkedHashMap<>();
        scores.put(REWARD, t -> t.tried().reward());
        scores.put("fewer failed checks", t -> -t.tried().failedChecks());
        scores.put("fewer steps", t -> -t.tried().steps());
        scores.put("fewer tool calls", t -> -t.toolCalls());
        scores.put(SHORTER, t -> -t.characters());
        scores.put("constant", t -> 0);
        return scores;
    }

    static TryScores of(List<TriedTrace> rows) {
        List<TriedTrace> judged =
                rows.stream().filter(r -> r.tried().outcome() != Outcome.UNKNOWN).toList();
        int[] groups = groups(judged);
        return new TryScores(quantiles(rows), aurocs(judged, groups), bestOfN(judged, groups));
    }

    private static int[] groups(List<TriedTrace> rows) {
        if (rows.stream().anyMatch(row -> row.group() != null)) {
            Map<Object, Integer> ids = new LinkedHashMap<>();
            return rows.stream().mapToInt(row -> number(ids, row)).toArray();
        }
        ProblemGroups groups =
                ProblemGroups.ofRows(rows.stream().map(TriedTrace::problems).toList());
        return IntStream.range(0, rows.size()).map(groups::group).toArray();
    }

    /** A trace without the field belongs to no other one. */
    private static int number(Map<Object, Integer> ids, TriedTrace row) {
        Object key = row.group().isEmpty() ? new Object() : row.group();
        return ids.computeIfAbsent(key, k -> ids.size());
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

    private static List<Choice> bestOfN(List<TriedTrace> rows, int[] groups) {
        Map<Integer, List<TriedTrace>> traces = new TreeMap<>();
        for (int i = 0; i < groups.length; i++) {
            traces.computeIfAbsent(groups[i], g -> new ArrayList<>()).add(rows.get(i));
        }
        int most = traces.values().stream().mapToInt(List::size).max().orElse(0);
        List<Choice> table = new ArrayList<>();
        for (int n = 2; n <= most; n *= 2) {
            int size = n;
            List<List<TriedTrace>> enough =
                    traces.values().stream()
                            .filter(group -> group.size() >= size)
                            .map(group -> group.subList(0, size))
                            .toList();
            table.add(
                    new Choice(row(enough, SCORES.get(REWARD)), row(enough, SCORES.get(SHORTER))));
        }
        return List.copyOf(table);
    }

    private static BestOfNRow row(
            List<List<TriedTrace>> groups, ToDoubleFunction<TriedTrace> score) {
        List<List<Candidate>> candidates =
                groups.stream()
                        .map(group -> group.stream().map(t -> candidate(t, score)).toList())
                        .toList();
        List<BestOfNRow> upToN = BestOfN.table(candidates);
        return upToN.get(upToN.size() - 1);
    }

    private static Candidate candidate(TriedTrace trace, ToDoubleFunction<TriedTrace> score) {
        boolean right = trace.tried().outcome() == Outcome.RIGHT;
        return new Candidate("", score.applyAsDouble(trace), right);
    }
}
