package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceCommandsTest {
    private static final String ROW =
            "{\"id\":\"%s\",\"problem\":\"What is 2 + 2?\",\"steps\":[\"2 + 2 = 4\",\"So 4.\"],"
                    + "\"labels\":[true,true]}\n";

    @TempDir Path folder;
    private Path workspace;

    @BeforeEach
    void init() {
        workspace = folder.resolve("my work.stepwright");
        CliRun run = CliRun.of(folder, "init", workspace, "--json").exits(0);
        assertThat(run.json().get("workspace").asText())
                .isEqualTo(workspace.toAbsolutePath().toString());
    }

    private CliRun run(Object... args) {
        return CliRun.of(folder, args);
    }

    private Path file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void aWorkspaceThatIsThereIsNotOverwritten() {
        CliRun run = run("init", workspace).exits(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().strip().lines()).hasSize(1);
        CliRun json = run("init", workspace, "--json").exits(1);
        assertThat(json.json().get("error").asText()).isNotBlank();
    }

    @Test
    void theSameFileTwiceAddsNothing() throws Exception {
        Path rows = file("rows.jsonl", ROW.formatted("a") + ROW.formatted("b"));
        JsonNode first = run("import", "--workspace", workspace, rows, "--json").exits(0).json();
        assertThat(first.get("files").get(0).asText()).isEqualTo(rows.toString());
        assertThat(first.get("traces_added").asInt()).isEqualTo(2);
        assertThat(first.get("traces_known").asInt()).isZero();
        assertThat(first.get("steps_added").asInt()).isEqualTo(4);
        assertThat(first.get("labels_added").asInt()).isEqualTo(4);
        assertThat(first.get("rejected").asInt()).isZero();

        JsonNode again = run("import", "--workspace", workspace, rows, "--json").exits(0).json();
        assertThat(again.get("traces_added").asInt()).isZero();
        assertThat(again.get("traces_known").asInt()).isEqualTo(2);
        assertThat(again.get("labels_added").asInt()).isZero();

        JsonNode check = run("check", workspace, "--json").exits(0).json();
        assertThat(check.get("ok").asBoolean()).isTrue();
        assertThat(check.get("problems")).isEmpty();
        assertThat(check.get("traces").asInt()).isEqualTo(2);
        assertThat(check.get("steps").asInt()).isEqualTo(4);
        assertThat(check.get("labels").asInt()).isEqualTo(4);
        assertThat(check.get("events").asInt()).isEqualTo(4);
    }

    @Test
    void badRowsAreListedWithFileAndLineAndTheRestGoesIn() throws Exception {
        Path rows =
                file(
                        "bad.jsonl",
                        ROW.formatted("a")
                                + "{\"id\":7,\"problem\":[],\"steps\":\"no\"}\n"
                                + ROW.formatted("a")
                                + "\u0000\u0001 noise \u0007\n"
                                + ROW.formatted("b")
                                + "{\"id\":\"c\",\"problem\":\"cut of");
        Path rejects = folder.resolve("rejects.jsonl");
        CliRun run =
                run(
                                "import",
                                "--workspace",
                                workspace,
                                "--format",
                                "generic",
                                "--rejects",
                                rejects,
                                rows,
                                "--json")
                        .exits(3);
        assertThat(run.json().get("traces_added").asInt()).isEqualTo(2);
        assertThat(run.json().get("rejected").asInt()).isEqualTo(4);
        List<Integer> lines = new ArrayList<>();
        for (String line : Files.readAllLines(rejects)) {
            JsonNode row = new com.fasterxml.jackson.databind.ObjectMapper().readTree(line);
            assertThat(row.get("file").asText()).isEqualTo(rows.toString());
            assertThat(row.get("reason").asText()).isNotBlank();
            lines.add(row.get("line").asInt());
        }
        assertThat(lines).containsExactly(2, 3, 4, 6);
        assertThat(run.err()).contains(rows + ":2: ");
    }

    @Test
    void binaryNoiseIsRejectedAndHarmsNothing() throws Exception {
        byte[] noise = new byte[100_000];
        new java.util.Random(7).nextBytes(noise);
        Path file = Files.write(folder.resolve("noise.bin"), noise);
        CliRun run = run("import", "--workspace", workspace, file, "--json");
        assertThat(run.code()).isIn(1, 3);
        run("check", workspace).exits(0);
    }

    @Test
    void aMissingFileIsASentence() {
        CliRun run = run("import", "--workspace", workspace, folder.resolve("none.json")).exits(1);
        assertThat(run.err()).contains("none.json").doesNotContain("Exception");
    }

    @Test
    void cancelEndsWith130AndLeavesTheWorkspaceWhole() throws Exception {
        Path rows = file("rows.jsonl", ROW.formatted("a").repeat(1));
        CliRun run =
                CliRun.with(
                        folder,
                        Map.of(),
                        CancelSwitch::cancel,
                        "import",
                        "--workspace",
                        workspace,
                        rows,
                        "--json");
        run.exits(130);
        assertThat(run.json().get("exit").asInt()).isEqualTo(130);
        run("check", workspace).exits(0);
    }

    @Test
    void exportWritesADataSetWithItsCard() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            rows.append(
                    "{\"id\":\"t"
                            + i
                            + "\",\"problem\":\"Problem number "
                            + "abcdefghijklmnopqrstuvwxyzABCDEF".charAt(i)
                            + i * 7919
                            + "\",\"steps\":[\"s\"],\"labels\":[true]}\n");
        }
        run("import", "--workspace", workspace, file("rows.jsonl", rows.toString())).exits(0);
        Path out = folder.resolve("out dir");
        JsonNode json =
                run(
                                "export",
                                "--workspace",
                                workspace,
                                "--format",
                                "trl",
                                "--out",
                                out,
                                "--split",
                                "50/25/25",
                                "--json")
                        .exits(0)
                        .json();
        assertThat(json.get("traces").asInt()).isEqualTo(30);
        assertThat(json.get("steps").asInt()).isEqualTo(30);
        assertThat(json.get("labels").asInt()).isEqualTo(30);
        assertThat(json.get("splits").get("train").asInt()).isPositive();
        for (JsonNode file : json.get("files")) {
            assertThat(Path.of(file.asText())).exists();
        }
        assertThat(out.resolve("README.md")).exists();
    }

    @Test
    void backupCopiesAndRefusesToOverwrite() {
        Path copy = folder.resolve("copy.stepwright");
        JsonNode json = run("backup", workspace, copy, "--json").exits(0).json();
        assertThat(json.get("backup").asText()).isEqualTo(copy.toString());
        run("check", copy).exits(0);
        run("backup", workspace, copy).exits(1);
    }

    @Test
    void somethingElseIsNoWorkspace() throws Exception {
        Path other = file("other.stepwright", "not a database at all, just some text ".repeat(200));
        CliRun run = run("check", other).exits(1);
        assertThat(run.err()).isNotBlank();
        assertThat(Files.readString(other, StandardCharsets.UTF_8)).startsWith("not a database");
    }
}
