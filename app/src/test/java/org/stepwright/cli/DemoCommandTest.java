package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    void labelsAndModelsThatPeopleMadeOutliveTheNextDemo() throws Exception {
        Path dir = folder.resolve("demo");
        Path workspace =
                Path.of(
                        run("demo", "--quick", "--dir", dir, "--json")
                                .exits(0)
                                .json()
                                .get("workspace")
                                .asText());
        Path rows =
                Files.writeString(
                        folder.resolve("mine.jsonl"),
                        "{\"id\":\"m\",\"problem\":\"2 + 2?\",\"steps\":[\"2 + 2 = 4.\"],"
                                + "\"labels\":[true]}\n");
        run("import", "--workspace", workspace, rows).exits(0);
        int labels = labels(workspace);

        CliRun next = run("demo", "--quick", "--dir", dir, "--json").exits(0);
        assertThat(next.json().get("workspace").asText()).isNotEqualTo(workspace.toString());
        assertThat(next.err()).contains("left alone");
        assertThat(labels(workspace)).isEqualTo(labels);
    }

    private int labels(Path workspace) {
        return run("check", workspace, "--json").exits(0).json().get("labels").asInt();
    }

    @Test
    void aFolderWithOtherThingsIsLeftAlone() throws Exception {
        Path mine = Files.writeString(folder.resolve("report.html"), "mine");
        List<String> said = new ArrayList<>();
        Path other = DemoFolder.prepare(folder, said::add);
        assertThat(other).isEqualTo(folder.resolve("stepwright-demo"));
        assertThat(DemoFolder.prepare(folder, said::add)).isEqualTo(other);
        assertThat(mine).hasContent("mine");
        assertThat(said).hasSize(2).allSatisfy(s -> assertThat(s).contains(other.toString()));
    }

    @Test
    void whatADemoMadeIsReplacedAndNothingElse() throws Exception {
        Path dir = demo();
        assertThat(DemoFolder.prepare(dir, said -> {})).isEqualTo(dir);
        assertThat(dir.resolve("models/signals.prm")).doesNotExist();
        assertThat(dir.resolve("workspace.stepwright")).doesNotExist();
    }

    @Test
    void aWorkspaceThatPeopleWorkedInIsKept() throws Exception {
        Path dir = demo();
        Path file = Files.writeString(dir.resolve("workspace.stepwright"), "labels of people");
        List<String> said = new ArrayList<>();
        Path other = DemoFolder.prepare(dir, said::add);
        assertThat(other).isNotEqualTo(dir);
        assertThat(file).hasContent("labels of people");
        assertThat(dir.resolve("models/signals.prm")).hasContent("signals");
        assertThat(said).singleElement().asString().contains("left alone");
    }

    @Test
    void aWorkspaceThatIsOpenElsewhereIsKept() throws Exception {
        Path dir = demo();
        Files.writeString(dir.resolve("workspace.stepwright-wal"), "labels on their way");
        assertThat(DemoFolder.prepare(dir, said -> {})).isNotEqualTo(dir);
        assertThat(dir.resolve("workspace.stepwright-wal")).exists();
    }

    @Test
    void aModelThatAPersonPutBesideTheDemosIsKept() throws Exception {
        Path dir = demo();
        Path mine = Files.writeString(dir.resolve("models/mine.prm"), "mine");
        assertThat(DemoFolder.prepare(dir, said -> {})).isNotEqualTo(dir);
        assertThat(mine).hasContent("mine");
    }

    /** What a demo leaves, without the minute that it takes. */
    private Path demo() throws Exception {
        Path dir = DemoFolder.prepare(folder.resolve("demo"), said -> {});
        Files.createDirectories(dir.resolve("models"));
        Files.writeString(dir.resolve("models/signals.prm"), "signals");
        Files.writeString(dir.resolve("workspace.stepwright"), "a workspace");
        DemoFolder.seal(dir);
        return dir;
    }
}
