package org.stepwright.storage;

import java.util.List;
import java.util.Optional;

/** Runs: training, evaluation, live scoring, import, export. Safe for many threads. */
public final class RunStore {
    RunStore() {}

    /**
     * Saves a run in place of the one with the same id, if any.
     *
     * @param run the run
     */
    public void save(Run run) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param kind a kind of run
     * @return its runs, the latest start first
     */
    public List<Run> list(Run.Kind kind) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param id a run's id
     * @return the run, if there
     */
    public Optional<Run> find(String id) {
        throw new UnsupportedOperationException();
    }
}
