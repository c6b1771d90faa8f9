package org.stepwright.verify;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** Evaluates small expressions of numbers; what would take long or has no value is left alone. */
final class BoundedMath {
    private static final int MAX_LENGTH = 2_000;

    /** A number with more digits before its point is no result that people work out in a step. */
    private static final int MAX_DIGITS = 30;

    private static final ExpressionConfiguration CONFIGURATION =
            ExpressionConfiguration.builder()
                    .mathContext(MathContext.DECIMAL128)
                    .arraysAllowed(false)
                    .structuresAllowed(false)
                    .implicitMultiplicationAllowed(false)
                    .build();

    private BoundedMath() {}

    /**
     * @param expression decimal numbers, {@code + - * / ^} and parentheses only; the caller has
     *     bounded nesting and exponents
     * @return its value; empty when it has none, such as a division by zero, or is too large
     */
    static Optional<BigDecimal> value(String expression) {
        if (expression.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            BigDecimal value =
                    new Expression(expression, CONFIGURATION).evaluate().getNumberValue();
            return Optional.of(value).filter(v -> v.precision() - v.scale() <= MAX_DIGITS);
        } catch (BaseException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    static BigDecimal quotient(BigDecimal top, BigDecimal bottom) {
        return top.divide(bottom, MathContext.DECIMAL128);
    }

    /** A number for people: at most six decimals, no trailing zeros. */
    static String shown(BigDecimal value) {
        BigDecimal rounded = value.scale() > 6 ? value.setScale(6, RoundingMode.HALF_UP) : value;
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
