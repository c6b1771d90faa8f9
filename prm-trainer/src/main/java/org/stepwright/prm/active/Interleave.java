package org.stepwright.prm.active;

import java.util.ArrayList;
import java.util.List;

/** Puts the traces of the random slice evenly among the others. */
final class Interleave {
    /** Larger than what rounding takes from a product, smaller than any share that is used. */
    private static final double ROUNDING = 1e-9;

    private Interleave() {}

    /**
     * @param others traces that are not in the slice, in their order
     * @param slice traces that are, in their order
     * @param share the slice's share in [0, 1]: of any first n traces floor(n × share) are of the
     *     slice, as long as both last; what is left of one follows at the end
     * @return all of them
     */
    static List<Ranked> of(List<String> others, List<String> slice, double share) {
        int n = others.size() + slice.size();
        List<Ranked> all = new ArrayList<>(n);
        int fromSlice = 0;
        for (int i = 0; i < n; i++) {
            boolean due = Math.floor((i + 1) * share + ROUNDING) > fromSlice;
            boolean othersLeft = i - fromSlice < others.size();
            if (fromSlice < slice.size() && (due || !othersLeft)) {
                all.add(new Ranked(slice.get(fromSlice++), true));
            } else {
                all.add(new Ranked(others.get(i - fromSlice), false));
            }
        }
        return all;
    }
}
