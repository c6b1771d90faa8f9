package org.stepwright.prm.live;

import java.util.concurrent.CompletableFuture;

/**
 * A running call. Safe for use by many threads.
 *
 * @param <T> what it ends with
 */
public interface LiveCall<T> {
    /**
     * Asks to stop; returns at once. The result then comes soon and keeps what has arrived. A
     * listener may still hear one piece that was on its way; the result holds it, too.
     */
    void cancel();

    /**
     * @return completes normally when the call has ended, also when it was cancelled or the stream
     *     broke: those are results, never exceptions. Completing or cancelling the future itself
     *     does not stop the call.
     */
    CompletableFuture<T> result();
}
