package org.stepwright.prm.live;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** Gives LangChain4j's JDK client the one client of a connection, with a wire in it. */
final class WireHttp {
    private WireHttp() {}

    /** The shared client of a connection. */
    static HttpClient client(Connection c, Executor workers) {
        boolean plain = BaseUrl.toCall(c.baseUrl()).startsWith("http:");
        return HttpClient.newBuilder()
                .executor(workers)
                .connectTimeout(Duration.ofSeconds(Math.min(15, c.timeoutSeconds())))
                // A redirect would take the key to an address that nobody checked.
                .followRedirects(HttpClient.Redirect.NEVER)
                // Some local servers stumble over the upgrade to HTTP/2 that plain http would try.
                .version(plain ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2)
                .build();
    }

    /** What a LangChain4j model builder takes. */
    static HttpClientBuilder builder(HttpClient client, Wire wire) {
        return new Unhurried().httpClientBuilder(new Ready(new WireClient(client, wire)));
    }

    /**
     * Leaves time-outs to the wire: newer JDKs count a request's time-out until the end of the
     * body, which would cut every long answer.
     */
    private static final class Unhurried extends JdkHttpClientBuilder {
        @Override
        public Duration readTimeout() {
            return null;
        }
    }

    /** A builder whose client exists already. */
    private record Ready(HttpClient client) implements HttpClient.Builder {
        @Override
        public HttpClient build() {
            return client;
        }

        @Override
        public HttpClient.Builder cookieHandler(CookieHandler unused) {
            return this;
        }

        @Override
        public HttpClient.Builder connectTimeout(Duration unused) {
            return this;
        }

        @Override
        public HttpClient.Builder sslContext(SSLContext unused) {
            return this;
        }

        @Override
        public HttpClient.Builder sslParameters(SSLParameters unused) {
            return this;
        }

        @Override
        public HttpClient.Builder executor(Executor unused) {
            return this;
        }

        @Override
        public HttpClient.Builder followRedirects(HttpClient.Redirect unused) {
            return this;
        }

        @Override
        public HttpClient.Builder version(HttpClient.Version unused) {
            return this;
        }

        @Override
        public HttpClient.Builder priority(int unused) {
            return this;
        }

        @Override
        public HttpClient.Builder proxy(ProxySelector unused) {
            return this;
        }

        @Override
        public HttpClient.Builder authenticator(Authenticator unused) {
            return this;
        }
    }
}
