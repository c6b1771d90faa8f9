package org.stepwright.prm.live;

import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.TokenUsage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwright.prm.live.LiveAnswer.Ending;

/**
 * One answer: attempts until the first token has arrived, then one stream to its end. The first who
 * seals what was gathered decides how it ended; everything later is ignored.
 */
final class StreamedCall implements LiveCall<LiveAnswer> {
    private static final Logger LOG = LoggerFactory.getLogger(StreamedCall.class);
    private static final Set<Integer> WORTH_RETRYING = Set.of(429, 500, 502, 503, 504, 529);

    // Local servers answer 500 when they cannot make a grammar of a schema.
    private static final Set<Integer> MAY_REFUSE_FORM = Set.of(400, 422, 500, 501);

    private final StreamedModel model;
    private final LiveRequest request;
    private final TextListener listener;
    private final Troubles troubles;
    private final Gathered gathered;
    private final CompletableFuture<LiveAnswer> result = new CompletableFuture<>();
    private final long startedNanos = System.nanoTime();

    // Guarded by this.
    private FormHold hold;
    private Wire wire;
    private int attempts;
    private Runnable callOffRetry = () -> {};

    StreamedCall(StreamedModel model, LiveRequest request, TextListener listener) {
        this.model = model;
        this.request = request;
        this.listener = listener;
        this.hold = FormHold.strictest(request.form());
        this.troubles = model.troubles();
        this.gathered = new Gathered(model.limits().textChars());
    }

    @Override
    public void cancel() {
        end(Ending.CANCELLED, "", null);
    }

    @Override
    public CompletableFuture<LiveAnswer> result() {
        return result.copy();
    }

    /** Sends the request once. */
    void attempt() {
        Attempt attempt = new Attempt();
        FormHold asked;
        synchronized (this) {
            if (gathered.sealed()) {
                return;
            }
            asked = hold;
            attempts++;
            wire = attempt.wire;
        }
        try {
            model.send(request, asked, attempt.wire, attempt);
        } catch (RuntimeException e) {
            attempt.failed(e);
        }
    }

    /** Not every server, and not every model of one, can be held to a form. */
    private boolean retryLooser(Wire failed, Throwable cause) {
        synchronized (this) {
            boolean refused =
                    MAY_REFUSE_FORM.contains(failed.status())
                            || Troubles.has(cause, UnsupportedFeatureException.class);
            if (hold == FormHold.FREE || gathered.started() || gathered.sealed() || !refused) {
                return false;
            }
            hold = hold.looser();
            attempts = 0;
        }
        // Told before the next attempt, which may be answered at once.
        try {
            listener.onFormRefused();
        } catch (RuntimeException e) {
            LOG.warn("A listener of a live answer failed", e);
        }
        synchronized (this) {
            callOffRetry = model.retryLater().after(Duration.ZERO, this::attempt);
        }
        return true;
    }

    private synchronized boolean retry(Wire failed, Throwable cause) {
        if (gathered.started() || !worthRetrying(failed, cause)) {
            return false;
        }
        Duration asked = RetryAfter.read(failed.header("Retry-After"), Clock.systemUTC());
        Optional<Duration> wait = model.backoff().before(attempts, asked);
        if (wait.isEmpty()) {
            return false;
        }
        LOG.debug(
                "{}: attempt {} failed with status {}, next in {}",
                model.connection().name(),
                attempts,
                failed.status(),
                wait.get());
        callOffRetry = model.retryLater().after(wait.get(), this::attempt);
        return true;
    }

    private static boolean worthRetrying(Wire failed, Throwable cause) {
        if (failed.overrun() != Wire.Overrun.NONE) {
            return false;
        }
        if (failed.status() == 0) {
            return Troubles.has(cause, IOException.class)
                    && !Troubles.has(cause, SSLException.class);
        }
        // The stream may also break before its first token: then nothing has been shown yet.
        return WORTH_RETRYING.contains(failed.status())
                || (failed.status() / 100 == 2 && failed.bodyBroke());
    }

    private void end(Ending ending, String trouble, TokenUsage usage) {
        Wire last;
        Runnable callOff;
        synchronized (this) {
            if (!gathered.seal()) {
                return;
            }
            last = wire;
            callOff = callOffRetry;
        }
        callOff.run();
        LiveAnswer answer =
                new LiveAnswer(
                        gathered.text(),
                        gathered.reasoning(),
                        ending,
                        trouble,
                        count(usage, TokenUsage::inputTokenCount),
                        count(usage, TokenUsage::outputTokenCount),
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos),
                        false);
        // On a worker: who cancels must not run what others hung onto the result.
        result.completeAsync(() -> answer, model.threads().workers());
        if (last != null) {
            last.close();
        }
    }

    private static int count(TokenUsage usage, Function<TokenUsage, Integer> which) {
        Integer count = usage == null ? null : which.apply(usage);
        return count == null ? -1 : count;
    }

    /** Hears one attempt; deaf once it has failed. */
    final class Attempt implements StreamingChatResponseHandler {
        private final Wire wire = new Wire(model.limits(), model.wireClock(), this::stopped);
        private boolean over;

        @Override
        public void onPartialResponse(String chunk) {
            hear(chunk, gathered::addText, listener::onText);
        }

        @Override
        public void onPartialThinking(PartialThinking thinking) {
            hear(thinking.text(), gathered::addReasoning, listener::onReasoning);
        }

        private void hear(
                String chunk, Function<String, Gathered.Fate> keep, Consumer<String> tell) {
            if (chunk == null || chunk.isEmpty() || isOver()) {
                return;
            }
            wire.heard();
            Gathered.Fate fate = keep.apply(chunk);
            if (fate == Gathered.Fate.TOO_LONG) {
                end(Ending.BROKEN, troubles.tooLong(model.limits().textChars()), null);
            } else if (fate == Gathered.Fate.KEPT) {
                tellListener(chunk, tell);
            }
        }

        private void tellListener(String chunk, Consumer<String> tell) {
            try {
                tell.accept(chunk);
            } catch (RuntimeException e) {
                LOG.warn("A listener of a live answer failed", e);
                end(Ending.BROKEN, troubles.listenerFailed(), null);
            }
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            if (!finish()) {
                return;
            }
            String trouble =
                    response.finishReason() == null
                            ? troubles.sentence(wire, null, attemptsMade(), gathered.started())
                            : troubles.unfinished(response.finishReason());
            end(
                    trouble.isEmpty() ? Ending.COMPLETE : Ending.BROKEN,
                    trouble,
                    response.tokenUsage());
        }

        @Override
        public void onError(Throwable error) {
            failed(error);
        }

        /**
         * The stream has been handled to its end. Whoever has not heard of an end now missed it.
         */
        void over(Throwable cause) {
            failed(cause);
        }

        private void stopped() {
            failed(null);
        }

        void failed(Throwable cause) {
            if (!finish()) {
                return;
            }
            // The class only: a message may repeat what the server sent.
            LOG.debug(
                    "{}: status {}, {}",
                    model.connection().name(),
                    wire.status(),
                    cause == null ? "stream ended" : cause.getClass().getName());
            if (!retryLooser(wire, cause) && !retry(wire, cause)) {
                end(
                        Ending.BROKEN,
                        troubles.sentence(wire, cause, attemptsMade(), gathered.started()),
                        null);
            }
            wire.close();
        }

        private synchronized boolean finish() {
            boolean first = !over;
            over = true;
            return first;
        }

        private synchronized boolean isOver() {
            return over;
        }
    }

    private synchronized int attemptsMade() {
        return attempts;
    }
}
