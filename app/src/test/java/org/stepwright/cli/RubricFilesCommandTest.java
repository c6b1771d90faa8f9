package org.stepwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.app.Templates;
import org.stepwright.rubric.Rubric;
import org.stepwright.storage.format.RubricYaml;

/** Rubrics as files: templates, comments, schema. */
class RubricFilesCommandTest {
    private static final String NAME = "claims-triage";

    @TempDir Path folder;
    private Path workspace;
    private final String template = new Templates().yaml(NAME);

    @BeforeEach
    void init() {
        workspace = folder.resolve("w.stepwright");
        run("init", workspace).exits(0);
    }

    private CliRun run(Object... args) {
        return CliRun.of(folder, args);
    }

    @Test
    void aTemplateIsExportedByteForByte() throws Exception {
        Path out = folder.resolve("out.yaml");

        run("rubric", "export", "template:" + NAME, "--out", out).exits(0);

        assertThat(Files.readString(out)).isEqualTo(template).contains("\n# min: ");
    }

    @Test
    void draftAndVersionWithATemplatesContentKeepItsComments() throws Exception {
        Path out = folder.resolve("out.yaml");
        run("rubric", "import", "--workspace", workspace, "template:" + NAME).exits(0);
        run("rubric", "publish", "--workspace", workspace, NAME).exits(0);

        for (String source : List.of(NAME, NAME + "@1")) {
            run("rubric", "export", "--workspace", workspace, source, "--out", out).exits(0);
            assertThat(Files.readString(out)).as(source).isEqualTo(template);
        }
    }

    @Test
    void aChangedDraftIsWrittenAnewWithoutComments() throws Exception {
        Path changed = folder.resolve("changed.yaml");
        Files.writeString(changed, template.replace("title: Claims triage", "title: Our triage"));
        Path out = folder.resolve("out.yaml");
        run("rubric", "import", "--workspace", workspace, changed).exits(0);

        run("rubric", "export", "--workspace", workspace, NAME, "--out", out).exits(0);

        Rubric read = new RubricYaml().read(Files.readString(out));
        assertThat(read.title()).isEqualTo("Our triage");
        assertThat(Files.readString(out)).doesNotContain("# min: ");
    }

    @Test
    void aFolderTakesTheFileAndItsSchema() throws Exception {
        Path rubrics = Files.createDirectory(folder.resolve("rubrics"));

        JsonNode json =
                run("rubric", "export", "template:" + NAME, "--out", rubrics, "--schema", "--json")
                        .exits(0)
                        .json();

        Path file = rubrics.resolve(NAME + ".yaml");
        assertThat(json.get("file").asText()).isEqualTo(file.toString());
        assertThat(Files.readString(file))
                .isEqualTo("# yaml-language-server: $schema=rubric.schema.json\n" + template);
        assertThat(Files.readString(rubrics.resolve("rubric.schema.json")))
                .isEqualTo(new RubricYaml().schema());
        assertThat(new RubricYaml().read(Files.readString(file)).id()).isEqualTo(NAME);
    }

    @Test
    void theSchemaIsNotWrittenOverByTheRubric() {
        run(
                        "rubric",
                        "export",
                        "template:" + NAME,
                        "--schema",
                        "--out",
                        folder.resolve("rubric.schema.json"))
                .exits(2);
    }

    @Test
    void showAndSchemaPrintWhatTheFilesHold() {
        assertThat(run("rubric", "show", "template:" + NAME).exits(0).out().strip())
                .isEqualTo(template.strip());
        assertThat(run("rubric", "schema").exits(0).out().strip())
                .isEqualTo(new RubricYaml().schema().strip());
    }

    @Test
    void theListOfTemplatesSaysWhatEachIsFor() {
        String text = run("rubric", "list", "--templates").exits(0).out();
        JsonNode json = run("rubric", "list", "--templates", "--json").exits(0).json();

        assertThat(text).contains("Insurance and finance\n", NAME + ": Claims triage\n");
        assertThat(json.get("templates")).hasSize(new Templates().names().size());
        assertThat(json.get("gallery")).hasSameSizeAs(json.get("templates"));
        for (JsonNode info : json.get("gallery")) {
            assertThat(info.get("summary").asText()).isNotBlank();
            assertThat(info.get("stages").asInt()).isGreaterThanOrEqualTo(4);
            assertThat(info.get("criteria").asInt()).isGreaterThanOrEqualTo(6);
        }
    }

    @Test
    void aPipeIsNoFileToExportTo() throws Exception {
        Path pipe = folder.resolve("pipe");
        if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() != 0) {
            return; // no such thing on this system
        }
        CliRun run =
                org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        java.time.Duration.ofSeconds(20),
                        () -> run("rubric", "export", "template:" + NAME, "--out", pipe));
        assertThat(run.exits(1).err()).contains("which is no plain file");
    }
}
