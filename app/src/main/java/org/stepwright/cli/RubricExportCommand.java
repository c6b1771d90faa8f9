package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stepwright.app.WholeFile;
import org.stepwright.storage.format.RubricYaml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a rubric to a YAML file, with its schema beside it when asked. */
@Command(
        name = "export",
        description = "Writes a rubric to a YAML file; a template's text keeps its comments.")
final class RubricExportCommand extends RubricCommand {
    private static final String SCHEMA = "rubric.schema.json";

    /** How editors with the YAML language server find the schema of a file. */
    private static final String SCHEMA_LINE = "# yaml-language-server: $schema=" + SCHEMA + "\n";

    @Parameters(paramLabel = "RUBRIC", description = RubricSource.HELP)
    private String name;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file, or a folder that is there: then ID.yaml in it.")
    private Path out;

    @Option(
            names = "--schema",
            description =
                    "Writes "
                            + SCHEMA
                            + " beside it, and a first line that tells editors to use it.")
    private boolean schema;

    RubricExportCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        String yaml = withSource(s -> s.yaml(name));
        String id = new RubricYaml().read(yaml).id();
        Path file = Files.isDirectory(out) ? out.resolve(id + ".yaml") : out;
        Path schemaFile = schema ? file.resolveSibling(SCHEMA) : null;
        Outputs.checkReplaced(this, "--out", file, schemaFile);
        Outputs.checkReplaced(this, "--schema", schemaFile);
        write(file, schema ? SCHEMA_LINE + yaml : yaml);
        job.print("Wrote " + id + " to " + file + ".");
        ObjectNode json = Json.object().put("id", id).put("file", file.toString());
        if (schema) {
            write(schemaFile, new RubricYaml().schema());
            job.print("Wrote the schema to " + schemaFile + ".");
            json.put("schema", schemaFile.toString());
        }
        return Result.done(json);
    }

    private static void write(Path file, String text) {
        WholeFile.write(file, "The rubric", to -> to.write(text));
    }
}
