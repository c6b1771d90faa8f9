package org.stepwright.prm.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepwright.prm.live.LiveAnswer.Ending;

/** Each provider's wire format, spoken by a real server, becomes an answer. */
class ProvidersTest {
    private final Calls calls = new Calls();

    @ParameterizedTest
    @EnumSource
    void streamsTextInOrderWithTokenCounts(Speech speech) {
        try (FakeServer server = new FakeServer(speech.answer("Step 1: ", "2+2", " = 4 ✓"))) {
            List<String> heard = new CopyOnWriteArrayList<>();
            LiveCall<LiveAnswer> call =
                    calls.open(speech, server.url()).stream(
                            LiveRequest.of("What is 2+2?"), heard::add);
            LiveAnswer answer = Calls.await(call);
            assertThat(answer.trouble()).isEmpty();
            assertThat(answer.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(answer.text()).isEqualTo("Step 1: 2+2 = 4 ✓");
            assertThat(heard).containsExactly("Step 1: ", "2+2", " = 4 ✓");
            assertThat(answer.inputTokens()).isEqualTo(7);
            assertThat(answer.outputTokens()).isEqualTo(5);
            assertThat(answer.recorded()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsReasoningApart(Speech speech) {
        List<String> pieces = new ArrayList<>(speech.start());
        pieces.add(speech.thought("hm"));
        pieces.add(speech.text("4"));
        pieces.addAll(speech.end(speech.stop()));
        try (FakeServer server = new FakeServer(FakeServer.stream(speech.contentType, pieces))) {
            LiveAnswer answer = calls.ask(speech, server.url());
            assertThat(answer.reasoning()).isEqualTo("hm");
            assertThat(answer.text()).isEqualTo("4");
        }
    }

    @ParameterizedTest
    @EnumSource
    void sendsModelPromptInstructionsAndKey(Speech speech) {
        try (FakeServer server = new FakeServer(speech.answer("4"))) {
            Calls.await(
                    calls.open(speech, server.url()).stream(
                            new LiveRequest("Think in steps.", "What is 2+2?", 7),
                            TextListener.NONE));
            FakeServer.Received request = server.received().get(0);
            assertThat(request.body())
                    .contains("What is 2+2?", "Think in steps.")
                    .doesNotContain(Calls.KEY);
            assertThat(request.path() + request.body()).contains("m");
            assertThat(request.path()).doesNotContain(Calls.KEY);
            assertThat(request.headers().toString()).contains(Calls.KEY);
            if (speech != Speech.ANTHROPIC) {
                assertThat(request.body()).containsPattern("\"seed\"\\s*:\\s*7");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void callsTheAddressBelowTheBaseUrl(Speech speech) {
        try (FakeServer server = new FakeServer(speech.answer("4"))) {
            calls.ask(speech, server.url() + "/base");
            assertThat(server.received().get(0).path())
                    .isEqualTo(
                            switch (speech) {
                                case OPENAI -> "/base/chat/completions";
                                case OLLAMA -> "/base/api/chat";
                                case ANTHROPIC -> "/base/messages";
                                case GEMINI -> "/base/models/m:streamGenerateContent?alt=sse";
                            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysWhenTheTokenLimitCutTheAnswer(Speech speech) {
        List<String> pieces = speech.begun("Step 1: and");
        pieces.addAll(
                speech.end(
                        switch (speech) {
                            case OPENAI, OLLAMA -> "length";
                            case ANTHROPIC -> "max_tokens";
                            case GEMINI -> "MAX_TOKENS";
                        }));
        try (FakeServer server = new FakeServer(FakeServer.stream(speech.contentType, pieces))) {
            LiveAnswer answer = calls.ask(speech, server.url());
            assertThat(answer.ending()).isEqualTo(Ending.BROKEN);
            assertThat(answer.text()).isEqualTo("Step 1: and");
            assertThat(answer.trouble()).contains("limit of 100 tokens");
        }
    }

    @Test
    void testsAConnectionInOneSentence() {
        try (FakeServer server = new FakeServer(Speech.OPENAI.answer("OK"))) {
            assertThat(calls.models().test(Calls.connection(Speech.OPENAI, server.url())))
                    .matches("\"test\" answered in [\\d,]+ ms\\.");
        }
    }
}
