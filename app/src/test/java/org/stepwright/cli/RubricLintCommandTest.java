package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.rubric.Rubric;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.trace.Trace;

class RubricLintCommandTest {
    private static final String YAML =
            """
            id: refund
            title: Refund decision
            aggregation: min
            every_step:
              - id: facts
                title: Facts are right
                weight: 2
                scale:
                  kind: ternary
                  min: -1
                  max: 1
                  levels:
                    - {value: -1, name: wrong, anchor: A fact is wrong., example: 4 lamps.}
                    - {value: 1, name: right, anchor: Facts are right., example: 3 lamps.}
              - id: tone
                title: Tone
                weight: 3
                judged: style
                scale:
                  kind: binary
                  min: 0
                  max: 1
                  levels:
                    - {value: 0, name: "no", anchor: Rude., example: No.}
                    - {value: 1, name: "yes", anchor: Kind., example: Gladly.}
            stages:
              - id: decide
                title: Decide
                match: [decision]
            """;

    @TempDir Path folder;

    private CliRun run(Object... args) {
        return CliRun.of(folder, args);
    }

    private Path yaml() throws Exception {
        return Files.writeString(folder.resolve("r.yaml"), YAML);
    }

    @Test
    void namesFixesAndMakesThem() throws Exception {
        Path out = folder.resolve("mended.yaml");

        CliRun run = run("rubric", "lint", yaml(), "--fix", "--out", out, "--json").exits(0);

        JsonNode json = run.json();
        assertThat(json.get("ok").asBoolean()).isFalse();
        assertThat(json.get("findings"))
                .extracting(f -> f.get("rule").asText() + ": " + f.get("fix").asText())
                .containsExactly(
                        "style-outweighs: Weigh style half as much as facts",
                        "no-neutral: Add the neutral level");
        assertThat(json.get("fixed")).hasSize(2);
        Rubric mended = new RubricYaml().read(Files.readString(out));
        assertThat(mended.everyStep().get(0).scale().levels()).hasSize(3);
        assertThat(mended.everyStep().get(1).weight()).isEqualTo(1);
        JsonNode left = run("rubric", "lint", out, "--json").exits(0).json();
        assertThat(left.get("findings"))
                .extracting(f -> f.get("rule").asText())
                .containsExactly("missing-anchors");
    }

    @Test
    void theFileThatIsReadIsNotWrittenOver() throws Exception {
        Path yaml = yaml();
        run("rubric", "lint", yaml, "--fix", "--out", yaml).exits(2);
        run("rubric", "lint", yaml, "--fix").exits(2);
        run("rubric", "lint", yaml, "--out", folder.resolve("x")).exits(2);
        assertThat(yaml).hasContent(YAML);
    }

    @Test
    void aWorkspaceTellsWhichStagesItsTracesHave() throws Exception {
        Path file = folder.resolve("w.stepwright");
        run("init", file).exits(0);
        assertThat(rules(file)).doesNotContain("stage-not-seen");

        add(file, Trace.of("a", "Refund?", List.of("The case says so.")));
        assertThat(rules(file)).contains("stage-not-seen");

        add(file, Trace.of("b", "Refund?", List.of("Decision: no refund.")));
        assertThat(rules(file)).doesNotContain("stage-not-seen");
    }

    private static void add(Path file, Trace trace) {
        try (Workspace workspace = Workspace.open(file)) {
            workspace.traces().add(List.of(new LabelledTrace(trace, List.of())));
        }
    }

    private List<String> rules(Path workspace) throws Exception {
        JsonNode json =
                run("rubric", "lint", "--workspace", workspace, yaml(), "--json").exits(0).json();
        return json.get("findings").findValuesAsText("rule");
    }
}
