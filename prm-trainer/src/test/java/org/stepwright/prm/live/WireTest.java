package org.stepwright.prm.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The watch over a server that says nothing, or nothing of an answer. */
class WireTest {
    private final ManualClock clock = new ManualClock();
    private final AtomicInteger stops = new AtomicInteger();
    private final Wire wire =
            new Wire(
                    WireLimits.of(Calls.connection(Speech.OPENAI, "http://127.0.0.1:1", 10)),
                    clock.wireClock(),
                    stops::incrementAndGet);

    @Test
    void aSilentServerIsStoppedAfterTheTimeOut() {
        wire.startWatch();
        clock.pass(Duration.ofSeconds(9));
        assertThat(wire.overrun()).isEqualTo(Wire.Overrun.NONE);
        clock.pass(Duration.ofSeconds(1));
        assertThat(wire.overrun()).isEqualTo(Wire.Overrun.SILENT);
        assertThat(wire.closed()).isTrue();
        assertThat(stops).hasValue(1);
    }

    @Test
    void aServerThatOnlyPingsIsStoppedAfterFourTimeOuts() {
        wire.startWatch();
        for (int second = 0; second < 36; second += 9) {
            clock.pass(Duration.ofSeconds(9));
            ping();
        }
        assertThat(wire.overrun()).isEqualTo(Wire.Overrun.NONE);
        clock.pass(Duration.ofSeconds(4));
        assertThat(wire.overrun()).isEqualTo(Wire.Overrun.STALLED);
        assertThat(stops).hasValue(1);
    }

    @Test
    void piecesKeepASlowServerGoing() {
        wire.startWatch();
        for (int round = 0; round < 100; round++) {
            clock.pass(Duration.ofSeconds(9));
            ping();
            wire.heard();
        }
        assertThat(wire.overrun()).isEqualTo(Wire.Overrun.NONE);
        assertThat(stops).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"1, 500", "15, 7500", "20, 10000", "60, 15000"})
    void aConnectionMustStandBeforeTheWatchOverSilenceWakes(int timeoutSeconds, long millis) {
        Connection connection =
                Calls.connection(Speech.OPENAI, "http://127.0.0.1:1", timeoutSeconds);
        assertThat(WireHttp.client(connection, Executors.newCachedThreadPool()).connectTimeout())
                .contains(Duration.ofMillis(millis));
        assertThat(WireLimits.of(connection).idle()).isGreaterThan(Duration.ofMillis(millis));
    }

    private void ping() {
        wire.arrived(List.of(ByteBuffer.wrap(": ping\n\n".getBytes(StandardCharsets.US_ASCII))));
    }
}
