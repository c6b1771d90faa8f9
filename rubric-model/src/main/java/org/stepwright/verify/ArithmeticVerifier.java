package org.stepwright.verify;

import java.util.List;

/** Checks the equalities between numbers that a step states: {@code 4 × 20 = 80}. */
public final class ArithmeticVerifier implements Verifier {
    /** Creates it; it has no options. */
    public ArithmeticVerifier() {}

    @Override
    public String name() {
        return "arithmetic";
    }

    @Override
    public List<Finding> check(Prefix prefix) {
        throw new UnsupportedOperationException();
    }
}
