package org.stepwright.storage;

import java.util.List;

/**
 * What a merge brought.
 *
 * @param tracesAdded traces that were not here
 * @param stepsAdded their steps
 * @param rubricVersionsAdded published versions of rubrics that were not here
 * @param batchesAdded things done in the other workspace that were not known here
 * @param labelsChanged labels that are new, other or gone here
 * @param preferences preferences that are new, other or gone here
 * @param remarks remarks that were not here
 * @param gold gold and screening traces that were not here
 * @param conflicts where both differ, at most {@value #MOST_CONFLICTS}
 * @param conflictsInAll how many conflicts there are
 */
public record MergeReport(
        long tracesAdded,
        long stepsAdded,
        long rubricVersionsAdded,
        long batchesAdded,
        long labelsChanged,
        long preferences,
        long remarks,
        long gold,
        List<MergeConflict> conflicts,
        long conflictsInAll) {
    /** More conflicts than these are only counted. */
    public static final int MOST_CONFLICTS = 1_000;

    /** Validates. */
    public MergeReport {
        conflicts = List.copyOf(conflicts);
    }
}
