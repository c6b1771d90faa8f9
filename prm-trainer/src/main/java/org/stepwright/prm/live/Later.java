package org.stepwright.prm.live;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Runs something after a while; tests pass one that does not wait. */
interface Later {
    /** Plans {@code what}; the returned action calls it off and is harmless afterwards. */
    Runnable after(Duration delay, Runnable what);

    /** The clock thread only wakes up; the work itself runs on the workers. */
    static Later on(ScheduledExecutorService clock, Executor workers) {
        return (delay, what) -> {
            ScheduledFuture<?> planned =
                    clock.schedule(
                            () -> workers.execute(what), delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> planned.cancel(false);
        };
    }
}
