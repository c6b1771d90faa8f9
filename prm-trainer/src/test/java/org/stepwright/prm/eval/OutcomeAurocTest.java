package org.stepwright.prm.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutcomeAurocTest {
    @Test
    void oneClassSaysNothing() {
        OutcomeAuroc auroc =
                OutcomeAuroc.of(new double[] {0, 1}, new boolean[] {true, true}, new int[2], 1);
        assertThat(auroc.auroc()).isNaN();
        assertThat(auroc.low()).isNaN();
        assertThat(auroc.right()).isEqualTo(2);
    }

    @Test
    void theIntervalHoldsTheAreaAndIsWiderForFewerGroups() {
        int n = 200;
        double[] scores = IntStream.range(0, n).mapToDouble(i -> (i * 37) % 101).toArray();
        boolean[] right = new boolean[n];
        for (int i = 0; i < n; i++) {
            // The luck of a group of 20 is shared: 10 groups are not 200 traces.
            right[i] = (i / 20) % 2 == 0 ? scores[i] > 50 : scores[i] < 40;
        }
        int[] own = IntStream.range(0, n).toArray();
        int[] shared = IntStream.range(0, n).map(i -> i / 20).toArray();
        OutcomeAuroc alone = OutcomeAuroc.of(scores, right, own, 7);
        OutcomeAuroc grouped = OutcomeAuroc.of(scores, right, shared, 7);

        assertThat(grouped.auroc()).isEqualTo(Metrics.auroc(scores, right));
        assertThat(alone.auroc()).isBetween(alone.low(), alone.high());
        assertThat(grouped.groups()).isEqualTo(10);
        assertThat(grouped.high() - grouped.low()).isGreaterThan(alone.high() - alone.low());
        assertThat(OutcomeAuroc.of(scores, right, shared, 7)).isEqualTo(grouped);
    }

    @Test
    void withinGroupsOnlyTheirOwnTracesAreCompared() {
        // Group 0 is easy and scored high; within each group the better score is the wrong one's.
        double[] scores = {8, 9, 1, 2, 5};
        boolean[] right = {true, false, true, false, true};
        OutcomeAuroc auroc = OutcomeAuroc.of(scores, right, new int[] {0, 0, 1, 1, 2}, 3);
        assertThat(auroc.within()).isZero();
        assertThat(auroc.auroc()).isEqualTo(2 / 6.0);
        double[] tied = {1, 1};
        assertThat(OutcomeAuroc.of(tied, new boolean[] {true, false}, new int[2], 3).within())
                .isEqualTo(0.5);
        assertThat(OutcomeAuroc.of(tied, new boolean[] {true, false}, new int[] {0, 1}, 3).within())
                .isNaN();
    }

    /**
     * Made with scikit-learn 1.9.1 and numpy 2.4.6: {@code roc_auc_score(r, s)}; within groups its
     * product with (right * wrong) summed over groups, through the sum of these products; the
     * intervals with {@code numpy.percentile(values, [2.5, 97.5])} of 20,000 draws of 12 groups by
     * {@code default_rng(0).integers(0, 12, 12)}. {@code s = i*53 % 41}, {@code g = i*7 % 12},
     * {@code r = s + i*29 % 37 + 3*g > 55}, for i from 0 to 119.
     */
    @Test
    void theAreaAndItsIntervalsAreThoseOfOtherPrograms() {
        int n = 120;
        double[] scores = IntStream.range(0, n).mapToDouble(i -> i * 53 % 41).toArray();
        int[] groups = IntStream.range(0, n).map(i -> i * 7 % 12).toArray();
        boolean[] right = new boolean[n];
        for (int i = 0; i < n; i++) {
            right[i] = scores[i] + i * 29 % 37 + 3 * groups[i] > 55;
        }
        OutcomeAuroc auroc = OutcomeAuroc.of(scores, right, groups, 5);

        assertThat(auroc.right()).isEqualTo(58);
        assertThat(auroc.auroc()).isCloseTo(0.8138209121245829, within(1e-12));
        assertThat(auroc.within()).isCloseTo(0.84375, within(1e-12));
        // 1,000 draws against 20,000: the ends are known to about two hundredths.
        assertThat(auroc.low()).isCloseTo(0.7176, within(0.02));
        assertThat(auroc.high()).isCloseTo(0.8884, within(0.02));
        assertThat(auroc.withinLow()).isCloseTo(0.7500, within(0.02));
        assertThat(auroc.withinHigh()).isCloseTo(0.9255, within(0.02));
    }

    @Test
    void oneGroupGivesNoInterval() {
        OutcomeAuroc auroc =
                OutcomeAuroc.of(new double[] {2, 1}, new boolean[] {true, false}, new int[2], 3);
        assertThat(auroc.auroc()).isEqualTo(1);
        assertThat(auroc.low()).isNaN();
        assertThat(auroc.withinHigh()).isNaN();
    }

    @Test
    void oneGroupATrace() {
        assertThatThrownBy(() -> OutcomeAuroc.of(new double[1], new boolean[1], new int[2], 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OutcomeAuroc.of(new double[1], new boolean[1], new int[] {-1}, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
