package org.stepwright.prm.live;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/** Passes a body on to its reader, tells the wire what comes by, and can stop it. */
final class BodyTap<T> implements BodySubscriber<T> {
    private final Wire wire;
    private final BodySubscriber<T> reader;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Flow.Subscription source;

    BodyTap(Wire wire, BodySubscriber<T> reader) {
        this.wire = wire;
        this.reader = reader;
    }

    @Override
    public CompletionStage<T> getBody() {
        return reader.getBody();
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
        if (!ended.get() && wire.arrived(item)) {
            reader.onNext(item);
        }
    }

    @Override
    public void onError(Throwable trouble) {
        if (ended.compareAndSet(false, true)) {
            wire.broke();
            reader.onError(trouble);
        }
    }

    @Override
    public void onComplete() {
        if (ended.compareAndSet(false, true)) {
            reader.onComplete();
        }
    }

    /** Ends the body for its reader, who may be waiting for bytes. */
    void stop(IOException why) {
        Flow.Subscription subscription = source;
        if (subscription != null) {
            subscription.cancel();
        }
        if (ended.compareAndSet(false, true)) {
            reader.onError(why);
        }
    }
}
