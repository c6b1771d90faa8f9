package org.stepwright.prm.live;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Reads the Retry-After header (RFC 9110, section 10.2.3): seconds or a date. */
final class RetryAfter {
    private RetryAfter() {}

    /** Returns the wait that the server asks for; null when it does not or cannot be understood. */
    static Duration read(String header, Clock clock) {
        if (header == null || header.isBlank() || header.length() > 64) {
            return null;
        }
        String value = header.strip();
        try {
            return atLeastZero(Duration.ofMillis((long) (Double.parseDouble(value) * 1000)));
        } catch (NumberFormatException notSeconds) {
            return untilDate(value, clock);
        }
    }

    private static Duration untilDate(String value, Clock clock) {
        try {
            ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            return atLeastZero(Duration.between(clock.instant(), date.toInstant()));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Duration atLeastZero(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
