package org.stepwright.task;

import org.stepwright.work.Progress;

/**
 * A piece of long work.
 *
 * @param <T> what it gives
 */
@FunctionalInterface
public interface Work<T> {
    /**
     * Does the work on the calling thread.
     *
     * @param progress tells how far it is and hears that it should stop
     * @return the result; may be null
     * @throws org.stepwright.work.Cancelled when it was asked to stop
     * @throws Exception when it failed
     */
    T run(Progress progress) throws Exception;
}
