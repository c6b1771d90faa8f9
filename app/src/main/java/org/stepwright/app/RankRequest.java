package org.stepwright.app;

import java.nio.file.Path;
import java.util.Objects;
import org.stepwright.label.QueueOrder;

/**
 * What to rank by.
 *
 * @param order the order; {@link QueueOrder#IMPORTED} needs no ranking
 * @param model a model's bundle, by whose scores to rank and which scores what it has not scored
 *     yet; null for the model that the workspace worked with last and, where there is none, for the
 *     scores that are there
 * @param share the share of the random slice, in [0, 1]; null for that of the project, by which
 *     filters tell the slice too
 * @param seed any number; the same one gives the same order
 */
public record RankRequest(QueueOrder order, Path model, Double share, long seed) {
    /** The seed unless another one is asked for, so that everybody gets the same orders. */
    public static final long SEED = 42;

    /** Validates. */
    public RankRequest {
        Objects.requireNonNull(order, "order");
        if (order == QueueOrder.IMPORTED) {
            throw new IllegalArgumentException("As they came in needs no ranking.");
        }
        if (share != null && !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A share lies in [0, 1].");
        }
    }

    /**
     * @param order the order
     * @return that order by the model used last, with the project's slice and the usual seed
     */
    public static RankRequest of(QueueOrder order) {
        return new RankRequest(order, null, null, SEED);
    }

    /**
     * @return whether it needs a model's scores: the others do without or take them as they are
     */
    public boolean needsScores() {
        return switch (order) {
            case UNCERTAIN, CONVINCING_WRONG, LEARNING -> true;
            case IMPORTED, RANDOM, DISAGREEMENT -> false;
        };
    }
}
