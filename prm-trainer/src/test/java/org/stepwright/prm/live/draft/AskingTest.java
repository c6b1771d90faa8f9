package org.stepwright.prm.live.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.LiveAnswer;
import org.stepwright.prm.live.LiveCall;
import org.stepwright.prm.live.LiveModel;
import org.stepwright.prm.live.LiveRequest;
import org.stepwright.prm.live.TextListener;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** Waiting for a model that never comes to an end. */
class AskingTest {
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicLong nanos = new AtomicLong();

    /** A model that says something and then nothing more. */
    private LiveModel endless(Consumer<TextListener> says) {
        return new LiveModel() {
            @Override
            public Connection connection() {
                return Connection.recorded("slow", "none.jsonl");
            }

            @Override
            public boolean recorded() {
                return false;
            }

            @Override
            public LiveCall<LiveAnswer> stream(LiveRequest r, TextListener l) {
                says.accept(l);
                return new LiveCall<>() {
                    @Override
                    public void cancel() {
                        cancelled.set(true);
                    }

                    @Override
                    public CompletableFuture<LiveAnswer> result() {
                        return new CompletableFuture<>();
                    }
                };
            }
        };
    }

    private Asking asking(Consumer<TextListener> says) {
        // Each look at the clock is twenty minutes later.
        return new Asking(
                endless(says),
                "rubric",
                Progress.NONE,
                () -> nanos.getAndAdd(TimeUnit.MINUTES.toNanos(20)));
    }

    @Test
    void givesUpAfterAnHour() {
        assertThatThrownBy(
                        () -> asking(l -> l.onText("a")).until(LiveRequest.of("p"), text -> text))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("\"slow\" was not done after an hour");
        assertThat(cancelled).isTrue();
    }

    @Test
    void givesUpOnAThoughtThatIsFarTooLong() {
        String much = "a".repeat(DraftLimits.ANSWER + 1);
        assertThatThrownBy(
                        () ->
                                asking(l -> l.onReasoning(much))
                                        .until(LiveRequest.of("p"), text -> text))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("far more than was asked for");
        assertThat(cancelled).isTrue();
    }

    @Test
    void anInterruptIsACancel() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> asking(l -> {}).until(LiveRequest.of("p"), text -> text))
                    .isInstanceOf(Cancelled.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(cancelled).isTrue();
    }
}
