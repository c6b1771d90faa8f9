package org.stepwright.trace;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Problems that are the same or nearly the same. Groups depend on the set of problems only, not on
 * their order. 100,000 problems take seconds.
 */
public final class ProblemGroups {
    private final int[] groups;
    private final int count;

    private ProblemGroups(int[] groups, int count) {
        this.groups = groups;
        this.count = count;
    }

    /**
     * @param problems problems in any order
     * @return their groups: equal keys and near-duplicates share one, also through a chain of them.
     *     Near means a Jaccard similarity of at least 0.8 of their three-word shingles, without
     *     those that very many of the problems share
     */
    public static ProblemGroups of(List<String> problems) {
        return ofRows(problems.stream().map(List::of).toList());
    }

    /**
     * @param rows for each row all texts of its problem, as {@link Trace#problems} gives them, at
     *     least one
     * @return the rows' groups: as {@link #of}, and a row joins the groups of all its texts
     */
    public static ProblemGroups ofRows(List<List<String>> rows) {
        Map<String, Integer> keyIds = new LinkedHashMap<>();
        int[][] keysOf = new int[rows.size()][];
        for (int i = 0; i < keysOf.length; i++) {
            keysOf[i] =
                    rows.get(i).stream()
                            .map(ProblemKey::of)
                            .mapToInt(key -> keyIds.computeIfAbsent(key, k -> keyIds.size()))
                            .toArray();
        }
        int[] parents = parents(List.copyOf(keyIds.keySet()));
        for (int[] keys : keysOf) {
            for (int key : keys) {
                parents[root(parents, key)] = root(parents, keys[0]);
            }
        }
        return number(keysOf, parents);
    }

    private static int[] parents(List<String> keys) {
        NearIndex index = new NearIndex(keys);
        int[] parents = new int[keys.size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i;
        }
        for (int i = 0; i < parents.length; i++) {
            int problem = i;
            index.forEarlier(
                    problem,
                    other -> root(parents, other) != root(parents, problem),
                    other -> parents[root(parents, problem)] = root(parents, other));
        }
        return parents;
    }

    private static int root(int[] parents, int i) {
        int at = i;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    private static ProblemGroups number(int[][] keysOf, int[] parents) {
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] groups = new int[keysOf.length];
        for (int i = 0; i < groups.length; i++) {
            int root = root(parents, keysOf[i][0]);
            numbers.putIfAbsent(root, numbers.size());
            groups[i] = numbers.get(root);
        }
        return new ProblemGroups(groups, numbers.size());
    }

    /**
     * @param known problems to look for
     * @return a matcher that is safe for many threads
     */
    public static Matcher matcher(Collection<String> known) {
        Set<String> keys = new HashSet<>();
        known.forEach(problem -> keys.add(ProblemKey.of(problem)));
        NearIndex index = new NearIndex(List.copyOf(keys));
        return problem -> {
            String key = ProblemKey.of(problem);
            return keys.contains(key) || index.hasNear(key);
        };
    }

    /**
     * @param i the index of a problem
     * @return its group, from 0, numbered by first occurrence
     */
    public int group(int i) {
        return groups[i];
    }

    /**
     * @return how many groups there are
     */
    public int count() {
        return count;
    }

    /** Tells whether a problem is among known ones. */
    public interface Matcher {
        /**
         * @param problem what was asked
         * @return whether a known problem is the same or nearly the same
         */
        boolean matches(String problem);
    }
}
