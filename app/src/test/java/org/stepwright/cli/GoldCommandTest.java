package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldCommandTest {
    private static final String ROWS =
            "{\"id\":\"known\",\"problem\":\"p\",\"steps\":[\"a\",\"b\"],\"labels\":[true,false]}\n"
                    + "{\"id\":\"open\",\"problem\":\"q\",\"steps\":[\"a\"]}\n";

    @TempDir Path folder;
    private Path workspace;

    @BeforeEach
    void twoTraces() throws Exception {
        workspace = folder.resolve("w.stepwright");
        Path rows = Files.writeString(folder.resolve("r.jsonl"), ROWS);
        run("init", workspace).exits(0);
        run("import", "--workspace", workspace, rows).exits(0);
    }

    private CliRun run(Object... args) {
        return CliRun.of(folder, args);
    }

    @Test
    void onlyTracesWithAKeyBecomeGold() {
        JsonNode added =
                run("gold", "add", "--workspace", workspace, "--where", "labelled:yes", "--json")
                        .exits(0)
                        .json();
        assertThat(added.get("added").asInt()).isEqualTo(1);

        CliRun none = run("gold", "add", "--workspace", workspace, "--where", "id:open").exits(0);
        assertThat(none.out()).contains("there is no key");

        JsonNode list = run("gold", "list", "--workspace", workspace, "--json").exits(0).json();
        assertThat(list.get("gold")).hasSize(1);
        assertThat(list.get("gold").get(0).get("trace").asText()).isEqualTo("known");
        assertThat(list.get("gold").get(0).get("use").asText()).isEqualTo("gold");
    }

    @Test
    void aGoldTraceCanBeForScreeningAndOrdinaryAgain() {
        run("gold", "add", "--workspace", workspace, "--where", "id:known", "--screening").exits(0);
        assertThat(run("gold", "list", "--workspace", workspace).exits(0).out())
                .contains("screening");

        JsonNode removed =
                run("gold", "remove", "--workspace", workspace, "--where", "gold:yes", "--json")
                        .exits(0)
                        .json();

        assertThat(removed.get("removed").asInt()).isEqualTo(1);
        assertThat(run("gold", "list", "--workspace", workspace).exits(0).out())
                .contains("0 gold traces.");
    }

    @Test
    void whichTracesHasToBeSaid() {
        assertThat(run("gold", "add", "--workspace", workspace).exits(2).err())
                .contains("--where decided:yes");
    }
}
