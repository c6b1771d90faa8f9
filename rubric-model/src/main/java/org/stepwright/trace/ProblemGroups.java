package org.stepwright.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
        Map<String, Integer> keyIds = new HashMap<>();
        List<String> keys = new ArrayList<>();
        int[] keyOf = new int[problems.size()];
        for (int i = 0; i < keyOf.length; i++) {
            String key = ProblemKey.of(problems.get(i));
            Integer known = keyIds.putIfAbsent(key, keys.size());
            keyOf[i] = known == null ? keys.size() : known;
            if (known == null) {
                keys.add(key);
            }
        }
        return number(keyOf, roots(keys));
    }

    private static int[] roots(List<String> keys) {
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
        for (int i = 0; i < parents.length; i++) {
            parents[i] = root(parents, i);
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

    private static ProblemGroups number(int[] keyOf, int[] roots) {
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] groups = new int[keyOf.length];
        for (int i = 0; i < groups.length; i++) {
            int root = roots[keyOf[i]];
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
