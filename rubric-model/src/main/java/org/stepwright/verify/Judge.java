package org.stepwright.verify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stepwright.verify.Claims.Claim;

/** Decides whether an equality holds; says nothing where rounding or wording leaves it open. */
final class Judge {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final List<BigDecimal> FACTORS = List.of(HUNDRED, BigDecimal.valueOf(1000));
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** What rounding of earlier results may add up to. */
    private static final BigDecimal DRIFT = new BigDecimal("0.005");

    private static final BigDecimal NEAR = new BigDecimal("0.02");

    /**
     * One side with its values, each worked out once.
     *
     * @param side the side
     * @param value its value
     * @param plainValue its value with percentages as bare numbers; null when it has none
     */
    private record Valued(Side side, BigDecimal value, BigDecimal plainValue) {
        static Optional<Valued> of(Side side) {
            BigDecimal plain = side.percent() ? side.plainValue().orElse(null) : null;
            return side.value().map(value -> new Valued(side, value, plain));
        }

        /** 50% is 0.5 and 50. */
        List<BigDecimal> readings() {
            List<BigDecimal> readings = new ArrayList<>(List.of(value));
            if (plainValue != null) {
                readings.add(plainValue);
            }
            if (side.percent()) {
                readings.add(HUNDRED.multiply(value));
            }
            return readings;
        }
    }

    private final Claim claim;
    private final Valued left;
    private final Valued right;

    private Judge(Claim claim, Valued left, Valued right) {
        this.claim = claim;
        this.left = left;
        this.right = right;
    }

    /**
     * @param claim an equality
     * @param text the step that it stands in
     * @return what was found; empty when it cannot be decided
     */
    static Optional<Finding> of(Claim claim, String text) {
        Optional<Valued> left = Valued.of(claim.left());
        Optional<Valued> right = Valued.of(claim.right());
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        String evidence = text.substring(claim.left().start(), claim.right().end());
        return new Judge(claim, left.get(), right.get()).finding(evidence);
    }

    private Optional<Finding> finding(String evidence) {
        BigDecimal off = smallestDifference();
        if (off.compareTo(tolerance()) <= 0) {
            String sign = claim.about() ? " ≈ " : " = ";
            String shown = claim.left().shown() + sign + claim.right().shown();
            return Optional.of(new Finding(true, evidence, shown));
        }
        return open(off)
                ? Optional.empty()
                : Optional.of(new Finding(false, evidence, correction()));
    }

    private BigDecimal smallestDifference() {
        BigDecimal least = null;
        for (BigDecimal one : left.readings()) {
            for (BigDecimal other : right.readings()) {
                BigDecimal off = one.subtract(other).abs();
                least = least == null || off.compareTo(least) < 0 ? off : least;
            }
        }
        return least;
    }

    /** Half a unit of the last digit that the result shows. */
    private BigDecimal tolerance() {
        Valued stated = right.side().bare() ? right : left;
        Side result = stated.side();
        BigDecimal size = stated.value().abs();
        BigDecimal exact = size.max(BigDecimal.ONE).scaleByPowerOfTen(-12);
        if (claim.about()) {
            int zeros = Math.min(0, result.first().stripTrailingZeros().scale());
            BigDecimal unit =
                    BigDecimal.ONE.scaleByPowerOfTen(-(zeros < 0 ? zeros : result.decimals()));
            return unit.max(size.multiply(NEAR));
        }
        boolean rounded = result.bare() && result.decimals() > 0;
        return rounded ? HALF.scaleByPowerOfTen(-result.decimals()).max(exact) : exact;
    }

    private boolean open(BigDecimal off) {
        List<String> units = new ArrayList<>(left.side().units());
        units.addAll(right.side().units());
        return claim.doubtful()
                || Measures.unclear(units)
                || mixesPercent(left.side())
                || mixesPercent(right.side())
                || goesOn()
                || changesUnit()
                || mayBeRounded(off);
    }

    /** Cents and dollars, shares and percent, thousands: a factor of 100 or 1000 is a unit's. */
    private boolean changesUnit() {
        BigDecimal one = left.value();
        BigDecimal other = right.value();
        boolean measured = left.side().isFraction() && !left.side().units().isEmpty();
        return measured
                || FACTORS.stream()
                        .anyMatch(
                                f ->
                                        one.multiply(f).compareTo(other) == 0
                                                || other.multiply(f).compareTo(one) == 0);
    }

    /** "20 + 10%" adds a part of the whole, not a number. */
    private static boolean mixesPercent(Side side) {
        boolean sums = side.expression().indexOf('+') >= 0 || side.expression().indexOf('-') >= 0;
        boolean all = side.shown().replaceAll("[\\d.]+%", "").matches("[^\\d]*");
        return side.percent() && sums && !all;
    }

    /** "2 + 3 = 5 × 4 = 20" goes on with the result; sloppy, but not a wrong calculation. */
    private boolean goesOn() {
        return !right.side().bare() && left.value().compareTo(right.side().first()) == 0;
    }

    private boolean mayBeRounded(BigDecimal off) {
        Side one = left.side();
        Side other = right.side();
        boolean inexact = one.divides() || other.divides() || one.percent() || one.decimals() > 0;
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-Math.max(0, other.decimals()));
        BigDecimal size = right.value().abs();
        boolean carries = one.carries() || other.carries();
        boolean drift = carries && off.compareTo(size.multiply(DRIFT)) <= 0;
        return inexact && (off.compareTo(unit) < 0 || drift);
    }

    private String correction() {
        String first = left.side().shown();
        String second = right.side().shown();
        if (right.side().bare()) {
            return first + " = " + result(left, right.side()) + ", not " + second;
        }
        if (left.side().bare()) {
            return second + " = " + result(right, left.side()) + ", not " + first;
        }
        return first
                + " = "
                + result(left, right.side())
                + ", but "
                + second
                + " = "
                + result(right, left.side());
    }

    private static String result(Valued valued, Side other) {
        BigDecimal value = valued.value();
        boolean inPercent = other.bare() && other.percent() && !valued.side().percent();
        BigDecimal shown = inPercent ? value.multiply(HUNDRED) : value;
        return BoundedMath.shown(
                        shown.setScale(
                                Math.min(12, Math.max(0, shown.scale())), RoundingMode.HALF_UP))
                + (inPercent ? "%" : "");
    }
}
