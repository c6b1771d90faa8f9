package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.ConnectionKind;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.settings.SettingsStore;
import org.stepwright.storage.format.RubricYaml;

/** Drafts from a server on this machine that speaks OpenAI's streaming chat completions. */
class RubricDraftCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "canary-71d0-do-not-leak";
    private static final Map<String, String> ENV = Map.of("STEPWRIGHT_KEY_LOCAL", KEY);
    private static final String ANSWER =
            """
            Here is the rubric:
            ```json
            {"title": "Refunds: \\"when\\" & how", "description": "An agent decides: yes, or\\nno.",
             "aggregation": "min", "error_kinds": ["- wrong", "no: proof"],
             "every_step": [],
             "stages": [
              {"id": "Check receipt", "title": "Check the receipt", "description": "# not a comment",
               "required": true, "repeatable": false, "match": ["receipt", "*", "get_receipt", "&x"],
               "criteria": [
                {"id": "receipt-read", "title": "Reads the receipt 🙂", "guidance": "  'so'\\n\\n- a: b\\t\\u0007",
                 "judged": "verifiable", "weight": 250, "gate": true,
                 "scale": {"kind": "ternary", "min": -1, "max": 1, "levels": [
                   {"value": -1, "name": "wrong", "anchor": "Not read.", "example": "null"},
                   {"value": 0, "name": "neutral", "anchor": "Unclear.", "example": "~"},
                   {"value": 1, "name": "correct", "anchor": "Read.", "example": "123"}]},
                 "verifier": {"name": "regex", "options": [{"name": "pattern", "value": "\\\\d+: [€$]"}]}},
                {"id": "receipt-read", "title": "Is polite", "guidance": "", "judged": "style",
                 "weight": 0.5, "gate": false, "scale": {"kind": "binary", "min": 0, "max": 1, "levels": []},
                 "verifier": {"name": "polite", "options": []}}]}]}
            ```
            """;

    @TempDir Path folder;
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = ANSWER;
    private Path policy;
    private Path out;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        SettingsStore settings = new SettingsStore(folder.resolve("config/settings.json"));
        settings.load();
        Connection local =
                new Connection(
                        "local",
                        ConnectionKind.OPENAI_COMPATIBLE,
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                        "m",
                        "local",
                        0,
                        4096,
                        20,
                        "");
        settings.update(s -> s.withConnection(local));
        policy = Files.writeString(folder.resolve("policy.md"), "Refunds need a receipt.");
        out = folder.resolve("draft.yaml");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        ObjectNode chunk = JSON.createObjectNode();
        chunk.putArray("choices").addObject().putObject("delta").put("content", answer);
        String end =
                "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                        + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":900,"
                        + "\"completion_tokens\":70,\"total_tokens\":970}}\n\ndata: [DONE]\n\n";
        byte[] body =
                (status == 200
                                ? "data: " + chunk + "\n\n" + end
                                : "{\"error\":{\"message\":\"bad key " + KEY + "\"}}")
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private CliRun run(Object... args) {
        CliRun run = CliRun.with(folder, ENV, cancel -> {}, args);
        assertThat(run.out() + run.err()).doesNotContain(KEY);
        return run;
    }

    @Test
    void aDraftIsWrittenAndReadAgain() throws Exception {
        JsonNode json =
                run(
                                "rubric",
                                "draft",
                                "--connection",
                                "local",
                                "--from",
                                policy,
                                "--out",
                                out,
                                "--json")
                        .exits(0)
                        .json();
        Rubric rubric = new RubricYaml().read(Files.readString(out));
        assertThat(json.get("id").asText()).isEqualTo("refunds-when-how").isEqualTo(rubric.id());
        assertThat(json.get("stages").asInt()).isEqualTo(1);
        assertThat(json.get("criteria").asInt()).isEqualTo(2);
        assertThat(json.get("input_tokens").asInt()).isEqualTo(900);
        assertThat(json.get("output_tokens").asInt()).isEqualTo(70);
        assertThat(json.get("answers").asInt()).isEqualTo(1);
        assertThat(json.get("structured").asBoolean()).isTrue();
        assertThat(json.get("recorded").asBoolean()).isFalse();
        assertThat(json.get("notes"))
                .extracting(JsonNode::asText)
                .anyMatch(n -> n.contains("unknown verifier \"polite\""))
                .anyMatch(n -> n.contains("weight of criterion receipt-read"))
                .anyMatch(n -> n.contains("receipt-read was there twice"));
        assertThat(json.get("findings")).isNotEmpty();
        assertThat(rubric.criteria())
                .extracting(Criterion::id)
                .containsExactly("receipt-read", "receipt-read-2");
        assertThat(rubric.criteria().get(0).guidance()).isEqualTo("'so'\n\n- a: b");
        assertThat(rubric.criteria().get(0).verifier().options())
                .containsEntry("pattern", "\\d+: [€$]");
        assertThat(rubric.stages().get(0).match())
                .containsExactly("receipt", "*", "get_receipt", "&x");
        assertThat(bodies.get(0)).contains("Refunds need a receipt.").doesNotContain(KEY);
        run("rubric", "lint", out).exits(0);
    }

    @Test
    void aPersonReadsWhatWasMended() {
        CliRun run =
                run("rubric", "draft", "--connection", "local", "--from", policy, "--out", out)
                        .exits(0);
        assertThat(run.out())
                .contains("Drafted refunds-when-how with 1 stage and 2 criteria")
                .contains("unknown verifier \"polite\"")
                .contains("900 tokens in and 70 tokens out");
    }

    @Test
    void theDescriptionMayComeFromStandardInput() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("Über Rückgaben.".getBytes(StandardCharsets.UTF_8)));
        try {
            run("rubric", "draft", "--connection", "local", "--from", "-", "--out", out).exits(0);
        } finally {
            System.setIn(before);
        }
        assertThat(bodies.get(0)).contains("Über Rückgaben.");
    }

    @Test
    void improvingKeepsIds() throws Exception {
        run("rubric", "draft", "--connection", "local", "--from", policy, "--out", out).exits(0);
        Path better = folder.resolve("better.yaml");
        answer = ANSWER.replace("\"Check receipt\"", "\"step-1\"").replace("Refunds:", "Returns:");
        run("rubric", "draft", "--connection", "local", "--improve", out, "--out", better).exits(0);
        Rubric rubric = new RubricYaml().read(Files.readString(better));
        assertThat(rubric.id()).isEqualTo("refunds-when-how");
        assertThat(rubric.title()).startsWith("Returns:");
        assertThat(rubric.stages().get(0).id()).isEqualTo("check-receipt");
        assertThat(bodies.get(1)).contains("The rubric to improve");
    }

    @Test
    void aFailureLeavesTheFileAsItWas() throws Exception {
        Files.writeString(out, "mine");
        status = 401;
        CliRun refused =
                run("rubric", "draft", "--connection", "local", "--from", policy, "--out", out)
                        .exits(1);
        assertThat(refused.err()).contains("refused the key", "nothing was changed");
        status = 200;
        answer = "I would rather not.";
        CliRun unusable =
                run(
                                "rubric",
                                "draft",
                                "--connection",
                                "local",
                                "--from",
                                policy,
                                "--out",
                                out,
                                "--json")
                        .exits(1);
        assertThat(unusable.json().get("error").asText()).contains("could not be used twice");
        assertThat(Files.readString(out)).isEqualTo("mine");
    }

    @Test
    void saysWhatIsMissing(@TempDir Path fresh) {
        CliRun none = CliRun.of(fresh, "rubric", "draft", "--from", policy, "--out", out).exits(2);
        assertThat(none.err())
                .contains("no connection is set up yet", "Settings")
                .contains(fresh.resolve("config/settings.json").toString());
        assertThat(run("rubric", "draft", "--from", policy, "--out", out).exits(2).err())
                .contains("--connection: local");
        assertThat(run("rubric", "draft", "--connection", "local", "--out", out).exits(2).err())
                .contains("--from FILE");
        assertThat(
                        run(
                                        "rubric",
                                        "draft",
                                        "--connection",
                                        "gone",
                                        "--from",
                                        policy,
                                        "--out",
                                        out)
                                .exits(1)
                                .err())
                .contains("There is no connection named gone");
        run(
                        "rubric",
                        "draft",
                        "--connection",
                        "local",
                        "--from",
                        folder.resolve("no"),
                        "--out",
                        out)
                .exits(1);
        run("rubric", "draft", "--connection", "local", "--from", policy, "--out", policy).exits(2);
        assertThat(bodies).isEmpty();
    }

    @Test
    void aCancelIsNoFailure() {
        CliRun run =
                CliRun.with(
                        folder,
                        ENV,
                        CancelSwitch::cancel,
                        "rubric",
                        "draft",
                        "--connection",
                        "local",
                        "--from",
                        policy,
                        "--out",
                        out);
        run.exits(130);
        assertThat(out).doesNotExist();
    }

    @Test
    void aRecordedAnswerIsCalledOne() throws Exception {
        run("rubric", "draft", "--connection", "local", "--from", policy, "--out", out).exits(0);
        String prompt = JSON.readTree(bodies.get(0)).at("/messages/1/content").asText();
        ObjectNode row = JSON.createObjectNode().put("prompt", prompt).put("model", "m");
        row.putArray("chunks").addObject().put("text", ANSWER).put("delay_ms", 0);
        Path recording = Files.writeString(folder.resolve("answers.jsonl"), row.toString());
        CliRun run =
                run(
                                "rubric",
                                "draft",
                                "--connection",
                                "recorded:" + recording,
                                "--from",
                                policy,
                                "--out",
                                out,
                                "--json")
                        .exits(0);
        assertThat(run.json().get("recorded").asBoolean()).isTrue();
        assertThat(run.json().get("input_tokens").isNull()).isTrue();
        assertThat(run.err()).contains("recorded answer");
        assertThat(bodies).hasSize(1);
    }
}
