package org.stepwright.error;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.stepwright.work.Cancelled;
import org.stepwright.work.WorkFailed;

class FailuresTest {
    private final Failures failures = new Failures();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Failures.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setAdditive(true);
    }

    @Test
    void saysTheSentenceOfAFailureThatWasForeseen() {
        assertThat(failures.sentence(new CompletionException(new WorkFailed("No labels yet."))))
                .isEqualTo("No labels yet.");
        assertThat(log.list).isEmpty();
    }

    @Test
    void logsTheCauseOfAForeseenFailure() {
        failures.sentence(new WorkFailed("No.", new IOException("the reason")));
        assertThat(log.list).hasSize(1);
    }

    @Test
    void givesACodeToWhatWasNotForeseenAndLogsItOnce() {
        RuntimeException bug = new IllegalStateException("secret details");
        String sentence = failures.sentence(bug);
        failures.sentence(new CompletionException(bug));
        assertThat(sentence).contains(ErrorCode.of(bug)).doesNotContain("secret details");
        assertThat(log.list).hasSize(1);
        assertThat(log.list.get(0).getFormattedMessage()).contains(ErrorCode.of(bug));
    }

    @Test
    void namesFilesInPlainWords() {
        assertThat(failures.sentence(new UncheckedIOException(new NoSuchFileException("a.json"))))
                .isEqualTo("There is no file a.json; check the path.");
        assertThat(failures.sentence(new IOException("write: No space left on device")))
                .isEqualTo("The disk is full; make room and try again.");
        assertThat(failures.sentence(new InvalidPathException("\uFFFD", "unmappable")))
                .contains("LC_ALL=C.UTF-8")
                .doesNotContain("\uFFFD");
    }

    @Test
    void cancelledIsSaidAndNotLogged() {
        assertThat(failures.sentence(new Cancelled())).isEqualTo("Cancelled.");
        assertThat(Failures.isCancel(new CompletionException(new CancellationException())))
                .isTrue();
        assertThat(log.list).isEmpty();
    }
}
