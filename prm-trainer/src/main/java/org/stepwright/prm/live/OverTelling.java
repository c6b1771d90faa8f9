package org.stepwright.prm.live;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.util.function.Consumer;

/**
 * Tells when a stream is over, after its own listener has heard it. Some of LangChain4j's listeners
 * say nothing when a stream ends too early, and their failures to read an event are only logged.
 */
final class OverTelling implements ServerSentEventListener {
    private final ServerSentEventListener listener;
    private final Consumer<Throwable> over;

    OverTelling(ServerSentEventListener listener, Consumer<Throwable> over) {
        this.listener = listener;
        this.over = over;
    }

    @Override
    public void onOpen(SuccessfulHttpResponse response) {
        listener.onOpen(response);
    }

    @Override
    public void onEvent(ServerSentEvent event) {
        orTell(() -> listener.onEvent(event));
    }

    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
        orTell(() -> listener.onEvent(event, context));
    }

    private void orTell(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException e) {
            over.accept(e);
        }
    }

    @Override
    public void onError(Throwable trouble) {
        try {
            listener.onError(trouble);
        } finally {
            over.accept(trouble);
        }
    }

    @Override
    public void onClose() {
        try {
            listener.onClose();
        } finally {
            over.accept(null);
        }
    }
}
