package org.stepwright.prm.live;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwright.prm.live.LiveAnswer.Ending;

/** The replay of one recording; each piece plans the next. */
final class RecordedCall implements LiveCall<LiveAnswer> {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedCall.class);

    private final Recording recording;
    private final double delayFactor;
    private final TextListener listener;
    private final LiveThreads threads;
    private final Gathered gathered = new Gathered(Integer.MAX_VALUE);
    private final CompletableFuture<LiveAnswer> result = new CompletableFuture<>();
    private final long startedNanos = System.nanoTime();
    private volatile Runnable callOff = () -> {};

    RecordedCall(
            Recording recording, double delayFactor, TextListener listener, LiveThreads threads) {
        this.recording = recording;
        this.delayFactor = delayFactor;
        this.listener = listener;
        this.threads = threads;
    }

    void start() {
        threads.workers().execute(() -> play(0, false));
    }

    @Override
    public void cancel() {
        end(Ending.CANCELLED, "");
        callOff.run();
    }

    @Override
    public CompletableFuture<LiveAnswer> result() {
        return result.copy();
    }

    /** Says pieces until one has to be waited for; {@code waited} is whether its wait is over. */
    private void play(int from, boolean waited) {
        for (int i = from; i < recording.chunks().size(); i++) {
            Recording.Chunk chunk = recording.chunks().get(i);
            long wait = Math.round(chunk.delayMillis() * delayFactor);
            if (wait > 0 && !(waited && i == from)) {
                int at = i;
                callOff = threads.later().after(Duration.ofMillis(wait), () -> play(at, true));
                return;
            }
            if (!say(chunk.text())) {
                return;
            }
        }
        end(Ending.COMPLETE, "");
    }

    private boolean say(String text) {
        if (text.isEmpty()) {
            return !gathered.sealed();
        }
        if (gathered.addText(text) != Gathered.Fate.KEPT) {
            return false;
        }
        try {
            listener.onText(text);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("A listener of a recorded answer failed", e);
            end(
                    Ending.BROKEN,
                    "The recorded answer could not be shown any further; what had arrived is"
                            + " kept.");
            return false;
        }
    }

    private void end(Ending ending, String trouble) {
        if (!gathered.seal()) {
            return;
        }
        LiveAnswer answer =
                new LiveAnswer(
                        gathered.text(),
                        "",
                        ending,
                        trouble,
                        -1,
                        -1,
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos),
                        true);
        result.completeAsync(() -> answer, threads.workers());
    }
}
