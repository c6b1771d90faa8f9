package org.stepwright.trace;

import java.util.Collection;
import java.util.List;

/** Problems that are the same or nearly the same, found in time near linear in their number. */
public final class ProblemGroups {
    private final int[] groups;
    private final int count;

    private ProblemGroups(int[] groups, int count) {
        this.groups = groups;
        this.count = count;
    }

    /**
     * @param problems problems in any order
     * @return their groups: equal keys and near-duplicates (Jaccard of shingles at least 0.8) share
     *     one, also through a chain of them
     */
    public static ProblemGroups of(List<String> problems) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param known problems to look for
     * @return a matcher that is safe for many threads
     */
    public static Matcher matcher(Collection<String> known) {
        throw new UnsupportedOperationException();
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
