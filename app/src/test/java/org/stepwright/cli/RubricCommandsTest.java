package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.score.Aggregation;
import org.stepwright.storage.format.RubricYaml;

class RubricCommandsTest {
    @TempDir Path folder;
    private Path workspace;
    private Path yaml;

    @BeforeEach
    void init() throws Exception {
        workspace = folder.resolve("w.stepwright");
        run("init", workspace).exits(0);
        yaml = write("refund.yaml", rubric("Refund decision"));
    }

    private CliRun run(Object... args) {
        return CliRun.of(folder, args);
    }

    private Path write(String name, Rubric rubric) throws Exception {
        return Files.writeString(folder.resolve(name), new RubricYaml().write(rubric));
    }

    private static Rubric rubric(String title) {
        Criterion criterion =
                new Criterion(
                        "policy",
                        "Follows the policy",
                        "",
                        Scale.binary(),
                        1,
                        true,
                        Criterion.Judged.VERIFIABLE,
                        null);
        Stage stage = new Stage("decide", "Decide", "", true, false, List.of(), List.of(criterion));
        return new Rubric(
                "refund", title, "", List.of(stage), List.of(), Aggregation.MIN, List.of());
    }

    @Test
    void aRubricGoesFromAFileToAVersionAndBack() throws Exception {
        JsonNode in = run("rubric", "import", "--workspace", workspace, yaml, "--json").json();
        assertThat(in.get("id").asText()).isEqualTo("refund");

        JsonNode list = run("rubric", "list", "--workspace", workspace, "--json").exits(0).json();
        assertThat(list.at("/rubrics/0/id").asText()).isEqualTo("refund");
        assertThat(list.at("/rubrics/0/version").asInt()).isZero();

        JsonNode version =
                run("rubric", "publish", "--workspace", workspace, "refund", "--json")
                        .exits(0)
                        .json();
        assertThat(version.get("key").asText()).isEqualTo("refund@1");
        assertThat(version.get("content_hash").asText()).hasSize(64);

        Path out = folder.resolve("out.yaml");
        run("rubric", "export", "--workspace", workspace, "refund@1", "--out", out).exits(0);
        assertThat(new RubricYaml().read(Files.readString(out)))
                .isEqualTo(rubric("Refund decision"));
        assertThat(run("rubric", "show", "--workspace", workspace, "refund").exits(0).out())
                .contains("Follows the policy");
    }

    @Test
    void publishingTwiceWithoutAChangeFails() {
        run("rubric", "import", "--workspace", workspace, yaml).exits(0);
        run("rubric", "publish", "--workspace", workspace, "refund").exits(0);
        run("rubric", "publish", "--workspace", workspace, "refund").exits(1);
        run("rubric", "publish", "--workspace", workspace, "nobody").exits(1);
    }

    @Test
    void lintPrintsFindingsAsJson() {
        JsonNode json = run("rubric", "lint", yaml, "--json").exits(0).json();
        assertThat(json.get("ok").asBoolean()).isEqualTo(json.get("findings").isEmpty());
        for (JsonNode finding : json.get("findings")) {
            assertThat(finding.fieldNames())
                    .toIterable()
                    .containsExactly("rule", "where", "message", "fix");
        }
    }

    @Test
    void diffSaysWhatChanged() throws Exception {
        run("rubric", "import", "--workspace", workspace, yaml).exits(0);
        run("rubric", "publish", "--workspace", workspace, "refund").exits(0);
        Path other = write("other.yaml", rubric("Refunds and returns"));
        JsonNode json =
                run("rubric", "diff", "--workspace", workspace, "refund@1", other, "--json")
                        .exits(0)
                        .json();
        assertThat(json.get("changes")).hasSize(1);
        assertThat(json.at("/changes/0/before").asText()).isEqualTo("Refund decision");
        assertThat(json.at("/changes/0/after").asText()).isEqualTo("Refunds and returns");
        assertThat(json.at("/edits/0/where").asText()).isEqualTo("rubric title");
        assertThat(run("rubric", "diff", yaml, yaml, "--json").json().get("changes")).isEmpty();
    }

    @Test
    void anotherDraftIsNotReplacedByAccident() throws Exception {
        run("rubric", "import", "--workspace", workspace, yaml).exits(0);
        Path other = write("other.yaml", rubric("Another"));
        assertThat(run("rubric", "import", "--workspace", workspace, other).exits(1).err())
                .contains("--replace");
        run("rubric", "import", "--workspace", workspace, other, "--replace").exits(0);
    }

    @Test
    void damagedYamlIsASentence() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "id: [\n- !!java.net.URL x");
        CliRun run = run("rubric", "lint", bad).exits(1);
        assertThat(run.err().strip().lines()).hasSize(1);
        run("rubric", "show", folder.resolve("none.yaml")).exits(1);
    }
}
