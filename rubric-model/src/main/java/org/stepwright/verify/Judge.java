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

    private Judge() {}

    /**
     * @param claim an equality
     * @param text the step that it stands in
     * @return what was found; empty when it cannot be decided
     */
    static Optional<Finding> of(Claim claim, String text) {
        Optional<BigDecimal> left = claim.left().value();
        Optional<BigDecimal> right = claim.right().value();
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        String evidence = text.substring(claim.left().start(), claim.right().end());
        BigDecimal off = smallestDifference(claim);
        if (off.compareTo(tolerance(claim)) <= 0) {
            String shown = claim.left().shown() + sign(claim) + claim.right().shown();
            return Optional.of(new Finding(true, evidence, shown));
        }
        if (open(claim, off)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(false, evidence, correction(claim)));
    }

    private static String sign(Claim claim) {
        return claim.about() ? " ≈ " : " = ";
    }

    /** Over the readings of percentages: 50% is 0.5 and 50. */
    private static BigDecimal smallestDifference(Claim claim) {
        BigDecimal least = null;
        for (BigDecimal left : readings(claim.left())) {
            for (BigDecimal right : readings(claim.right())) {
                BigDecimal off = left.subtract(right).abs();
                least = least == null || off.compareTo(least) < 0 ? off : least;
            }
        }
        return least;
    }

    private static List<BigDecimal> readings(Side side) {
        List<BigDecimal> readings = new ArrayList<>();
        side.value().ifPresent(readings::add);
        if (side.percent()) {
            side.plainValue().ifPresent(readings::add);
            side.value().map(HUNDRED::multiply).ifPresent(readings::add);
        }
        return readings;
    }

    /** Half a unit of the last digit that the result shows. */
    private static BigDecimal tolerance(Claim claim) {
        Side result = claim.right().bare() ? claim.right() : claim.left();
        BigDecimal size = result.value().orElse(BigDecimal.ZERO).abs();
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

    private static boolean open(Claim claim, BigDecimal off) {
        Side left = claim.left();
        Side right = claim.right();
        List<String> units = new ArrayList<>(left.units());
        units.addAll(right.units());
        return claim.doubtful()
                || Measures.unclear(units)
                || mixesPercent(left)
                || mixesPercent(right)
                || goesOn(left, right)
                || changesUnit(left, right)
                || mayBeRounded(left, right, off);
    }

    /** Cents and dollars, shares and percent, thousands: a factor of 100 or 1000 is a unit's. */
    private static boolean changesUnit(Side left, Side right) {
        BigDecimal one = left.value().orElse(BigDecimal.ZERO);
        BigDecimal other = right.value().orElse(BigDecimal.ZERO);
        boolean measured = left.isFraction() && !left.units().isEmpty();
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
    private static boolean goesOn(Side left, Side right) {
        return !right.bare()
                && left.value().filter(v -> v.compareTo(right.first()) == 0).isPresent();
    }

    private static boolean mayBeRounded(Side left, Side right, BigDecimal off) {
        boolean inexact =
                left.divides() || right.divides() || left.percent() || left.decimals() > 0;
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-Math.max(0, right.decimals()));
        BigDecimal size = right.value().orElse(BigDecimal.ZERO).abs();
        boolean carries = left.carries() || right.carries();
        boolean drift = carries && off.compareTo(size.multiply(DRIFT)) <= 0;
        return inexact && (off.compareTo(unit) < 0 || drift);
    }

    private static String correction(Claim claim) {
        Side left = claim.left();
        Side right = claim.right();
        if (right.bare()) {
            return left.shown() + " = " + result(left, right) + ", not " + right.shown();
        }
        if (left.bare()) {
            return right.shown() + " = " + result(right, left) + ", not " + left.shown();
        }
        return left.shown()
                + " = "
                + result(left, right)
                + ", but "
                + right.shown()
                + " = "
                + result(right, left);
    }

    private static String result(Side side, Side other) {
        BigDecimal value = side.value().orElseThrow();
        boolean inPercent = other.bare() && other.percent();
        BigDecimal shown = inPercent && !side.percent() ? value.multiply(HUNDRED) : value;
        return BoundedMath.shown(
                        shown.setScale(
                                Math.min(12, Math.max(0, shown.scale())), RoundingMode.HALF_UP))
                + (inPercent && !side.percent() ? "%" : "");
    }
}
