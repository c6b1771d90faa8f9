package org.stepwright.storage;

/**
 * How much is in a workspace.
 *
 * @param traces traces
 * @param steps steps of all traces
 * @param labels current labels
 * @param events label events, from the first on
 * @param rubricVersions published versions of all rubrics
 * @param runs runs
 */
public record WorkspaceCounts(
        long traces, long steps, long labels, long events, long rubricVersions, long runs) {}
