package org.stepwright.storage;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What carrying labels over did.
 *
 * @param labels labels that are under the newer version now
 * @param kept ratings carried over as they are
 * @param renamed ratings carried over under another id
 * @param mapped ratings carried over by a table of values
 * @param dropped ratings that were not carried over
 * @param stepsToRevisit labels of steps that an annotator is asked to look at again
 * @param changedMeanwhile labels that somebody changed while this ran; they stay as they are
 * @param undoSteps by annotator, how many undo steps take it back
 */
public record MigrationResult(
        long labels,
        long kept,
        long renamed,
        long mapped,
        long dropped,
        long stepsToRevisit,
        long changedMeanwhile,
        SortedMap<String, Integer> undoSteps) {
    /** Copies. */
    public MigrationResult {
        undoSteps = Collections.unmodifiableSortedMap(new TreeMap<>(undoSteps));
    }
}
