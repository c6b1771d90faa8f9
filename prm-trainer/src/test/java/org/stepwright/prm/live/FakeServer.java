package org.stepwright.prm.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A real server on the loopback interface that answers from a script; the last reply repeats. */
final class FakeServer implements AutoCloseable {
    /** What a request is answered with. */
    interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    /** A request as it came. */
    record Received(String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(e -> e.getKey().equalsIgnoreCase(name))
                    .map(e -> e.getValue().get(0))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static final long BREATH_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Reply> script;
    private final List<Received> received = new CopyOnWriteArrayList<>();

    FakeServer(Reply... script) {
        this.script = List.of(script);
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Received> received() {
        return received;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int number;
        synchronized (received) {
            number = received.size();
            received.add(
                    new Received(
                            exchange.getRequestURI().toString(),
                            Map.copyOf(exchange.getRequestHeaders()),
                            body));
        }
        script.get(Math.min(number, script.size() - 1)).to(exchange);
    }

    /** A refusal with a body. */
    static Reply status(int code, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        };
    }

    /** A stream that ends well. */
    static Reply stream(String contentType, List<String> pieces) {
        return exchange -> {
            try (OutputStream out = open(exchange, contentType, 0)) {
                write(out, pieces);
            }
        };
    }

    /** A stream whose connection is closed in the middle. */
    static Reply cut(String contentType, List<String> pieces) {
        return exchange -> {
            OutputStream out = open(exchange, contentType, 1_000_000);
            write(out, pieces);
            exchange.close();
        };
    }

    /** A stream that says nothing more until the latch opens. */
    static Reply silentAfter(String contentType, List<String> pieces, CountDownLatch release) {
        return exchange -> {
            OutputStream out = open(exchange, contentType, 1_000_000);
            write(out, pieces);
            waitFor(release);
            exchange.close();
        };
    }

    /** Not even headers until the latch opens. */
    static Reply silent(CountDownLatch release) {
        return exchange -> {
            waitFor(release);
            exchange.close();
        };
    }

    /**
     * Sends a piece again and again until the client has gone, then opens the latch. Takes a breath
     * after each piece, or a busy machine would read no end of them before it comes to a cancel.
     */
    static Reply endless(
            String contentType, List<String> first, String piece, CountDownLatch gone) {
        return again(contentType, first, piece, gone, BREATH_NANOS);
    }

    /** Sends a piece again and again as fast as it can, until the client has gone. */
    static Reply flood(String contentType, String piece, CountDownLatch gone) {
        return again(contentType, List.of(), piece, gone, 0);
    }

    private static Reply again(
            String contentType,
            List<String> first,
            String piece,
            CountDownLatch gone,
            long pauseNanos) {
        return exchange -> {
            try (OutputStream out = open(exchange, contentType, 0)) {
                write(out, first);
                while (true) {
                    write(out, List.of(piece));
                    LockSupport.parkNanos(pauseNanos);
                }
            } catch (IOException clientWent) {
                gone.countDown();
            } finally {
                exchange.close();
            }
        };
    }

    private static OutputStream open(HttpExchange exchange, String contentType, long length)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(200, length);
        return exchange.getResponseBody();
    }

    private static void write(OutputStream out, List<String> pieces) throws IOException {
        for (String piece : pieces) {
            out.write(piece.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
