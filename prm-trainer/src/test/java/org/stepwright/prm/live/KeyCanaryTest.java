package org.stepwright.prm.live;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.stepwright.work.WorkFailed;

/** The key goes into the request's headers and nowhere else, whatever the server does with it. */
class KeyCanaryTest {
    private final Heard log = new Heard();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level levelBefore = root.getLevel();
    private final Calls calls = new Calls();

    /** Keeps events for reading while the threads of live calls still log. */
    private static final class Heard extends AppenderBase<ILoggingEvent> {
        private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }
    }

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        root.setLevel(levelBefore);
    }

    @Test
    void occursNowhereWhenTheServerEchoesIt() {
        String echo =
                "{\"error\":{\"message\":\"Bad key " + Calls.KEY + " given\",\"type\":\"x\"}}";
        String partly =
                "{\"error\":{\"message\":\"Bad key " + Calls.KEY.substring(0, 8) + "*** given\"}}";
        List<LiveAnswer> answers = new ArrayList<>();
        for (Speech speech : Speech.values()) {
            List<String> badPiece = speech.begun("Step 1");
            badPiece.add("data: " + Calls.KEY + "\n\n");
            badPiece.add(Calls.KEY + "\n");
            List<FakeServer.Reply> replies =
                    List.of(
                            FakeServer.status(400, echo),
                            FakeServer.status(400, partly),
                            FakeServer.status(401, echo),
                            FakeServer.status(404, echo),
                            FakeServer.status(500, echo),
                            FakeServer.status(302, "", "Location", "/?key=" + Calls.KEY),
                            FakeServer.stream(
                                    speech.contentType, List.of("data: " + echo + "\n\n")),
                            FakeServer.stream(speech.contentType, List.of(echo + "\n")),
                            FakeServer.stream(speech.contentType, badPiece),
                            FakeServer.cut(speech.contentType, speech.begun("Step 1")));
            for (FakeServer.Reply reply : replies) {
                try (FakeServer server = new FakeServer(reply)) {
                    answers.add(calls.ask(speech, server.url()));
                }
            }
        }
        assertThat(answers)
                .allSatisfy(a -> assertThat(a.toString()).doesNotContain(Calls.KEY, "sk-can"));
        assertThat(answers).allSatisfy(a -> assertThat(a.trouble()).isNotEmpty());
        assertThat(everythingLogged()).doesNotContain(Calls.KEY);
    }

    @Test
    void occursNowhereWhenItCannotBeAHeader() {
        String bad = Calls.KEY + "\nX-Other: 1";
        LiveModels models = new LiveModels(name -> Optional.of(bad));
        for (Speech speech : Speech.values()) {
            Throwable thrown =
                    org.assertj.core.api.Assertions.catchThrowable(
                            () -> models.open(Calls.connection(speech, "http://127.0.0.1:1")));
            assertThat(thrown).isInstanceOf(WorkFailed.class).hasNoCause();
            assertThat(thrown.getMessage()).doesNotContain(Calls.KEY);
        }
        assertThat(everythingLogged()).doesNotContain(Calls.KEY);
    }

    private String everythingLogged() {
        StringBuilder all = new StringBuilder();
        for (ILoggingEvent event : log.events) {
            all.append(event.getFormattedMessage()).append('\n');
            for (IThrowableProxy t = event.getThrowableProxy(); t != null; t = t.getCause()) {
                all.append(t.getMessage()).append('\n');
            }
        }
        return all.toString();
    }
}
