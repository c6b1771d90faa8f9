package org.stepwright.prm.signal;

import java.util.ArrayList;
import java.util.List;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/**
 * Turns steps into the numbers that a model reads. Training, batch scoring and streaming all go
 * through here, so they cannot drift apart. Safe for many threads; its states are not.
 */
public interface StepFeatures extends AutoCloseable {
    /**
     * @return names of the numbers, in order
     */
    List<String> names();

    /**
     * @param problem what was asked
     * @return the state before the first step; for one thread at a time
     */
    State begin(String problem);

    /**
     * @param traces traces
     * @param progress told about finished traces; asked for cancel between batches
     * @return for each trace, for each step, one number a name: bit by bit what {@link #begin} and
     *     {@link State#next} give
     */
    default List<float[][]> all(List<Trace> traces, Progress progress) {
        List<float[][]> all = new ArrayList<>(traces.size());
        for (Trace trace : traces) {
            progress.checkCancelled();
            State state = begin(trace.problem());
            float[][] rows = new float[trace.steps().size()][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = state.next(trace.steps().get(i));
            }
            all.add(rows);
            progress.report(all.size(), traces.size(), "Reading steps");
        }
        return all;
    }

    /** Frees native memory, if any. */
    @Override
    void close();

    /** What is remembered of one answer so far. */
    interface State {
        /**
         * @param step the next step
         * @return its numbers, all finite
         */
        float[] next(Step step);
    }
}
