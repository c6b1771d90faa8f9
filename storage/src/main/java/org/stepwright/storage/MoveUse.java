package org.stepwright.storage;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stepwright.rubric.CriterionMove;

/**
 * What a move does to the ratings that there are.
 *
 * @param move the move
 * @param carried how many ratings are carried over, as they are or by the table
 * @param dropped how many are not
 * @param values how many ratings have each old value, by value
 */
public record MoveUse(
        CriterionMove move, long carried, long dropped, SortedMap<Double, Long> values) {
    /** Copies. */
    public MoveUse {
        Objects.requireNonNull(move, "move");
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /**
     * @return how many ratings of the criterion there are
     */
    public long ratings() {
        return carried + dropped;
    }
}
