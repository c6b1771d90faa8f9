package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.stepwright.storage.CheckReport;
import org.stepwright.storage.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks whether a workspace is whole. */
@Command(name = "check", description = "Checks whether a workspace is whole.")
final class CheckCommand extends BaseCommand {
    @Parameters(paramLabel = "WORKSPACE", description = "The workspace to check.")
    private Path file;

    CheckCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        CheckReport report;
        try (Workspace workspace = Workspace.open(file)) {
            report = workspace.check();
        }
        job.print(
                Text.count(report.traces(), "trace")
                        + ", "
                        + Text.count(report.steps(), "step")
                        + ", "
                        + Text.count(report.labels(), "label")
                        + ", "
                        + Text.count(report.events(), "event")
                        + ": "
                        + (report.ok() ? "all is well." : "there are problems."));
        report.problems().forEach(job::print);
        if (!report.ok()) {
            job.say("The workspace is damaged; open a backup of it, or export what can be read.");
        }
        ObjectNode json = Json.object().put("ok", report.ok());
        json.set("problems", Json.array(report.problems()));
        json.put("traces", report.traces())
                .put("steps", report.steps())
                .put("labels", report.labels())
                .put("events", report.events());
        return new Result(json, report.ok() ? ExitCodes.DONE : ExitCodes.FAILED);
    }
}
