package org.stepwright.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * Finds near-duplicates exactly by prefix filtering: two sets whose Jaccard similarity is at least
 * t share one of their first {@code n - ceil(t n) + 1} members when both are sorted by a common
 * order; rarest first keeps the posting lists short (Chaudhuri et al., "A primitive operator for
 * similarity joins in data cleaning", 2006). Text that very many problems share, such as a policy
 * in front of every conversation, says nothing about a problem and is left out of the comparison.
 */
final class NearIndex {
    static final double THRESHOLD = 0.8;

    /**
     * A shingle in fewer problems than this is never left out: in a small set the variants of one
     * problem are a large share of it, and would be taken apart by leaving out what they share.
     */
    private static final int COMMON_AT_LEAST = 20;

    private final Map<Long, Integer> frequency = new HashMap<>();
    private final int commonAbove;
    private final long[][] sets;
    private final Map<Long, int[]> postings = new HashMap<>();
    private final Map<Long, Integer> postingSizes = new HashMap<>();

    /**
     * @param keys distinct keys
     */
    NearIndex(List<String> keys) {
        sets = new long[keys.size()][];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = Shingles.of(keys.get(i));
            for (long shingle : sets[i]) {
                frequency.merge(shingle, 1, Integer::sum);
            }
        }
        commonAbove = commonAbove(sets.length);
        for (int i = 0; i < sets.length; i++) {
            sets[i] = distinctive(sets[i]);
            for (long shingle : prefix(sets[i])) {
                post(shingle, i);
            }
        }
    }

    private static int commonAbove(int problems) {
        double share = Math.min(0.3 * problems, Math.max(50, 0.001 * problems));
        return Math.max(COMMON_AT_LEAST - 1, (int) share);
    }

    /** Shows each near-duplicate of an indexed problem that comes before it. */
    void forEarlier(int problem, IntPredicate wanted, IntConsumer sink) {
        for (long shingle : prefix(sets[problem])) {
            int[] posted = postings.get(shingle);
            int size = postingSizes.get(shingle);
            for (int k = 0; k < size && posted[k] < problem; k++) {
                int other = posted[k];
                if (wanted.test(other) && near(sets[problem], sets[other])) {
                    sink.accept(other);
                }
            }
        }
    }

    /** Tells whether any indexed problem is near the one of this key. */
    boolean hasNear(String key) {
        long[] set = distinctive(Shingles.of(key));
        for (long shingle : prefix(set)) {
            int[] posted = postings.get(shingle);
            int size = postingSizes.getOrDefault(shingle, 0);
            for (int k = 0; k < size; k++) {
                if (near(set, sets[posted[k]])) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean near(long[] a, long[] b) {
        int small = Math.min(a.length, b.length);
        int large = Math.max(a.length, b.length);
        return small >= THRESHOLD * large && Shingles.jaccard(a, b) >= THRESHOLD;
    }

    private long[] distinctive(long[] set) {
        return Arrays.stream(set)
                .filter(s -> frequency.getOrDefault(s, 0) <= commonAbove)
                .toArray();
    }

    private long[] prefix(long[] set) {
        int length = set.length - (int) Math.ceil(THRESHOLD * set.length - 1e-9) + 1;
        return Arrays.stream(set)
                .boxed()
                .sorted(
                        (a, b) -> {
                            int byRarity =
                                    Integer.compare(
                                            frequency.getOrDefault(a, 0),
                                            frequency.getOrDefault(b, 0));
                            return byRarity != 0 ? byRarity : Long.compare(a, b);
                        })
                .limit(set.length == 0 ? 0 : length)
                .mapToLong(Long::longValue)
                .toArray();
    }

    private void post(long shingle, int problem) {
        int size = postingSizes.merge(shingle, 1, Integer::sum);
        int[] posted = postings.computeIfAbsent(shingle, s -> new int[2]);
        if (size > posted.length) {
            posted = Arrays.copyOf(posted, size * 2);
            postings.put(shingle, posted);
        }
        posted[size - 1] = problem;
    }
}
