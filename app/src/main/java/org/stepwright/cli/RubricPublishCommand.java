package org.stepwright.cli;

import org.stepwright.rubric.RubricVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes a draft as the next version. */
@Command(name = "publish", description = "Publishes a draft as the next version.")
final class RubricPublishCommand extends RubricCommand {
    @Parameters(paramLabel = "ID", description = "The rubric's id.")
    private String id;

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "What changed.")
    private String note;

    RubricPublishCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        RubricVersion version = inWorkspace(w -> w.rubrics().publish(id, note));
        job.print("Published " + version.key() + ".");
        return Result.done(
                Json.object()
                        .put("key", version.key())
                        .put("number", version.number())
                        .put("content_hash", version.contentHash()));
    }
}
