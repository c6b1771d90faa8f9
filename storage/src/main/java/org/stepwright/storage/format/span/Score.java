package org.stepwright.storage.format.span;

import java.time.Instant;
import java.util.Objects;

/**
 * What somebody or something said of a span or a trace.
 *
 * @param name what was judged, or who judged
 * @param value the number, or null when there is none
 * @param label a word, such as {@code correct}; empty if there is none
 * @param comment free text, maybe empty
 * @param person the person who said so; empty when it was a machine or nobody says
 * @param yesNo whether the value is a yes (1) or a no (0)
 * @param at when; the epoch when the file does not say
 */
public record Score(
        String name,
        Double value,
        String label,
        String comment,
        String person,
        boolean yesNo,
        Instant at) {
    /** Validates. */
    public Score {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(comment, "comment");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(at, "at");
    }
}
