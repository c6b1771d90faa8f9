package org.stepwright.storage;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Instants in columns that are sorted by time: always nine digits, so text sorts like time. */
final class Stamps {
    private static final DateTimeFormatter NINE_DIGITS =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

    private Stamps() {}

    static String write(Instant instant) {
        return NINE_DIGITS.format(instant);
    }
}
