package org.stepwright.cli;

import org.stepwright.storage.format.RubricYaml;
import picocli.CommandLine.Command;

/** Prints the JSON Schema of rubric files. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of rubric files, for editors and other programs.")
final class RubricSchemaCommand extends BaseCommand {
    RubricSchemaCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        String schema = new RubricYaml().schema();
        job.print(schema.stripTrailing());
        return Result.done(Json.object().put("schema", schema));
    }
}
