package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @TempDir Path folder;

    private CliRun run(Object... args) {
        return CliRun.of(folder, args);
    }

    @Test
    void theWholeLoopRunsAndRunsAgain() throws Exception {
        Path dir = folder.resolve("my demo");
        CliRun people = run("demo", "--quick", "--dir", dir).exits(0);
        assertThat(people.out()).contains("synthetic", "recorded", "Report:", "baseline uniform");
        Path mine = Files.writeString(dir.resolve("my notes.txt"), "keep me");

        JsonNode json = run("demo", "--quick", "--dir", dir, "--json").exits(0).json();
        assertThat(json.get("dir").asText()).isEqualTo(dir.toString());
        assertThat(json.get("seconds").asDouble()).isPositive();
        assertThat(json.at("/eval/files/0/baselines/uniform/f1").isNumber()).isTrue();
        assertThat(Path.of(json.get("model").asText())).isNotEmptyFile();
        assertThat(Path.of(json.get("export").asText()).resolve("README.md")).isNotEmptyFile();
        assertThat(mine).hasContent("keep me");

        String report = Files.readString(Path.of(json.get("report").asText()));
        assertThat(report)
                .contains("synthetic", "recorded", "prefers-color-scheme", "<svg")
                .doesNotContain("<script", "src=", "href=");
        assertThat(dir.resolve("pictures"))
                .isDirectoryContaining("glob:**f1.svg")
                .isDirectoryContaining("glob:**reliability.svg")
                .isDirectoryContaining("glob:**live-steps.svg");
        run("check", Path.of(json.get("workspace").asText())).exits(0);
        run("eval", "--model", json.get("model").asText(), dir.resolve("samples/refunds.jsonl"))
                .exits(0);
    }

    @Test
    void aFolderWithOtherThingsIsLeftAlone() throws Exception {
        Path mine = Files.writeString(folder.resolve("report.html"), "mine");
        Path other = DemoFolder.prepare(folder);
        assertThat(other).isEqualTo(folder.resolve("stepwright-demo"));
        assertThat(DemoFolder.prepare(folder)).isEqualTo(other);
        assertThat(mine).hasContent("mine");
    }
}
