package org.stepwright.ui.review;

import java.util.List;
import java.util.Objects;
import org.stepwright.agreement.Estimate;
import org.stepwright.quality.Drift;
import org.stepwright.quality.SpeedOutlier;
import org.stepwright.tryout.Share;

/**
 * Who labels here, and how.
 *
 * @param people by name
 * @param tooFast traces that somebody labelled faster than they can be read, the fastest first
 * @param judged how many labelled traces could be judged for that
 */
record PeopleFound(List<Person> people, List<SpeedOutlier> tooFast, int judged) {
    /**
     * One person.
     *
     * @param name who
     * @param labels steps with a verdict
     * @param traces their traces
     * @param secondsPerStep the median; NaN when unknown
     * @param reliability the share in [0, 1] of their verdicts that the consensus expects to be
     *     right; NaN when unknown
     * @param gold their right first errors on gold traces
     * @param steady how far they agree with themselves, κ; unknown without repeats
     * @param drift whether they judge differently as time goes by
     */
    record Person(
            String name,
            long labels,
            long traces,
            double secondsPerStep,
            double reliability,
            Share gold,
            Estimate steady,
            Drift drift) {
        /** Validates. */
        Person {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(gold, "gold");
            Objects.requireNonNull(steady, "steady");
            Objects.requireNonNull(drift, "drift");
        }
    }

    /** Copies. */
    PeopleFound {
        people = List.copyOf(people);
        tooFast = List.copyOf(tooFast);
    }
}
