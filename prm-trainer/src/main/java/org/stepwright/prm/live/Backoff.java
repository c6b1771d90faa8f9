package org.stepwright.prm.live;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * How often and how long after one another a request is tried again.
 *
 * @param attempts attempts in all, at least 1
 * @param first the wait before the second attempt, doubled for each further one
 * @param longest no wait of our own is longer; a server that asks for more is not asked again
 * @param jitter numbers from 0 to 1, so that many clients do not return at the same moment
 */
record Backoff(int attempts, Duration first, Duration longest, DoubleSupplier jitter) {
    static Backoff usual() {
        return new Backoff(
                4,
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * The wait before attempt {@code attempt + 1}; empty when there is no further one.
     *
     * @param attempt the attempt that failed, from 1
     * @param asked what the server asked for in Retry-After; null when it did not. The wait is a
     *     little longer than that, and never shorter than without it
     */
    Optional<Duration> before(int attempt, Duration asked) {
        if (attempt >= attempts) {
            return Optional.empty();
        }
        Duration own = own(attempt);
        if (asked == null) {
            return Optional.of(own);
        }
        if (asked.compareTo(longest) > 0) {
            return Optional.empty();
        }
        // "Now" is no pause, and all streams of a prompt are told the same moment.
        Duration least = asked.compareTo(own) > 0 ? asked : own;
        return Optional.of(least.plusMillis((long) (first.toMillis() * spread() / 2)));
    }

    private Duration own(int attempt) {
        double doubled = first.toMillis() * Math.pow(2, attempt - 1.0);
        return Duration.ofMillis((long) Math.min(doubled * spread(), longest.toMillis()));
    }

    /** From 0.5 to 1.5. */
    private double spread() {
        return 0.5 + jitter.getAsDouble();
    }
}
