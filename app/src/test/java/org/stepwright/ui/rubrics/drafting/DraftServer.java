package org.stepwright.ui.rubrics.drafting;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.ConnectionKind;

/** A server on this machine that speaks OpenAI's streaming chat completions and says one thing. */
public final class DraftServer implements AutoCloseable {
    /** A rubric of one stage with two criteria. */
    public static final String RUBRIC =
            """
            {"title": "Refunds", "description": "An agent decides whether money goes back.",
             "aggregation": "min", "error_kinds": ["no proof"], "every_step": [],
             "stages": [
              {"id": "check-receipt", "title": "Check the receipt", "description": "Reads what was bought when.",
               "required": true, "repeatable": false, "match": ["receipt"],
               "criteria": [
                {"id": "receipt-read", "title": "Reads the receipt", "guidance": "Compare date and amount.",
                 "judged": "verifiable", "weight": 3, "gate": true,
                 "scale": {"kind": "binary", "min": 0, "max": 1, "levels": [
                   {"value": 0, "name": "no", "anchor": "A fact differs.", "example": "The receipt is of March."},
                   {"value": 1, "name": "yes", "anchor": "All facts match.", "example": "The receipt is of May."}]},
                 "verifier": null},
                {"id": "polite", "title": "Is polite", "guidance": "", "judged": "style",
                 "weight": 0.5, "gate": false, "scale": {"kind": "binary", "min": 0, "max": 1, "levels": []},
                 "verifier": null}]}]}
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final String answer;

    public DraftServer(String answer) throws IOException {
        this.answer = answer;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        ObjectNode chunk = JSON.createObjectNode();
        chunk.putArray("choices").addObject().putObject("delta").put("content", answer);
        String end =
                "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata:"
                        + " [DONE]\n\n";
        byte[] body = ("data: " + chunk + "\n\n" + end).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    public Connection connection() {
        return new Connection(
                "local",
                ConnectionKind.OPENAI_COMPATIBLE,
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "m",
                "",
                0,
                4096,
                20,
                "");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
