package org.stepwright.rubric;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Proposes which value of a new scale stands for each value of an old one. */
final class ValueTable {
    /** More whole numbers than this are not listed one by one; those in use still are. */
    private static final double MOST = 50;

    private ValueTable() {}

    static boolean sameValues(Scale one, Scale other) {
        return one.kind() == other.kind() && one.min() == other.min() && one.max() == other.max();
    }

    /**
     * Every value of the old scale that is a level, an end, or in use, at the same place between
     * the ends of the new one. What falls between two levels goes to the nearer one; half-way
     * between two, to the one nearer the middle, which claims less. Exactly the middle of a scale
     * that has none is left out: only a person can say which side it is.
     */
    static Map<Double, Double> propose(Scale old, Scale now, Collection<Double> used) {
        Map<Double, Double> table = new TreeMap<>();
        for (double value : values(old, used)) {
            at(now, (value - old.min()) / (old.max() - old.min()))
                    .ifPresent(mapped -> table.put(value, mapped));
        }
        return table;
    }

    private static SortedSet<Double> values(Scale scale, Collection<Double> used) {
        SortedSet<Double> values = new TreeSet<>();
        values.add(scale.min());
        values.add(scale.max());
        scale.levels().forEach(level -> values.add(level.value()));
        if (scale.kind() != Scale.Kind.NUMERIC && scale.max() - scale.min() <= MOST) {
            for (double value = scale.min(); value <= scale.max(); value++) {
                values.add(value);
            }
        }
        used.stream().filter(value -> on(scale, value)).forEach(values::add);
        if (values.remove(-0.0)) {
            values.add(0.0);
        }
        return values;
    }

    private static OptionalDouble at(Scale scale, double place) {
        double value = scale.min() + place * (scale.max() - scale.min());
        double inside = Math.max(scale.min(), Math.min(scale.max(), value));
        if (scale.kind() == Scale.Kind.NUMERIC || inside == Math.rint(inside)) {
            return OptionalDouble.of(inside + 0.0);
        }
        double low = Math.floor(inside);
        double above = inside - low;
        // Thirds of a scale do not divide evenly in binary; a hair beside half-way is half-way.
        if (Math.abs(above - 0.5) > 1e-9) {
            return OptionalDouble.of((above > 0.5 ? low + 1 : low) + 0.0);
        }
        double middle = (scale.min() + scale.max()) / 2;
        if (Math.abs(inside - middle) < 1e-9) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((inside < middle ? low + 1 : low) + 0.0);
    }

    static boolean on(Scale scale, double value) {
        return value >= scale.min()
                && value <= scale.max()
                && (scale.kind() == Scale.Kind.NUMERIC || value == Math.rint(value));
    }
}
