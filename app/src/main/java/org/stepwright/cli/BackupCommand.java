package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stepwright.app.backup.BackupSettings;
import org.stepwright.storage.Backup;
import org.stepwright.storage.BackupReason;
import org.stepwright.storage.Backups;
import org.stepwright.storage.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies a workspace while it may be in use. */
@Command(name = "backup", description = "Copies a workspace, also while it is in use.")
final class BackupCommand extends BaseCommand {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    @Parameters(index = "0", paramLabel = "WORKSPACE", description = "The workspace.")
    private Path file;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "The copy; must not exist. Without it a backup is made among the others, in"
                            + " WORKSPACE.backups, and read again.")
    private Path to;

    @Option(
            names = "--daily",
            description = "Only if there is no backup of today; older ones go by the rules.")
    private boolean daily;

    @Option(names = "--list", description = "Lists the backups there are, and makes none.")
    private boolean list;

    BackupCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        if (to != null && (daily || list)) {
            throw wrongUsage("--daily and --list are about WORKSPACE.backups; name no FILE.");
        }
        if (to != null) {
            return copy(job);
        }
        Backups backups =
                new Backups(
                        file,
                        BackupSettings.of(context().app().settings().current()).rules(),
                        Clock.systemDefaultZone());
        if (list) {
            return list(backups, job);
        }
        if (daily && !backups.isDailyDue()) {
            job.print("There is a backup of today, or nothing to back up yet.");
            return Result.done(Json.object().put("workspace", file.toString()).put("backup", ""));
        }
        Backup made =
                backups.make(daily ? BackupReason.DAILY : BackupReason.MANUAL, job.progress());
        job.print("Copied " + file + " to " + made.file() + " and read it again: all is well.");
        return Result.done(json(made).put("workspace", file.toString()));
    }

    private Result copy(Job job) {
        try (Workspace workspace = Workspace.open(file)) {
            workspace.backup(to, job.progress());
            job.print("Copied " + workspace.file() + " to " + to + ".");
            return Result.done(
                    Json.object()
                            .put("workspace", workspace.file().toString())
                            .put("backup", to.toString()));
        }
    }

    private Result list(Backups backups, Job job) {
        ObjectNode json = Json.object();
        ArrayNode all = json.putArray("backups");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("made", "why", "MB", "traces", "labels", "read again", "file"));
        for (Backup backup : backups.list()) {
            all.add(json(backup));
            rows.add(
                    List.of(
                            TIME.format(backup.at()),
                            backup.reason().name().toLowerCase(Locale.ROOT),
                            String.format(Locale.ROOT, "%.1f", backup.bytes() / 1e6),
                            backup.verified() ? Long.toString(backup.counts().traces()) : "?",
                            backup.verified() ? Long.toString(backup.counts().labels()) : "?",
                            backup.verified() ? "yes" : "no",
                            backup.file().toString()));
        }
        if (rows.size() == 1) {
            job.print("There are no backups of " + file + " yet.");
        } else {
            Text.table(rows).forEach(job::print);
        }
        return Result.done(json);
    }

    private static ObjectNode json(Backup backup) {
        ObjectNode json =
                Json.object()
                        .put("backup", backup.file().toString())
                        .put("at", backup.at().toString())
                        .put("reason", backup.reason().name().toLowerCase(Locale.ROOT))
                        .put("bytes", backup.bytes())
                        .put("verified", backup.verified());
        if (backup.verified()) {
            json.set("counts", RestoreCommand.counts(backup.counts()));
        }
        return json;
    }
}
