package org.stepwright.prm.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.prm.live.draft.Drafted;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** Servers and answers that do not behave: each ends with a sentence, and nothing is drafted. */
class DraftFaultsTest extends DraftCalls {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "I cannot do that.",
                "{\"title\": \"T\", \"stages\": [{\"title\": \"a\", ",
                "{\"stages\": \"many\"}",
                "{\"stages\": [\"identify\", \"act\"]}",
                "{\"stages\": [{\"title\": [\"a\"]}]}",
                "{\"stages\": [], \"every_step\": []}",
                "{\"stages\": [], \"stages\": []}",
                "[1, 2, 3]"
            })
    void asksOnceMoreWithTheReasonWhenTheAnswerCannotBeUsed(String bad) {
        try (FakeServer server =
                new FakeServer(says(Speech.OPENAI, bad), says(Speech.OPENAI, GOOD))) {
            Drafted drafted = draft(Speech.OPENAI, server);
            assertThat(drafted.rubric().criteria()).hasSize(3);
            assertThat(drafted.spent().answers()).isEqualTo(2);
            assertThat(drafted.spent().outputTokens()).isEqualTo(10);
            assertThat(server.received().get(1).body())
                    .contains("Your last answer could not be used");
        }
        try (FakeServer server = new FakeServer(says(Speech.OPENAI, bad))) {
            assertThatThrownBy(() -> draft(Speech.OPENAI, server))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("nothing was changed")
                    .hasMessageContaining("could not be used twice");
            assertThat(server.received()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, refused the key",
        "403, does not let this key",
        "404, does not know the model",
        "429, takes no more requests",
        "503, try again later"
    })
    void aRefusalIsASentence(int status, String words) {
        for (Speech speech : Speech.values()) {
            try (FakeServer server =
                    new FakeServer(
                            FakeServer.status(
                                    status,
                                    "{\"error\":{\"message\":\"no " + Calls.KEY + "\"}}"))) {
                assertThatThrownBy(() -> draft(speech, server))
                        .isInstanceOf(WorkFailed.class)
                        .hasMessageContaining("nothing was changed")
                        .hasMessageContaining(words)
                        .hasMessageEndingWith(".")
                        .satisfies(e -> assertThat(e.toString()).doesNotContain(Calls.KEY));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatIsCutIsNoDraft(Speech speech) {
        List<String> pieces = speech.begun(escaped(GOOD.substring(0, 900)));
        try (FakeServer server = new FakeServer(FakeServer.cut(speech.contentType, pieces))) {
            assertThatThrownBy(() -> draft(speech, server))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("was cut")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("is kept"));
        }
    }

    @Test
    void theTokenLimitIsNamedWhenItCutsTheAnswer() {
        List<String> pieces = Speech.OPENAI.begun(escaped(GOOD.substring(0, 900)));
        pieces.addAll(Speech.OPENAI.end("length"));
        try (FakeServer server =
                new FakeServer(FakeServer.stream(Speech.OPENAI.contentType, pieces))) {
            assertThatThrownBy(() -> draft(Speech.OPENAI, server))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("limit of 100 tokens");
        }
    }

    @Test
    void aServerThatDoesNotStreamIsASentence() {
        String whole =
                "{\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":{\"role\":"
                        + "\"assistant\",\"content\":\"{}\"},\"finish_reason\":\"stop\"}]}";
        try (FakeServer server =
                new FakeServer(FakeServer.status(200, whole, "Content-Type", "application/json"))) {
            assertThatThrownBy(() -> draft(Speech.OPENAI, server))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("something else than a stream");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA"})
    void aFloodIsStopped(Speech speech) throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        String piece = speech.text("{\\\"stages\\\":[".repeat(500));
        try (FakeServer server =
                new FakeServer(FakeServer.flood(speech.contentType, piece, gone))) {
            assertThatThrownBy(() -> draft(speech, server))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("nothing was changed");
            assertThat(gone.await(20, TimeUnit.SECONDS)).as("the connection is closed").isTrue();
        }
    }

    @Test
    void hundredMegabytesInOneLineAreStopped() throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        String first = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"";
        try (FakeServer server =
                new FakeServer(
                        FakeServer.endless(
                                "text/event-stream", List.of(first), "x".repeat(1 << 20), gone))) {
            assertThatThrownBy(() -> draft(Speech.OPENAI, server))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("far more than an answer");
            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aCancelEndsTheWaitingAndTheConnection() throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        AtomicBoolean stop = new AtomicBoolean();
        List<String> said = new ArrayList<>();
        Progress progress =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {
                        said.add(message);
                        stop.set(done > 0);
                    }

                    @Override
                    public boolean isCancelled() {
                        return stop.get();
                    }
                };
        try (FakeServer server =
                new FakeServer(
                        FakeServer.endless(
                                Speech.OPENAI.contentType,
                                List.of(),
                                Speech.OPENAI.text("a "),
                                gone))) {
            Connection c = Calls.connection(Speech.OPENAI, server.url());
            assertThatThrownBy(() -> drafter.draft(c, POLICY, null, KINDS, progress))
                    .isInstanceOf(Cancelled.class);
            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(said.get(said.size() - 1)).matches("Received [\\d,]+ characters, \\d+ s");
        }
    }

    @Test
    void theKeyOfTheConnectionIsNeverDrafted() {
        String plain = GOOD.replace("\"Airline agent\"", "\"Agent " + Calls.KEY + "\"");
        String roundabout =
                GOOD.replace("\"Airline agent\"", "\"\\u0073" + Calls.KEY.substring(1) + "\"");
        for (String bad : List.of(plain, roundabout)) {
            try (FakeServer server = new FakeServer(says(Speech.OPENAI, bad))) {
                assertThatThrownBy(() -> draft(Speech.OPENAI, server))
                        .isInstanceOf(WorkFailed.class)
                        .hasMessageContaining("repeats the key")
                        .satisfies(e -> assertThat(e.toString()).doesNotContain(Calls.KEY));
                assertThat(server.received().get(0).body()).doesNotContain(Calls.KEY);
            }
        }
    }
}
