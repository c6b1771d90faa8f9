package org.stepwright.storage;

import java.util.Objects;
import org.stepwright.label.QueueOrder;

/**
 * A filter and an order under a name.
 *
 * @param name its name, unique in the workspace; not blank, at most 100 characters, without white
 *     space at its ends
 * @param filter the filter, as {@link TraceFilter#parse} reads it; at most 10,000 characters
 * @param order in which order its traces are worked on
 */
public record SavedView(String name, String filter, QueueOrder order) {
    /** The longest name. */
    public static final int MOST_NAME = 100;

    /** The longest filter. */
    public static final int MOST_FILTER = 10_000;

    /** Validates what can be told without reading the filter. */
    public SavedView {
        name = name.strip();
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(order, "order");
    }
}
