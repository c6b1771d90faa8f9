package org.stepwright.prm.encode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Cuts texts that are sorted by length into batches under a token budget, padding included. */
final class TokenBatches {
    private TokenBatches() {}

    /**
     * @param order indices of texts, the shortest first
     * @param length tokens of a text
     * @param budget most tokens in a batch; a single longer text still makes a batch of its own
     * @return the batches, as indices of texts
     */
    static List<int[]> of(int[] order, IntUnaryOperator length, int budget) {
        List<int[]> batches = new ArrayList<>();
        int from = 0;
        while (from < order.length) {
            int to = from + 1;
            while (to < order.length
                    && (long) (to - from + 1) * length.applyAsInt(order[to]) <= budget) {
                to++;
            }
            batches.add(Arrays.copyOfRange(order, from, to));
            from = to;
        }
        return batches;
    }
}
