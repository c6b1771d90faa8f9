package org.stepwright.storage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.stepwright.label.LabelMode;
import org.stepwright.label.QueueOrder;

/**
 * One sitting of one annotator.
 *
 * @param id unique everywhere
 * @param annotator who
 * @param mode how the traces are gone through
 * @param order in which order they come
 * @param shown kinds of suggestions that can be seen before submitting, such as {@code verifier}
 * @param startedAt when it began
 * @param endedAt when it ended; null while it goes on or when the program died
 */
public record LabelSession(
        String id,
        String annotator,
        LabelMode mode,
        QueueOrder order,
        List<String> shown,
        Instant startedAt,
        Instant endedAt) {
    /** Validates. */
    public LabelSession {
        if (id == null || id.isBlank() || annotator == null || annotator.isBlank()) {
            throw new IllegalArgumentException("A session has an id and an annotator.");
        }
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(order, "order");
        shown = List.copyOf(shown);
        Objects.requireNonNull(startedAt, "startedAt");
    }
}
