package org.stepwright.prm.live;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Gives LangChain4j its JDK client with the wire of one attempt in it. */
final class WireHttp {
    private WireHttp() {}

    /** The shared client of a connection. */
    static HttpClient client(Connection c, Executor workers) {
        boolean plain = BaseUrl.toCall(c.baseUrl()).startsWith("http:");
        return HttpClient.newBuilder()
                .executor(workers)
                .connectTimeout(connectTimeout(c))
                // A redirect would take the key to an address that nobody checked.
                .followRedirects(HttpClient.Redirect.NEVER)
                // Some local servers stumble over the upgrade to HTTP/2 that plain http would try.
                .version(plain ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2)
                .build();
    }

    /** Well before the watch over silence, so that a host that swallows everything is retried. */
    private static Duration connectTimeout(Connection c) {
        return Duration.ofMillis(Math.min(15_000, c.timeoutSeconds() * 500L));
    }

    /**
     * What a LangChain4j model builder takes.
     *
     * @param over hears that the stream is over and handled: null, or what went wrong in handling
     */
    static HttpClientBuilder builder(WireClient client, Consumer<Throwable> over) {
        return new Builder(client, over);
    }

    /**
     * Ignores LangChain4j's time-outs and leaves them to the wire: newer JDKs count a request's
     * time-out until the end of the body, which would cut every long answer.
     */
    private record Builder(WireClient client, Consumer<Throwable> over)
            implements HttpClientBuilder {
        @Override
        public Duration connectTimeout() {
            return null;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration ignored) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return null;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration ignored) {
            return this;
        }

        @Override
        public dev.langchain4j.http.client.HttpClient build() {
            return new Client(
                    JdkHttpClient.builder()
                            .httpClientBuilder(new ReadyClientBuilder(client))
                            .build(),
                    over);
        }
    }

    private record Client(JdkHttpClient client, Consumer<Throwable> over)
            implements dev.langchain4j.http.client.HttpClient {
        @Override
        public SuccessfulHttpResponse execute(HttpRequest request) {
            return client.execute(request);
        }

        @Override
        public void execute(
                HttpRequest request,
                ServerSentEventParser parser,
                ServerSentEventListener listener) {
            client.execute(request, parser, new OverTelling(listener, over));
        }
    }
}
