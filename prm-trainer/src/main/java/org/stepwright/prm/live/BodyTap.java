package org.stepwright.prm.live;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Passes a body on to its reader, tells the wire what comes by, and can stop it. */
final class BodyTap<T> implements BodySubscriber<T> {
    private final Wire wire;
    private final BodySubscriber<T> reader;
    private volatile Flow.Subscription source;
    private volatile boolean ended;
    private volatile boolean readByStream;

    BodyTap(Wire wire, BodySubscriber<T> reader) {
        this.wire = wire;
        this.reader = reader;
    }

    @Override
    public CompletionStage<T> getBody() {
        return reader.getBody().thenApply(this::watched);
    }

    /** A stream is read by somebody else; its close is the only sign that all was handled. */
    private T watched(T body) {
        if (body instanceof InputStream stream) {
            readByStream = true;
            @SuppressWarnings("unchecked") // T is InputStream or a type above it
            T same = (T) new TellingStream(stream, wire);
            return same;
        }
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        reader.onSubscribe(subscription);
        if (wire.closed()) {
            stop(new IOException("closed"));
        }
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
        if (!ended && wire.arrived(item)) {
            reader.onNext(item);
        }
    }

    @Override
    public void onError(Throwable trouble) {
        wire.broke();
        end(() -> reader.onError(trouble));
    }

    @Override
    public void onComplete() {
        end(reader::onComplete);
    }

    /** Ends the body for its reader, who may be waiting for bytes. */
    void stop(IOException why) {
        Flow.Subscription subscription = source;
        if (subscription != null) {
            subscription.cancel();
        }
        end(() -> reader.onError(why));
    }

    private void end(Runnable tell) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        tell.run();
        if (!readByStream) {
            wire.drained();
        }
    }

    private static final class TellingStream extends FilterInputStream {
        private final Wire wire;

        TellingStream(InputStream in, Wire wire) {
            super(in);
            this.wire = wire;
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                wire.drained();
            }
        }
    }
}
