package org.stepwright.storage;

import java.util.Objects;

/**
 * Where two workspaces that were merged do not say the same. Nothing is lost: what is set aside
 * stays in the history, or in the other file.
 *
 * @param kind what they differ in
 * @param traceId the trace
 * @param step the step, from 0; -1 when it is about the whole trace
 * @param candidate 0 for the step itself, k for its k-th alternative
 * @param annotator whose label, state or preference; empty when it is nobody's
 * @param kept what holds now, for people
 * @param setAside what was set aside, for people
 */
public record MergeConflict(
        Kind kind,
        String traceId,
        int step,
        int candidate,
        String annotator,
        String kept,
        String setAside) {
    /** What two workspaces differ in. */
    public enum Kind {
        /** The same person labelled the same step in both; the later label holds. */
        LABEL,
        /** The same person finished the same trace in both; the later state holds. */
        STATE,
        /** The same person compared the same two answers in both; the later choice holds. */
        PREFERENCE,
        /** The steps of the same trace were cut anew in both; the later cut holds. */
        CUT,
        /**
         * Labels are on a trace whose steps were cut anew in the other workspace before it knew
         * them. They stay with the old steps, which are out of sight until the cut is undone.
         */
        HIDDEN,
        /** The same id belongs to two traces; this workspace's own holds, the other is left out. */
        TRACE
    }

    /** Validates. */
    public MergeConflict {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(annotator, "annotator");
        Objects.requireNonNull(kept, "kept");
        Objects.requireNonNull(setAside, "setAside");
    }
}
