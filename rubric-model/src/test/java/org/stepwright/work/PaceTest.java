package org.stepwright.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long MILLI = 1_000_000;

    @Test
    void saysNothingAtFirstAndNothingOfWhatHasNoEnd() {
        Pace pace = new Pace();
        pace.saw(0, 0, 100);
        pace.saw(1_000 * MILLI, 10, 100);
        assertThat(pace.left(1_000 * MILLI)).isNull();
        assertThat(pace.perSecond(1_000 * MILLI)).isEqualTo(-1);
        for (int second = 0; second < 20; second++) {
            pace.saw(second * 1_000 * MILLI, second, -1);
            assertThat(pace.left(second * 1_000 * MILLI)).isNull();
        }
    }

    @Test
    void evenWorkIsGuessedRightAndCountsDown() {
        Pace pace = new Pace();
        for (int tenth = 0; tenth <= 100; tenth++) {
            pace.saw(tenth * 100 * MILLI, tenth * 10, 2_000);
        }
        assertThat(pace.perSecond(10_000 * MILLI)).isBetween(99.0, 101.0);
        assertThat(pace.left(10_000 * MILLI))
                .isBetween(Duration.ofMillis(9_900), Duration.ofMillis(10_200));
        assertThat(pace.left(13_000 * MILLI))
                .as("no news for three seconds")
                .isBetween(Duration.ofMillis(6_900), Duration.ofMillis(7_200));
        assertThat(pace.left(60_000 * MILLI)).isEqualTo(Duration.ZERO);
    }

    @Test
    void workThatSaysSomethingLateIsMeasuredFromItsBeginning() {
        Pace pace = new Pace();
        pace.starts(5_000 * MILLI);
        pace.saw(15_000 * MILLI, 1, 4);
        assertThat(pace.left(15_000 * MILLI)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void anotherPartIsMeasuredAnew() {
        Pace pace = new Pace();
        for (int second = 0; second <= 10; second++) {
            pace.saw(second * 1_000 * MILLI, second * 1_000L, 100_000);
        }
        assertThat(pace.left(10_000 * MILLI)).isNotNull();
        pace.saw(11_000 * MILLI, 0, 500);
        assertThat(pace.left(11_000 * MILLI)).isNull();
        for (int second = 12; second <= 20; second++) {
            pace.saw(second * 1_000 * MILLI, (second - 11) * 10L, 500);
        }
        assertThat(pace.left(20_000 * MILLI))
                .isBetween(Duration.ofSeconds(40), Duration.ofSeconds(42));
    }

    /** Batches that take very unlike times: what is shown moves little from one to the next. */
    @Property(tries = 200)
    void unevenWorkDoesNotJump(@ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int batch) {
        Random random = new Random(seed);
        Pace pace = new Pace();
        long total = batch * 600L;
        long nanos = 0;
        Duration before = null;
        for (long done = 0; done <= total; done += batch) {
            pace.saw(nanos, done, total);
            Duration left = pace.left(nanos);
            double step = 0.05 + 0.15 * random.nextDouble();
            if (before != null && left != null && nanos > 15_000 * MILLI) {
                double jump = Math.abs(left.minus(before).toMillis()) / 1000.0;
                assertThat(jump).as("seconds that it moved in %s s", step).isLessThan(3);
            }
            if (nanos > 20_000 * MILLI && done < total - 50L * batch) {
                double truth = (total - done) / (double) batch * 0.125;
                assertThat(left.toMillis() / 1000.0).isBetween(truth * 0.6, truth * 1.6 + 2);
            }
            before = left;
            nanos += (long) (step * 1e9);
        }
    }
}
