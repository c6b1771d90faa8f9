package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import org.stepwright.app.backup.BackupSettings;
import org.stepwright.storage.Backup;
import org.stepwright.storage.BackupReason;
import org.stepwright.storage.Backups;
import org.stepwright.storage.CheckReport;
import org.stepwright.storage.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks whether a workspace is whole. */
@Command(name = "check", description = "Checks whether a workspace is whole.")
final class CheckCommand extends BaseCommand {
    @Parameters(paramLabel = "WORKSPACE", description = "The workspace to check.")
    private Path file;

    @Option(
            names = "--repair",
            description =
                    "Makes a backup, then makes anew what follows from the history: current labels,"
                            + " states, undo steps, the search; then checks.")
    private boolean repair;

    CheckCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        CheckReport report;
        try (Workspace workspace = Workspace.open(file)) {
            if (repair) {
                repair(workspace, job);
            }
            report = workspace.check(job.progress());
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
            job.say(
                    repair
                            ? "What is left cannot be made from the history; restore a backup, or"
                                    + " export what can be read."
                            : "The workspace is damaged; try \"stepwright check --repair\", restore"
                                    + " a backup of it, or export what can be read.");
        }
        ObjectNode json = Json.object().put("ok", report.ok());
        json.set("problems", Json.array(report.problems()));
        json.put("traces", report.traces())
                .put("steps", report.steps())
                .put("labels", report.labels())
                .put("events", report.events());
        return new Result(json, report.ok() ? ExitCodes.DONE : ExitCodes.FAILED);
    }

    private void repair(Workspace workspace, Job job) {
        BackupSettings wanted = BackupSettings.of(context().app().settings().current());
        Backup made =
                new Backups(workspace.file(), wanted.rules(), Clock.systemDefaultZone())
                        .make(BackupReason.REPAIR, job.progress());
        job.say("Before the repair a backup was made: " + made.file());
        workspace.repair(job.progress());
    }
}
