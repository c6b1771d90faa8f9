package org.stepwright.rubric;

import java.util.List;
import java.util.Objects;

/**
 * The values that a criterion can take. A value x maps to the reward (x - min) / (max - min).
 *
 * @param kind the kind of scale
 * @param min the smallest value
 * @param max the largest value, greater than min
 * @param levels described levels in rising order; may be empty; whole numbers unless the scale is
 *     numeric
 */
public record Scale(Kind kind, double min, double max, List<Level> levels) {
    /** Kinds of scale. */
    public enum Kind {
        /** Two levels, 0 and 1. */
        BINARY,
        /** Three levels: -1, 0 and 1. */
        TERNARY,
        /** Whole numbers from min to max. */
        LIKERT,
        /** Any number from min to max. */
        NUMERIC
    }

    /**
     * One described level.
     *
     * @param value its value
     * @param name a short name, maybe empty
     * @param anchor what a step at this level looks like, maybe empty
     * @param example a step at this level, maybe empty
     */
    public record Level(double value, String name, String anchor, String example) {
        /** Validates. */
        public Level {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(anchor, "anchor");
            Objects.requireNonNull(example, "example");
        }
    }

    /** Validates. */
    public Scale {
        Objects.requireNonNull(kind, "kind");
        levels = List.copyOf(levels);
        if (!Double.isFinite(min) || !Double.isFinite(max) || min >= max) {
            throw new IllegalArgumentException(
                    "A scale runs from a smaller to a larger finite number.");
        }
        if (!Double.isFinite(max - min)) {
            throw new IllegalArgumentException("The ends of a scale are too far apart.");
        }
        requireEnds(kind, min, max);
        double previous = Double.NEGATIVE_INFINITY;
        for (Level level : levels) {
            if (!(level.value() > previous) || level.value() < min || level.value() > max) {
                throw new IllegalArgumentException(
                        "Levels rise and lie between the ends of the scale.");
            }
            if (kind != Kind.NUMERIC && level.value() != Math.rint(level.value())) {
                throw new IllegalArgumentException("Levels of this scale are whole numbers.");
            }
            previous = level.value();
        }
    }

    private static void requireEnds(Kind kind, double min, double max) {
        boolean fits =
                switch (kind) {
                    case BINARY -> min == 0 && max == 1;
                    case TERNARY -> min == -1 && max == 1;
                    case LIKERT -> min == Math.rint(min) && max == Math.rint(max);
                    case NUMERIC -> true;
                };
        if (!fits) {
            throw new IllegalArgumentException(
                    switch (kind) {
                        case BINARY -> "A binary scale runs from 0 to 1.";
                        case TERNARY -> "A ternary scale runs from -1 to 1.";
                        default -> "A Likert scale runs from one whole number to another.";
                    });
        }
    }

    /**
     * @return no (0) or yes (1)
     */
    public static Scale binary() {
        return new Scale(
                Kind.BINARY,
                0,
                1,
                List.of(new Level(0, "no", "", ""), new Level(1, "yes", "", "")));
    }

    /**
     * @return wrong (-1), neutral (0) or correct (1)
     */
    public static Scale ternary() {
        return new Scale(
                Kind.TERNARY,
                -1,
                1,
                List.of(
                        new Level(-1, "wrong", "", ""),
                        new Level(0, "neutral", "", ""),
                        new Level(1, "correct", "", "")));
    }

    /**
     * @param value a value on the scale
     * @return the reward in [0, 1]
     * @throws IllegalArgumentException when the value is not on the scale
     */
    public double reward(double value) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException("The value " + value + " is not on the scale.");
        }
        if (kind != Kind.NUMERIC && value != Math.rint(value)) {
            throw new IllegalArgumentException(
                    "The value " + value + " is between two levels of the scale.");
        }
        return (value - min) / (max - min);
    }

    /**
     * @param value any value
     * @return whether it is on the scale
     */
    public boolean has(double value) {
        return value >= min && value <= max && (kind == Kind.NUMERIC || value == Math.rint(value));
    }
}
