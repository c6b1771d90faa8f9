package org.stepwright.verify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stepwright.verify.Claims.Claim;

/**
 * Checks the equalities between numbers that a step states: {@code 4 × 20 = 80}, also in LaTeX,
 * with units, percentages and chains. It would rather say nothing than something wrong: variables,
 * mixed units, dates, times and ratios are left alone, and so are results that may be rounded.
 */
public final class ArithmeticVerifier implements Verifier {
    /** What is read of a step; the rest of a longer one is not checked. */
    private static final int MAX_TEXT = 100_000;

    private static final int MAX_CLAIMS = 200;

    /** Creates it; it has no options. */
    public ArithmeticVerifier() {}

    @Override
    public String name() {
        return "arithmetic";
    }

    @Override
    public List<Finding> check(Prefix prefix) {
        String text = prefix.step().text();
        String read = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        Set<Finding> findings = new LinkedHashSet<>();
        for (Claim claim : Claims.of(Tokens.of(read), MAX_CLAIMS)) {
            Judge.of(claim, read).ifPresent(findings::add);
        }
        return new ArrayList<>(findings);
    }
}
