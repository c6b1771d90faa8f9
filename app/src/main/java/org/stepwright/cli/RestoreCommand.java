package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.stepwright.app.backup.BackupSettings;
import org.stepwright.storage.Backup;
import org.stepwright.storage.Backups;
import org.stepwright.storage.Restore;
import org.stepwright.storage.RestorePreview;
import org.stepwright.storage.WorkspaceCounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup in the place of its workspace. */
@Command(
        name = "restore",
        description =
                "Puts a backup in the place of its workspace; the workspace as it was is kept.")
final class RestoreCommand extends BaseCommand {
    @Parameters(index = "0", paramLabel = "WORKSPACE", description = "The workspace.")
    private Path file;

    @Parameters(
            index = "1",
            paramLabel = "BACKUP",
            description = "The backup; it is only read. \"stepwright backup W --list\" names them.")
    private Path backup;

    @Option(names = "--preview", description = "Says what would be lost, and changes nothing.")
    private boolean preview;

    RestoreCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        Backups backups =
                new Backups(
                        file,
                        BackupSettings.of(context().app().settings().current()).rules(),
                        Clock.systemDefaultZone());
        Restore restore = new Restore(file, backup, backups);
        RestorePreview seen = restore.preview(job.progress());
        tell(seen, job);
        ObjectNode json = json(seen);
        if (preview) {
            return Result.done(json.put("restored", false));
        }
        Optional<Backup> kept = restore.run(job.progress());
        job.print("Restored " + backup + " to " + file + ".");
        kept.ifPresent(k -> job.print("What was there is kept in " + k.file() + "."));
        if (kept.isEmpty() && seen.here() == null) {
            job.print("What could be kept of it is in " + backups.folder() + ".");
        }
        json.put("restored", true).put("kept", kept.map(k -> k.file().toString()).orElse(""));
        return Result.done(json);
    }

    private void tell(RestorePreview seen, Job job) {
        job.print("The backup holds " + words(seen.there()) + ".");
        if (seen.here() == null) {
            job.print(seen.problem());
            return;
        }
        job.print("The workspace holds " + words(seen.here()) + ".");
        RestorePreview.Lost lost = seen.lost();
        job.print(
                lost.isNothing()
                        ? "Everything in the workspace is in the backup too."
                        : "Only the workspace has "
                                + Text.count(lost.traces(), "trace")
                                + ", "
                                + Text.count(lost.changes(), "label change")
                                + people(lost.byAnnotator())
                                + ", "
                                + Text.count(lost.rubricVersions(), "rubric version")
                                + ", "
                                + Text.count(lost.remarks(), "remark")
                                + ", "
                                + Text.count(lost.runs(), "run")
                                + ", "
                                + Text.count(lost.drafts(), "rubric draft")
                                + " and "
                                + Text.count(lost.others(), "other change")
                                + " (set aside, known traces, views, settings)"
                                + ".");
        if (lost.tracesOnlyThere() > 0) {
            job.print(
                    "Only the backup has "
                            + Text.count(lost.tracesOnlyThere(), "trace")
                            + ": it may be a backup of another workspace.");
        }
    }

    private static String people(Map<String, Long> byAnnotator) {
        StringBuilder words = new StringBuilder();
        byAnnotator.forEach(
                (who, count) ->
                        words.append(words.isEmpty() ? " (" : ", ")
                                .append(who.isEmpty() ? "imports" : Text.oneLine(who, 40))
                                .append(' ')
                                .append(count));
        return words.isEmpty() ? "" : words.append(')').toString();
    }

    private static String words(WorkspaceCounts counts) {
        return Text.count(counts.traces(), "trace")
                + ", "
                + Text.count(counts.steps(), "step")
                + ", "
                + Text.count(counts.labels(), "label")
                + " and "
                + Text.count(counts.events(), "event");
    }

    private static ObjectNode json(RestorePreview seen) {
        ObjectNode json = Json.object();
        json.set("backup", counts(seen.there()));
        if (seen.here() != null) {
            json.set("workspace", counts(seen.here()));
        }
        RestorePreview.Lost lost = seen.lost();
        ObjectNode only = json.putObject("only_in_workspace");
        only.put("traces", lost.traces())
                .put("label_changes", lost.changes())
                .put("rubric_versions", lost.rubricVersions())
                .put("remarks", lost.remarks())
                .put("runs", lost.runs())
                .put("rubric_drafts", lost.drafts())
                .put("others", lost.others());
        ObjectNode people = only.putObject("label_changes_by");
        lost.byAnnotator().forEach(people::put);
        return json.put("traces_only_in_backup", lost.tracesOnlyThere())
                .put("problem", seen.problem());
    }

    static ObjectNode counts(WorkspaceCounts counts) {
        return Json.object()
                .put("traces", counts.traces())
                .put("steps", counts.steps())
                .put("labels", counts.labels())
                .put("events", counts.events())
                .put("rubric_versions", counts.rubricVersions())
                .put("runs", counts.runs());
    }
}
