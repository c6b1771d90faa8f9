package org.stepwright.prm.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepwright.prm.live.LiveAnswer.Ending;

/** Every failure ends with a plain sentence, and what had arrived is kept. */
class FaultsTest {
    private final Calls calls = new Calls();
    private final ManualClock clock = new ManualClock();

    @ParameterizedTest
    @CsvSource({
        "401, refused the key",
        "403, does not let this key",
        "404, does not know the model",
        "400, max_tokens is too large",
        "301, points to another address",
    })
    void aRefusalIsASentenceAndIsNotTriedAgain(int status, String words) {
        for (Speech speech : Speech.values()) {
            try (FakeServer server =
                    new FakeServer(
                            FakeServer.status(
                                    status,
                                    "{\"error\":{\"message\":\"max_tokens is too large.\"}}",
                                    "Location",
                                    "http://127.0.0.1:1/"))) {
                LiveAnswer answer = calls.ask(speech, server.url());
                assertThat(answer.ending()).isEqualTo(Ending.BROKEN);
                assertThat(answer.trouble()).contains(words, "(" + status + ")");
                assertThat(server.received()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatArrivedBeforeTheConnectionBroke(Speech speech) {
        try (FakeServer server =
                new FakeServer(
                        FakeServer.cut(
                                speech.contentType, speech.begun("Step 1: a", "\\n\\nSt")))) {
            LiveAnswer answer = calls.ask(speech, server.url());
            assertThat(answer.ending()).isEqualTo(Ending.BROKEN);
            assertThat(answer.text()).isEqualTo("Step 1: a\n\nSt");
            assertThat(answer.trouble()).contains("was cut", "what had arrived is kept");
            assertThat(server.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noticesAStreamThatEndsTooEarly(Speech speech) {
        try (FakeServer server =
                new FakeServer(FakeServer.stream(speech.contentType, speech.begun("Step 1")))) {
            LiveAnswer answer = calls.ask(speech, server.url());
            assertThat(answer.ending()).isEqualTo(Ending.BROKEN);
            assertThat(answer.text()).isEqualTo("Step 1");
            assertThat(answer.trouble()).contains("ended before the answer was complete");
        }
    }

    @ParameterizedTest
    @EnumSource
    void survivesInvalidJsonInTheMiddle(Speech speech) {
        List<String> pieces = speech.begun("Step 1");
        pieces.add(speech == Speech.OLLAMA ? "{\"message\":{\n" : "data: {\"choices\":[{\n\n");
        try (FakeServer server = new FakeServer(FakeServer.stream(speech.contentType, pieces))) {
            LiveAnswer answer = calls.ask(speech, server.url());
            assertThat(answer.ending()).isEqualTo(Ending.BROKEN);
            assertThat(answer.text()).isEqualTo("Step 1");
            assertThat(answer.trouble()).endsWith("what had arrived is kept.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWebPageIsNotAStream(Speech speech) {
        try (FakeServer server =
                new FakeServer(
                        FakeServer.stream(
                                "text/html", List.of("<html>\n<p>Sign in</p>\n</html>\n")))) {
            LiveAnswer answer = calls.ask(speech, server.url());
            assertThat(answer.ending()).isEqualTo(Ending.BROKEN);
            assertThat(answer.text()).isEmpty();
            assertThat(answer.trouble()).contains("\"test\"").endsWith(".");
        }
    }

    @ParameterizedTest
    @EnumSource
    void silenceInTheMiddleEndsTheCall(Speech speech) throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch heard = new CountDownLatch(1);
        try (FakeServer server =
                new FakeServer(
                        FakeServer.silentAfter(
                                speech.contentType, speech.begun("Step 1"), release))) {
            LiveCall<LiveAnswer> call = watched(speech, server, chunk -> heard.countDown());
            assertThat(opened(heard)).isTrue();
            clock.pass(Duration.ofSeconds(1));
            LiveAnswer answer = Calls.await(call);
            assertThat(answer.ending()).isEqualTo(Ending.BROKEN);
            assertThat(answer.text()).isEqualTo("Step 1");
            assertThat(answer.trouble()).contains("stopped sending for 1 second");
        } finally {
            release.countDown();
        }
    }

    @Test
    void silenceFromTheStartEndsTheCall() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        try (FakeServer server =
                new FakeServer(
                        exchange -> {
                            asked.countDown();
                            FakeServer.silent(release).to(exchange);
                        })) {
            LiveCall<LiveAnswer> call = watched(Speech.OPENAI, server, TextListener.NONE);
            assertThat(opened(asked)).isTrue();
            clock.pass(Duration.ofSeconds(1));
            LiveAnswer answer = Calls.await(call);
            assertThat(answer.ending()).isEqualTo(Ending.BROKEN);
            assertThat(answer.trouble()).contains("sent nothing for 1 second");
        } finally {
            release.countDown();
        }
    }

    @Test
    void signsOfLifeAloneEndTheCallLater() throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        CountDownLatch heard = new CountDownLatch(1);
        Speech speech = Speech.OPENAI;
        try (FakeServer server =
                new FakeServer(
                        FakeServer.endless(
                                speech.contentType, speech.begun("Step 1"), ": ping\n\n", gone))) {
            LiveCall<LiveAnswer> call = watched(speech, server, chunk -> heard.countDown());
            assertThat(opened(heard)).isTrue();
            clock.pass(Duration.ofSeconds(4));
            LiveAnswer answer = Calls.await(call);
            assertThat(answer.text()).isEqualTo("Step 1");
            assertThat(answer.trouble())
                    .contains("signs of life but nothing of the answer for 4 seconds", "is kept");
            assertThat(opened(gone)).isTrue();
        }
    }

    /** A call with a time-out of one second that passes only when the test says so. */
    private LiveCall<LiveAnswer> watched(Speech speech, FakeServer server, TextListener listener) {
        return new Calls(clock.wireClock())
                .models().open(Calls.connection(speech, server.url(), 1)).stream(
                        LiveRequest.of("2+2?"), listener);
    }

    @Test
    void saysWhenNobodyListens() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        LiveAnswer answer = calls.ask(Speech.OLLAMA, "http://127.0.0.1:" + free);
        assertThat(answer.trouble()).contains("No server answers at 127.0.0.1:" + free);
        assertThat(calls.waits).hasSize(3);
    }

    @Test
    void stopsAnAnswerWithoutEnd() {
        CountDownLatch gone = new CountDownLatch(1);
        String piece = Speech.OPENAI.text("x".repeat(100_000));
        try (FakeServer server =
                new FakeServer(FakeServer.flood(Speech.OPENAI.contentType, piece, gone))) {
            LiveAnswer answer = calls.ask(Speech.OPENAI, server.url());
            assertThat(answer.ending()).isEqualTo(Ending.BROKEN);
            assertThat(answer.trouble()).contains("passed 4,194,304 characters");
            assertThat(answer.text()).hasSizeBetween(4_000_000, 4_194_304);
            assertThat(opened(gone)).isTrue();
        }
    }

    @Test
    void stopsALineWithoutEnd() {
        CountDownLatch gone = new CountDownLatch(1);
        try (FakeServer server =
                new FakeServer(FakeServer.flood("text/event-stream", "x".repeat(100_000), gone))) {
            LiveAnswer answer = calls.ask(Speech.OPENAI, server.url());
            assertThat(answer.ending()).isEqualTo(Ending.BROKEN);
            assertThat(answer.trouble()).contains("far more than an answer");
            assertThat(opened(gone)).isTrue();
        }
    }

    @Test
    void anErrorEventInTheStreamIsReported() {
        List<String> pieces = Speech.ANTHROPIC.begun("Step 1");
        pieces.add(
                "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\","
                        + "\"message\":\"Overloaded\"}}\n\n");
        try (FakeServer server =
                new FakeServer(FakeServer.stream(Speech.ANTHROPIC.contentType, pieces))) {
            LiveAnswer answer = calls.ask(Speech.ANTHROPIC, server.url());
            assertThat(answer.ending()).isEqualTo(Ending.BROKEN);
            assertThat(answer.text()).isEqualTo("Step 1");
            assertThat(answer.trouble()).contains("reported an error");
        }
    }

    @Test
    void aListenerThatFailsEndsTheCall() {
        try (FakeServer server = new FakeServer(Speech.OPENAI.answer("a", "b"))) {
            LiveAnswer answer =
                    Calls.await(
                            calls.open(Speech.OPENAI, server.url()).stream(
                                    LiveRequest.of("2+2?"),
                                    chunk -> {
                                        throw new IllegalStateException("view is gone");
                                    }));
            assertThat(answer.ending()).isEqualTo(Ending.BROKEN);
            assertThat(answer.text()).isEqualTo("a");
        }
    }

    private static boolean opened(CountDownLatch latch) {
        try {
            return latch.await(20, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
