package org.stepwright.prm.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepwright.prm.live.LiveAnswer.Ending;

/** A cancel ends the call and the connection, wherever they are. */
class CancelTest {
    private final Calls calls = new Calls();

    @ParameterizedTest
    @EnumSource
    void inMidStream(Speech speech) throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        CountDownLatch heard = new CountDownLatch(3);
        String piece = speech.text("x");
        try (FakeServer server =
                new FakeServer(
                        FakeServer.endless(speech.contentType, speech.start(), piece, gone))) {
            LiveCall<LiveAnswer> call =
                    calls.open(speech, server.url()).stream(
                            LiveRequest.of("2+2?"), chunk -> heard.countDown());
            assertThat(heard.await(20, TimeUnit.SECONDS)).isTrue();
            call.cancel();
            LiveAnswer answer = Calls.await(call);
            assertThat(answer.ending()).isEqualTo(Ending.CANCELLED);
            assertThat(answer.trouble()).isEmpty();
            assertThat(answer.text()).startsWith("xxx");
            assertThat(gone.await(20, TimeUnit.SECONDS)).as("the server saw it").isTrue();
        }
    }

    @Test
    void beforeTheServerHasSaidAnything() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(1);
        try (FakeServer server =
                new FakeServer(
                        exchange -> {
                            arrived.countDown();
                            FakeServer.silent(release).to(exchange);
                        })) {
            LiveCall<LiveAnswer> call =
                    calls.open(Speech.OPENAI, server.url()).stream(
                            LiveRequest.of("2+2?"), TextListener.NONE);
            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
            call.cancel();
            assertThat(Calls.await(call).ending()).isEqualTo(Ending.CANCELLED);
        } finally {
            release.countDown();
        }
    }

    @Test
    void afterTheEndChangesNothing() {
        try (FakeServer server = new FakeServer(Speech.OPENAI.answer("4"))) {
            LiveCall<LiveAnswer> call =
                    calls.open(Speech.OPENAI, server.url()).stream(
                            LiveRequest.of("2+2?"), TextListener.NONE);
            assertThat(Calls.await(call).ending()).isEqualTo(Ending.COMPLETE);
            call.cancel();
            assertThat(Calls.await(call).ending()).isEqualTo(Ending.COMPLETE);
        }
    }

    @Test
    void fromTheListenerItself() throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        java.util.concurrent.CompletableFuture<LiveCall<LiveAnswer>> self =
                new java.util.concurrent.CompletableFuture<>();
        try (FakeServer server =
                new FakeServer(
                        FakeServer.endless(
                                Speech.OLLAMA.contentType,
                                java.util.List.of(),
                                Speech.OLLAMA.text("x"),
                                gone))) {
            LiveCall<LiveAnswer> call =
                    calls.open(Speech.OLLAMA, server.url()).stream(
                            LiveRequest.of("2+2?"), chunk -> Calls.await(self).cancel());
            self.complete(call);
            assertThat(Calls.await(call).text()).isEqualTo("x");
            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
