package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportMappingCommandTest {
    private static final String MAPPING =
            """
            name: cases
            columns:
              problem: request
              steps: answer
              labels: ok
            cut: lines
            """;

    @TempDir Path folder;
    private Path workspace;
    private Path rows;

    @BeforeEach
    void make() throws Exception {
        workspace = folder.resolve("w.stepwright");
        CliRun.of(folder, "init", workspace).exits(0);
        rows =
                Files.writeString(
                        folder.resolve("rows.csv"),
                        "request,answer,ok\nwhy?,\"one\ntwo\",+-\nhow?,one,+-\n");
    }

    private CliRun run(Object... args) {
        return CliRun.of(folder, args);
    }

    @Test
    void aMappingInAFileReadsWhatNoFormatKnows() throws Exception {
        Path yaml = Files.writeString(folder.resolve("cases.yaml"), MAPPING);
        run("import", "--workspace", workspace, rows, "--format", "csv").exits(3);
        JsonNode read =
                run("import", "--workspace", workspace, "--mapping", yaml, rows, "--json")
                        .exits(3)
                        .json();
        assertThat(read.get("traces_added").asInt()).isEqualTo(1);
        assertThat(read.get("labels_added").asInt()).isEqualTo(2);
        assertThat(read.get("rejected").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsNoMappingIsSaid() {
        CliRun none = run("import", "--workspace", workspace, "--mapping", "cases", rows).exits(1);
        assertThat(none.err()).contains("no mapping named");
        run("import", "--workspace", workspace, "--mapping", "x", "--format", "trl", rows).exits(2);
    }
}
