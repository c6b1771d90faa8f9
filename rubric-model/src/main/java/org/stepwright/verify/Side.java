package org.stepwright.verify;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One side of an equality.
 *
 * @param expression its numbers and operators, percentages as parts of one
 * @param plain the same with percentages as their bare number
 * @param shown the same for people
 * @param first its first number
 * @param operators how many operators it has
 * @param divides whether it divides
 * @param percent whether it holds a percentage
 * @param decimals the most decimals that one of its numbers shows
 * @param units the words behind its numbers
 * @param start where it starts in the step
 * @param end where its last number ends in the step
 */
record Side(
        String expression,
        String plain,
        String shown,
        BigDecimal first,
        int operators,
        boolean divides,
        boolean percent,
        int decimals,
        List<String> units,
        int start,
        int end) {
    boolean bare() {
        return operators == 0;
    }

    /** Whether it multiplies or divides, and so carries the rounding of its numbers further. */
    boolean carries() {
        return expression.indexOf('*') >= 0 || divides;
    }

    /** Whether it is a fraction of something rather than a calculation: 1/2 a cup. */
    boolean isFraction() {
        return operators == 1 && divides;
    }

    Optional<BigDecimal> value() {
        return BoundedMath.value(expression);
    }

    Optional<BigDecimal> plainValue() {
        return BoundedMath.value(plain);
    }
}
