package org.stepwright.prm.live;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One HTTP exchange as seen below LangChain4j: its status and headers, whether its body broke, and
 * a way to close it at any moment, also before the first token. LangChain4j shows none of these.
 */
final class Wire {
    /** Why a body was stopped by us. */
    enum Overrun {
        NONE,
        TOO_LONG,
        /** Not a byte came. */
        SILENT,
        /** Bytes came, but no piece of an answer. */
        STALLED
    }

    private final WireLimits limits;
    private final WireClock clock;
    private final Runnable onStopped;

    private volatile int status;
    private volatile HttpHeaders headers;
    private volatile boolean bodyBroke;
    private volatile boolean closed;
    private volatile Overrun overrun = Overrun.NONE;
    private volatile long lastByteNanos;
    private volatile long lastPieceNanos;
    private volatile Runnable idleCheck = () -> {};
    private volatile CompletableFuture<?> exchange;
    private volatile BodyTap<?> body;
    // Only the thread that delivers the body touches these two.
    private long bytes;
    private long lineBytes;

    /**
     * @param limits how much and how slowly the server may send
     * @param clock measures silence
     * @param onStopped called when we stopped the body because of a limit
     */
    Wire(WireLimits limits, WireClock clock, Runnable onStopped) {
        this.limits = limits;
        this.clock = clock;
        this.onStopped = onStopped;
    }

    /** The status code; 0 before the headers arrived. */
    int status() {
        return status;
    }

    /** A header's first value; null when there is none. */
    String header(String name) {
        HttpHeaders known = headers;
        return known == null ? null : known.firstValue(name).orElse(null);
    }

    /** Whether the connection failed while the body was on its way. */
    boolean bodyBroke() {
        return bodyBroke;
    }

    Overrun overrun() {
        return overrun;
    }

    /** Starts the watch over silence; call right before the request goes out. */
    void startWatch() {
        lastByteNanos = now();
        lastPieceNanos = now();
        watch(limits.idle());
    }

    private void watch(Duration wait) {
        idleCheck = clock.later().after(wait, this::checkIdle);
        if (closed) {
            idleCheck.run();
        }
    }

    private void checkIdle() {
        if (closed) {
            return;
        }
        Duration untilSilent = left(limits.idle(), lastByteNanos);
        Duration untilStalled = left(limits.stall(), lastPieceNanos);
        if (over(untilStalled)) {
            stop(Overrun.STALLED);
        } else if (over(untilSilent)) {
            stop(Overrun.SILENT);
        } else {
            watch(untilSilent.compareTo(untilStalled) < 0 ? untilSilent : untilStalled);
        }
    }

    private Duration left(Duration limit, long sinceNanos) {
        return limit.minusNanos(now() - sinceNanos).plusMillis(1);
    }

    private static boolean over(Duration left) {
        return left.toMillis() <= 1;
    }

    private long now() {
        return clock.nanos().getAsLong();
    }

    /** A piece of the answer or of its reasoning was understood. */
    void heard() {
        lastPieceNanos = now();
    }

    /** Remembers the exchange, so that it can be closed before its headers arrive. */
    void started(CompletableFuture<?> running) {
        exchange = running;
        if (closed) {
            running.cancel(true);
        }
    }

    /** Puts a tap into the body. */
    <T> BodySubscriber<T> tap(ResponseInfo info, BodySubscriber<T> reader) {
        status = info.statusCode();
        headers = info.headers();
        lastByteNanos = now();
        BodyTap<T> tap = new BodyTap<>(this, reader);
        body = tap;
        return tap;
    }

    /** Counts arrived bytes; false when the body is stopped. */
    boolean arrived(List<ByteBuffer> buffers) {
        lastByteNanos = now();
        for (ByteBuffer buffer : buffers) {
            count(buffer);
        }
        long most = status / 100 == 2 ? limits.bytes() : limits.errorBytes();
        if (bytes > most || lineBytes > limits.lineBytes()) {
            stop(Overrun.TOO_LONG);
        }
        return !closed;
    }

    private void count(ByteBuffer buffer) {
        bytes += buffer.remaining();
        lineBytes += buffer.remaining();
        for (int i = buffer.limit() - 1; i >= buffer.position(); i--) {
            if (buffer.get(i) == '\n') {
                lineBytes = buffer.limit() - 1L - i;
                return;
            }
        }
    }

    boolean closed() {
        return closed;
    }

    void broke() {
        bodyBroke = true;
    }

    private void stop(Overrun why) {
        overrun = why;
        close();
        onStopped.run();
    }

    /** Ends the exchange wherever it is; harmless when it has ended. */
    void close() {
        if (closed) {
            return;
        }
        closed = true;
        idleCheck.run();
        CompletableFuture<?> running = exchange;
        if (running != null) {
            running.cancel(true);
        }
        BodyTap<?> tap = body;
        if (tap != null) {
            tap.stop(new IOException("closed"));
        }
    }
}
