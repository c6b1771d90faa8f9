package org.stepwright.rubric;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What becomes of the ratings of one criterion of an older version.
 *
 * @param from the criterion's id in the older version
 * @param to its id in the newer version; null when its ratings are dropped
 * @param kind what happens to them
 * @param values old value to new value, only for {@link Kind#RESCALED}; a rating whose value is
 *     left out is dropped and its step is to be looked at again
 */
public record CriterionMove(String from, String to, Kind kind, Map<Double, Double> values) {
    /** What happens to ratings. */
    public enum Kind {
        /** Carried over as they are. */
        SAME,
        /** Carried over under the criterion's new id. */
        RENAMED,
        /** Each value becomes another one by a table. */
        RESCALED,
        /** Not carried over. */
        DROPPED
    }

    /** Validates. */
    public CriterionMove {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(kind, "kind");
        values = ordered(values);
        if ((kind == Kind.DROPPED) != (to == null)) {
            throw new IllegalArgumentException(
                    "A criterion that is carried over names where to, a dropped one does not: "
                            + from
                            + ".");
        }
        if (kind == Kind.SAME && !from.equals(to) || kind == Kind.RENAMED && from.equals(to)) {
            throw new IllegalArgumentException(
                    "A criterion has another id exactly when it is renamed: " + from + ".");
        }
        if (kind != Kind.RESCALED && !values.isEmpty()) {
            throw new IllegalArgumentException(
                    "Only a criterion with another scale has a table of values: " + from + ".");
        }
    }

    /** Sorted; the two zeros are one value. */
    private static Map<Double, Double> ordered(Map<Double, Double> values) {
        Map<Double, Double> sorted = new TreeMap<>();
        values.forEach((value, mapped) -> sorted.put(value + 0.0, mapped + 0.0));
        return Collections.unmodifiableMap(sorted);
    }

    /**
     * @param id the criterion in both versions
     * @return its ratings stay as they are
     */
    public static CriterionMove same(String id) {
        return new CriterionMove(id, id, Kind.SAME, Map.of());
    }

    /**
     * @param from its old id
     * @param to its new id
     * @return its ratings stay under the new id
     */
    public static CriterionMove renamed(String from, String to) {
        return new CriterionMove(from, to, Kind.RENAMED, Map.of());
    }

    /**
     * @param from its old id
     * @param to its new id, maybe the same
     * @param values old value to new value
     * @return its ratings are mapped
     */
    public static CriterionMove rescaled(String from, String to, Map<Double, Double> values) {
        return new CriterionMove(from, to, Kind.RESCALED, values);
    }

    /**
     * @param from its old id
     * @return its ratings are dropped
     */
    public static CriterionMove dropped(String from) {
        return new CriterionMove(from, null, Kind.DROPPED, Map.of());
    }
}
