package org.stepwright.rubric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which things of a list need not move for it to get a new order. */
final class Stay {
    private Stay() {}

    /**
     * The longest row of ids that both lists have in the same order, so that moving the others is
     * the fewest moves. Ids are unique in each list.
     */
    static Set<String> inPlace(List<String> old, List<String> now) {
        List<String> common = now.stream().filter(new HashSet<>(old)::contains).toList();
        int n = common.size();
        int[] at = common.stream().mapToInt(old::indexOf).toArray();
        int[] length = new int[n];
        int[] previous = new int[n];
        int best = -1;
        for (int i = 0; i < n; i++) {
            length[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (at[j] < at[i] && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            if (best < 0 || length[i] > length[best]) {
                best = i;
            }
        }
        Set<String> kept = new HashSet<>();
        for (int i = best; i >= 0; i = previous[i]) {
            kept.add(common.get(i));
        }
        return kept;
    }

    static List<String> nearestFirst(List<String> front) {
        List<String> reversed = new ArrayList<>(front);
        Collections.reverse(reversed);
        return reversed;
    }
}
