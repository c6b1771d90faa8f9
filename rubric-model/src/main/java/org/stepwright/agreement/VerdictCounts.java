package org.stepwright.agreement;

import java.util.List;
import org.stepwright.label.Verdict;

/** All that is computed from the verdicts of one group of steps. */
final class VerdictCounts {
    private static final int VALUES = Verdict.values().length;

    private final AlphaCounts alpha = new AlphaCounts(VALUES);
    private final FleissCounts fleiss = new FleissCounts(VALUES);
    private final KappaCounts kappa = new KappaCounts(VALUES);
    private long items;

    void add(VerdictRow row) {
        items++;
        alpha.add(row.trace(), row.said());
        fleiss.add(row.trace(), row.said());
        kappa.add(row.trace(), row.who(), row.said());
    }

    long items() {
        return items;
    }

    /** In the order κ; Fleiss; α nominal, α ordinal and the same. */
    List<Tally> build() {
        return List.of(kappa.build(), fleiss.build(), alpha.build());
    }
}
