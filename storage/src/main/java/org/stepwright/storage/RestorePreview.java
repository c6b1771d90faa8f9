package org.stepwright.storage;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a restore would do.
 *
 * @param there what is in the backup
 * @param here what is in the workspace now; null when that cannot be read
 * @param lastChange when something was last labelled in the backup; null if never
 * @param lost what only the workspace has
 * @param problem why the workspace cannot be read, one sentence; empty when it can
 */
public record RestorePreview(
        WorkspaceCounts there,
        WorkspaceCounts here,
        Instant lastChange,
        Lost lost,
        String problem) {
    /**
     * What the workspace has that the backup lacks.
     *
     * @param traces traces
     * @param changes label events: labels given, changed, taken away, traces finished
     * @param byAnnotator how many of these by whom, at most 50 people; imports are under ""
     * @param rubricVersions published versions of rubrics
     * @param remarks remarks
     * @param runs runs
     * @param drafts drafts of rubrics, as they are now
     * @param others what was set aside or taken back, known traces, saved views, settings of the
     *     project
     * @param tracesOnlyThere traces that only the backup has; many of them say that it is a backup
     *     of something else
     */
    public record Lost(
            long traces,
            long changes,
            SortedMap<String, Long> byAnnotator,
            long rubricVersions,
            long remarks,
            long runs,
            long drafts,
            long others,
            long tracesOnlyThere) {
        /** Nothing. */
        public static final Lost NOTHING = new Lost(0, 0, new TreeMap<>(), 0, 0, 0, 0, 0, 0);

        /** Copies. */
        public Lost {
            byAnnotator = Collections.unmodifiableSortedMap(new TreeMap<>(byAnnotator));
        }

        /**
         * @return whether everything in the workspace is in the backup too
         */
        public boolean isNothing() {
            return traces == 0
                    && changes == 0
                    && rubricVersions == 0
                    && remarks == 0
                    && runs == 0
                    && drafts == 0
                    && others == 0;
        }
    }

    /** Validates. */
    public RestorePreview {
        Objects.requireNonNull(there, "there");
        Objects.requireNonNull(lost, "lost");
        Objects.requireNonNull(problem, "problem");
    }
}
