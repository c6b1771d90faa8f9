package org.stepwright.prm.live;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A real model behind a LangChain4j streaming chat model. */
final class StreamedModel implements LiveModel {
    private final Connection connection;
    private final String key;
    private final LiveThreads threads;
    private final Backoff backoff;
    private final Later retryLater;
    private final WireClock wireClock;
    private final WireLimits limits;
    private final HttpClient http;

    /**
     * @param connection how to reach it
     * @param key the key; null when none is needed
     * @param threads where streams run
     * @param backoff how failed requests are tried again
     * @param retryLater waits between attempts
     * @param wireClock measures a server's silence
     */
    StreamedModel(
            Connection connection,
            String key,
            LiveThreads threads,
            Backoff backoff,
            Later retryLater,
            WireClock wireClock) {
        this.connection = connection;
        this.key = key;
        this.threads = threads;
        this.backoff = backoff;
        this.retryLater = retryLater;
        this.wireClock = wireClock;
        this.limits = WireLimits.of(connection);
        this.http = WireHttp.client(connection, threads.workers());
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public boolean recorded() {
        return false;
    }

    @Override
    public LiveCall<LiveAnswer> stream(LiveRequest r, TextListener l) {
        Objects.requireNonNull(l, "listener");
        StreamedCall call = new StreamedCall(this, r, l);
        threads.workers().execute(call::attempt);
        return call;
    }

    @Override
    public boolean repeatsKey(String text) {
        return key != null && text.contains(key);
    }

    /** Sends one attempt; reports to the handler from background threads. */
    void send(LiveRequest r, FormHold hold, Wire wire, StreamedCall.Attempt handler) {
        List<ChatMessage> messages = new ArrayList<>();
        if (!r.system().isBlank()) {
            messages.add(SystemMessage.from(r.system()));
        }
        messages.add(UserMessage.from(r.prompt()));
        WireClient client = new WireClient(http, wire, threads.workers());
        Providers.model(connection, key, r, WireHttp.builder(client, handler::over))
                .chat(
                        ChatRequest.builder()
                                .messages(messages)
                                .responseFormat(hold.format(r.form()))
                                .build(),
                        handler);
    }

    Troubles troubles() {
        return new Troubles(connection, key);
    }

    WireLimits limits() {
        return limits;
    }

    Backoff backoff() {
        return backoff;
    }

    Later retryLater() {
        return retryLater;
    }

    WireClock wireClock() {
        return wireClock;
    }

    LiveThreads threads() {
        return threads;
    }
}
