package org.stepwright.cli;

import java.nio.file.Path;
import org.stepwright.storage.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes an empty workspace. */
@Command(name = "init", description = "Creates an empty workspace.")
final class InitCommand extends BaseCommand {
    @Parameters(paramLabel = "WORKSPACE", description = "The file to create.")
    private Path file;

    InitCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        try (Workspace workspace = Workspace.create(file)) {
            job.print("Created the workspace " + workspace.file() + ".");
            return Result.done(Json.object().put("workspace", workspace.file().toString()));
        }
    }
}
