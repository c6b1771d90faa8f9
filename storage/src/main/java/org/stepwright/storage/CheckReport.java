package org.stepwright.storage;

import java.util.List;

/**
 * What {@link Workspace#check()} found.
 *
 * @param ok whether nothing is wrong
 * @param problems one plain sentence each; empty when ok
 * @param traces traces
 * @param steps steps of all traces
 * @param labels current labels
 * @param events label events
 */
public record CheckReport(
        boolean ok, List<String> problems, long traces, long steps, long labels, long events) {
    /** Copies. */
    public CheckReport {
        problems = List.copyOf(problems);
    }
}
