package org.stepwright.prm.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.prm.live.LiveAnswer.Ending;

/** Failures that pass by are tried again, but only while nothing has arrived. */
class RetryTest {
    private final Calls calls = new Calls();

    @ParameterizedTest
    @EnumSource
    void triesAgainAndSucceeds(Speech speech) {
        try (FakeServer server =
                new FakeServer(
                        FakeServer.status(503, "{}"),
                        FakeServer.status(429, "{}"),
                        speech.answer("4"))) {
            LiveAnswer answer = calls.ask(speech, server.url());
            assertThat(answer.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(answer.text()).isEqualTo("4");
            assertThat(calls.waits).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503, 529})
    void givesUpAfterSomeAttempts(int status) {
        try (FakeServer server = new FakeServer(FakeServer.status(status, "busy"))) {
            LiveAnswer answer = calls.ask(Speech.OPENAI, server.url());
            assertThat(answer.ending()).isEqualTo(Ending.BROKEN);
            assertThat(answer.trouble()).contains(status + ", also after 4 attempts");
            assertThat(server.received()).hasSize(4);
        }
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        try (FakeServer server =
                new FakeServer(
                        FakeServer.status(429, "{}", "Retry-After", "7"),
                        Speech.OPENAI.answer("4"))) {
            assertThat(calls.ask(Speech.OPENAI, server.url()).text()).isEqualTo("4");
            assertThat(calls.waits).containsExactly(Duration.ofMillis(7250));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "NaN", "-5", "Fri, 02 Jan 2015 03:04:15 GMT"})
    void makesAPauseAlsoWhenTheServerAsksForNone(String retryAfter) {
        try (FakeServer server =
                new FakeServer(
                        FakeServer.status(429, "{}", "Retry-After", retryAfter),
                        FakeServer.status(429, "{}", "Retry-After", retryAfter),
                        Speech.OPENAI.answer("4"))) {
            assertThat(calls.ask(Speech.OPENAI, server.url()).text()).isEqualTo("4");
            assertThat(calls.waits)
                    .containsExactly(Duration.ofMillis(750), Duration.ofMillis(1250));
        }
    }

    @Test
    void streamsThatWereToldTheSameMomentDoNotReturnTogether() {
        Backoff early = new Backoff(9, Duration.ofSeconds(1), Duration.ofSeconds(30), () -> 0);
        Backoff late = new Backoff(9, Duration.ofSeconds(1), Duration.ofSeconds(30), () -> 1);
        assertThat(early.before(1, Duration.ofSeconds(7))).contains(Duration.ofMillis(7250));
        assertThat(late.before(1, Duration.ofSeconds(7))).contains(Duration.ofMillis(7750));
        assertThat(late.before(1, Duration.ofSeconds(31))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void triesAgainWhenTheStreamBreaksBeforeItsFirstToken(Speech speech) {
        try (FakeServer server =
                new FakeServer(
                        FakeServer.cut(speech.contentType, speech.start()), speech.answer("4"))) {
            LiveAnswer answer = calls.ask(speech, server.url());
            assertThat(answer.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(answer.text()).isEqualTo("4");
            assertThat(server.received()).hasSize(2);
        }
    }

    @Test
    void doesNotWaitForAnHour() {
        try (FakeServer server =
                new FakeServer(
                        FakeServer.status(429, "{}", "Retry-After", "3600"),
                        Speech.OPENAI.answer("4"))) {
            LiveAnswer answer = calls.ask(Speech.OPENAI, server.url());
            assertThat(answer.trouble()).contains("takes no more requests now (429)");
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void readsBothFormsOfRetryAfter() {
        Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
        assertThat(RetryAfter.read("1.5", clock)).isEqualTo(Duration.ofMillis(1500));
        assertThat(RetryAfter.read("Fri, 02 Jan 2026 03:04:15 GMT", clock))
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(RetryAfter.read("-3", clock)).isZero();
        assertThat(RetryAfter.read("soon", clock)).isNull();
        assertThat(RetryAfter.read("NaN", clock)).isZero();
        assertThat(RetryAfter.read("1e300", clock)).isGreaterThan(Duration.ofDays(1));
        assertThat(RetryAfter.read(null, clock)).isNull();
    }

    @Test
    void waitsGrowUpToALimitAndSpread() {
        Backoff early = new Backoff(9, Duration.ofSeconds(1), Duration.ofSeconds(5), () -> 0);
        Backoff late = new Backoff(9, Duration.ofSeconds(1), Duration.ofSeconds(5), () -> 1);
        assertThat(early.before(1, null)).contains(Duration.ofMillis(500));
        assertThat(late.before(1, null)).contains(Duration.ofMillis(1500));
        assertThat(late.before(3, null)).contains(Duration.ofSeconds(5));
        assertThat(late.before(9, null)).isEmpty();
    }

    @Test
    void aCancelEndsTheWaitForAnotherAttempt() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch calledOff = new CountDownLatch(1);
        LiveModels models =
                new LiveModels(
                        Calls.SECRETS,
                        0,
                        Backoff.usual(),
                        (wait, what) -> {
                            waiting.countDown();
                            return calledOff::countDown;
                        },
                        null);
        try (FakeServer server = new FakeServer(FakeServer.status(503, "{}"))) {
            LiveCall<LiveAnswer> call =
                    models.open(Calls.connection(Speech.OPENAI, server.url())).stream(
                            LiveRequest.of("2+2?"), TextListener.NONE);
            assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();
            call.cancel();
            assertThat(Calls.await(call).ending()).isEqualTo(Ending.CANCELLED);
            assertThat(calledOff.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(server.received()).hasSize(1);
        }
    }
}
