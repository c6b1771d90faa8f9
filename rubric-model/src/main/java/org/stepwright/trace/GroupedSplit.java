package org.stepwright.trace;

import java.util.List;

/** Splits problems into parts so that no problem, nor a near-duplicate, is in two of them. */
public final class GroupedSplit {
    private GroupedSplit() {}

    /**
     * Deterministic. A group's part depends on its text, the seed and which other groups there are,
     * never on the order of the rows.
     *
     * @param problems one problem a row; rows of the same problem stay together
     * @param ratios shares of groups for each part
     * @param seed any number
     * @return one part a row
     */
    public static List<Part> of(List<String> problems, SplitRatios ratios, long seed) {
        throw new UnsupportedOperationException();
    }
}
