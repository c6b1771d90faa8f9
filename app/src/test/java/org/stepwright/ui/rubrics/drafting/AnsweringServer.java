package org.stepwright.ui.rubrics.drafting;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.ConnectionKind;

/** A real OpenAI-compatible server on the loopback interface; it says what it is told to say. */
public final class AnsweringServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String answer = "";
    private volatile int status = 200;

    public AnsweringServer() {
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

    /** From now on it answers this. */
    public void answers(String text) {
        answer = text;
        status = 200;
    }

    /** From now on it refuses. */
    public void refuses(int code) {
        status = code;
    }

    /** The bodies of the requests that came. */
    public List<String> asked() {
        return asked;
    }

    public Connection connection() {
        return new Connection(
                "local",
                ConnectionKind.OPENAI_COMPATIBLE,
                "http://127.0.0.1:" + server.getAddress().getPort() + "/v1",
                "m",
                "",
                0,
                4096,
                20,
                "");
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String body = status == 200 ? stream() : "{\"error\":{\"message\":\"no\"}}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", status == 200 ? "text/event-stream" : "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private String stream() {
        ObjectNode said = chunk();
        said.withArray("choices")
                .addObject()
                .put("index", 0)
                .putObject("delta")
                .put("content", answer);
        ObjectNode end = chunk();
        ObjectNode last = end.withArray("choices").addObject().put("index", 0);
        last.putObject("delta");
        last.put("finish_reason", "stop");
        ObjectNode usage = chunk();
        usage.putArray("choices");
        usage.putObject("usage")
                .put("prompt_tokens", 700)
                .put("completion_tokens", 50)
                .put("total_tokens", 750);
        return "data: " + said + "\n\ndata: " + end + "\n\ndata: " + usage + "\n\ndata: [DONE]\n\n";
    }

    private static ObjectNode chunk() {
        return JSON.createObjectNode()
                .put("id", "c1")
                .put("object", "chat.completion.chunk")
                .put("model", "m");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
