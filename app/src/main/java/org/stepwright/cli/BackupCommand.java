package org.stepwright.cli;

import java.nio.file.Path;
import org.stepwright.storage.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies a workspace while it may be in use. */
@Command(name = "backup", description = "Copies a workspace, also while it is in use.")
final class BackupCommand extends BaseCommand {
    @Parameters(index = "0", paramLabel = "WORKSPACE", description = "The workspace.")
    private Path file;

    @Parameters(index = "1", paramLabel = "FILE", description = "The copy; must not exist.")
    private Path to;

    BackupCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        try (Workspace workspace = Workspace.open(file)) {
            workspace.backup(to);
            job.print("Copied " + workspace.file() + " to " + to + ".");
            return Result.done(
                    Json.object()
                            .put("workspace", workspace.file().toString())
                            .put("backup", to.toString()));
        }
    }
}
