package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stepwright.app.backup.BackupSettings;
import org.stepwright.storage.Backup;
import org.stepwright.storage.BackupReason;
import org.stepwright.storage.Backups;
import org.stepwright.storage.MergeConflict;
import org.stepwright.storage.MergeReport;
import org.stepwright.storage.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings what another workspace knows into one. */
@Command(
        name = "merge",
        description = "Brings what was done in another workspace into one; nothing is lost.")
final class MergeCommand extends BaseCommand {
    /** As many as a person reads; JSON has more. */
    private static final int MOST_LINES = 50;

    private static final int LONGEST_ID = 48;
    private static final int LONGEST_TEXT = 60;

    @Parameters(
            index = "0",
            paramLabel = "WORKSPACE",
            description = "The workspace that everything is brought into.")
    private Path file;

    @Parameters(
            index = "1",
            paramLabel = "OTHER",
            description = "The other workspace; it is only read and may be in use.")
    private Path other;

    @Option(names = "--no-backup", description = "Makes no backup of WORKSPACE before the merge.")
    private boolean noBackup;

    MergeCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        MergeReport report;
        try (Workspace workspace = Workspace.open(file)) {
            report = workspace.merge(other, () -> backup(workspace, job), job.progress());
        }
        job.print(summary(report));
        if (report.conflictsInAll() > 0) {
            job.print(
                    Text.count(report.conflictsInAll(), "difference")
                            + "; what is set aside stays in the history or in the other file:");
            table(report).forEach(job::print);
        }
        return Result.done(json(report));
    }

    /** A merge cannot be undone step by step: this is the way back. */
    private void backup(Workspace workspace, Job job) {
        if (noBackup || workspace.counts().traces() == 0) {
            return;
        }
        BackupSettings wanted = BackupSettings.of(context().app().settings().current());
        Backup made =
                new Backups(workspace.file(), wanted.rules(), Clock.systemDefaultZone())
                        .make(BackupReason.MERGE, job.progress());
        job.say("Before the merge a backup was made: " + made.file());
    }

    private String summary(MergeReport report) {
        List<String> parts = new ArrayList<>();
        add(parts, report.tracesAdded(), "new trace");
        add(parts, report.rubricVersionsAdded(), "new rubric version");
        add(parts, report.labelsChanged(), "label that changed", "labels that changed");
        add(parts, report.preferences(), "preference");
        add(parts, report.remarks(), "remark");
        add(parts, report.gold(), "gold trace");
        if (parts.isEmpty() && report.batchesAdded() == 0) {
            return "Everything in " + other + " was known here already; nothing changed.";
        }
        String last = parts.isEmpty() ? "nothing that shows" : String.join(", ", parts);
        return "Merged " + other + ": " + last + ".";
    }

    private static void add(List<String> parts, long count, String thing) {
        add(parts, count, thing, thing + "s");
    }

    private static void add(List<String> parts, long count, String one, String many) {
        if (count > 0) {
            parts.add(String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many));
        }
    }

    private static List<String> table(MergeReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("trace", "step", "what", "who", "kept", "set aside"));
        for (MergeConflict conflict : report.conflicts()) {
            if (rows.size() > MOST_LINES) {
                break;
            }
            rows.add(
                    List.of(
                            Text.oneLine(conflict.traceId(), LONGEST_ID),
                            step(conflict),
                            conflict.kind().name().toLowerCase(Locale.ROOT),
                            Text.oneLine(conflict.annotator(), LONGEST_ID),
                            Text.oneLine(conflict.kept(), LONGEST_TEXT),
                            Text.oneLine(conflict.setAside(), LONGEST_TEXT)));
        }
        List<String> lines = new ArrayList<>(Text.table(rows));
        long more = report.conflictsInAll() - (rows.size() - 1);
        if (more > 0) {
            lines.add(
                    "and "
                            + String.format(Locale.ROOT, "%,d", more)
                            + " more; --json lists up to "
                            + MergeReport.MOST_CONFLICTS
                            + " of them.");
        }
        return lines;
    }

    /** Steps count from 1 for people. */
    private static String step(MergeConflict conflict) {
        if (conflict.step() < 0) {
            return "-";
        }
        String step = Integer.toString(conflict.step() + 1);
        return conflict.candidate() == 0
                ? step
                : step + " (alternative " + conflict.candidate() + ")";
    }

    private static ObjectNode json(MergeReport report) {
        ObjectNode json =
                Json.object()
                        .put("traces_added", report.tracesAdded())
                        .put("steps_added", report.stepsAdded())
                        .put("rubric_versions_added", report.rubricVersionsAdded())
                        .put("batches_added", report.batchesAdded())
                        .put("labels_changed", report.labelsChanged())
                        .put("preferences_changed", report.preferences())
                        .put("remarks_added", report.remarks())
                        .put("gold_added", report.gold())
                        .put("conflicts", report.conflictsInAll());
        ArrayNode list = json.putArray("conflict_list");
        for (MergeConflict conflict : report.conflicts()) {
            list.addObject()
                    .put("kind", conflict.kind().name().toLowerCase(Locale.ROOT))
                    .put("trace", conflict.traceId())
                    .put("step", conflict.step())
                    .put("candidate", conflict.candidate())
                    .put("annotator", conflict.annotator())
                    .put("kept", conflict.kept())
                    .put("set_aside", conflict.setAside());
        }
        return json;
    }
}
