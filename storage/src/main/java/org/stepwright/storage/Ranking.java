package org.stepwright.storage;

import java.time.Instant;
import java.util.Objects;
import org.stepwright.label.QueueOrder;

/**
 * What is known of an order of work.
 *
 * @param order the order
 * @param madeAt when it was made
 * @param basis what it was made from, for people, such as the name of a model; maybe empty
 * @param traces how many traces it holds
 */
public record Ranking(QueueOrder order, Instant madeAt, String basis, int traces) {
    /** Validates. */
    public Ranking {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(basis, "basis");
    }
}
