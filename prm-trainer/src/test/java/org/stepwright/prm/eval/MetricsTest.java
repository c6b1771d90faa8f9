package org.stepwright.prm.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void bothAccuraciesNoughtMakeF1Nought() {
        FirstErrorAccuracy none = Metrics.firstErrors(List.of(1, 0), List.of(0, -1));

        assertThat(none.f1()).isZero();
    }

    @Test
    void f1IsTheHarmonicMean() {
        FirstErrorAccuracy some = Metrics.firstErrors(List.of(0, 1, -1, -1), List.of(0, 2, -1, -1));

        assertThat(some.errorAccuracy()).isEqualTo(0.5);
        assertThat(some.correctAccuracy()).isEqualTo(1);
        assertThat(some.f1()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(some.exact()).isEqualTo(0.75);
    }

    @Test
    void whatTheDataCannotSayIsNotANumber() {
        assertThat(Metrics.auroc(new double[] {0.1, 0.9}, new boolean[] {true, true})).isNaN();
        assertThat(Metrics.ece(new double[0], new boolean[0])).isNaN();
        assertThat(Metrics.brier(new double[0], new boolean[0])).isNaN();
        assertThat(Metrics.firstErrors(List.of(0), List.of(0)).f1()).isNaN();
        assertThat(Metrics.firstErrors(List.of(), List.of()).exact()).isNaN();
    }

    @Test
    void allTiesAreACoinToss() {
        assertThat(Metrics.auroc(new double[] {0.5, 0.5, 0.5}, new boolean[] {true, false, true}))
                .isEqualTo(0.5);
    }

    @Test
    void thresholdLiesInTheMiddleOfTheGap() {
        List<List<Double>> rewards = List.of(List.of(0.9, 0.2), List.of(0.8, 0.9));

        assertThat(Metrics.bestF1Threshold(rewards, List.of(1, -1))).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void withoutRightTracesTheErrorsDecide() {
        List<List<Double>> rewards = List.of(List.of(0.9, 0.4), List.of(0.3, 0.9));

        assertThat(Metrics.bestF1Threshold(rewards, List.of(1, 0))).isBetween(0.4, 0.9);
        assertThat(Metrics.bestF1Threshold(List.of(), List.of())).isEqualTo(0.5);
        // No threshold in [0, 1] flags a reward of 1: all are as good as each other.
        assertThat(Metrics.bestF1Threshold(List.of(List.of(1.0)), List.of(0))).isEqualTo(0.5);
    }

    @Test
    void neighbouringNumbersAreToldApart() {
        double low = 0.5;
        double high = Math.nextUp(low);
        List<List<Double>> rewards = List.of(List.of(low), List.of(high));

        double threshold = Metrics.bestF1Threshold(rewards, List.of(0, -1));

        assertThat(Metrics.firstErrors(rewards, List.of(0, -1), threshold).f1()).isEqualTo(1);
    }

    @Test
    void wrongInputIsRefused() {
        assertThatThrownBy(() -> Metrics.auroc(new double[1], new boolean[2]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Metrics.auroc(new double[] {Double.NaN}, new boolean[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Metrics.bestF1Threshold(List.of(List.of(0.5)), List.of(3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void temperatureIsOneWhereThereIsNothingToFit() {
        assertThat(Temperature.fit(new double[] {0.3, 0.9}, new boolean[] {true, true}))
                .isEqualTo(1);
        assertThat(Temperature.fit(new double[] {0.5, 0.5}, new boolean[] {true, false}))
                .isEqualTo(1);
    }

    @Test
    void temperatureCoolsAModelThatIsTooSure() {
        double[] rewards = new double[100];
        boolean[] labels = new boolean[100];
        for (int i = 0; i < 100; i++) {
            rewards[i] = 0.99;
            labels[i] = i < 80;
        }
        double temperature = Temperature.fit(rewards, labels);

        assertThat(Temperature.scale(0.99, temperature)).isCloseTo(0.8, within(1e-6));
    }
}
