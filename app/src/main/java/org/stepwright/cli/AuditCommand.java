package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.app.audit.AuditOptions;
import org.stepwright.app.audit.AuditResult;
import org.stepwright.app.audit.Auditing;
import org.stepwright.app.audit.Cleanup;
import org.stepwright.audit.FindingKind;
import org.stepwright.storage.FindingFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.Reject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds what should not be learned from, and does something about it. */
@Command(
        name = "audit",
        description =
                "Finds copies, leaks, junk, labels that contradict each other and shortcuts in a"
                    + " workspace or in labelled files; sets findings aside, takes them back, and"
                    + " measures what that does to a model.")
final class AuditCommand extends BaseCommand {
    @Option(names = "--workspace", paramLabel = "W", description = "The workspace.")
    private Path workspaceFile;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Labelled files to audit in place of a workspace.")
    private List<Path> files = List.of();

    @Mixin private AuditHow how;

    @Option(
            names = "--format",
            paramLabel = "F",
            defaultValue = "auto",
            description = "The files' format, or auto to tell by the content (default: auto).")
    private String format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Writes all findings here: as CSV when it ends in .csv, else JSON lines.")
    private Path out;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Lists rows of the files that cannot be read here, as JSON lines.")
    private Path rejectsFile;

    @Option(
            names = "--fix",
            paramLabel = "KIND",
            description =
                    "Sets the traces of the open findings of this kind aside: they stay in the"
                        + " file, but in no list, export or training until they are taken back.")
    private String fix;

    @Option(
            names = "--above",
            paramLabel = "S",
            defaultValue = "0",
            description = "Only findings of at least this strength, from 0 to 1 (default: 0).")
    private double above;

    @Option(
            names = "--dry-run",
            description = "With --fix or --effect: says what would be set aside, changes nothing.")
    private boolean dryRun;

    @Option(names = "--undo", description = "Takes back what was set aside last, and no more.")
    private boolean undo;

    @Option(
            names = "--effect",
            description =
                    "Trains models before and after the clean-up and compares them on problems that"
                            + " neither has seen; with --fix KIND --dry-run, what that would do.")
    private boolean effect;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many trainings --effect compares (default: ${DEFAULT-VALUE}).")
    private int seeds;

    AuditCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        AuditOptions options = how.options(this);
        Options.readable(this, format);
        FindingKind kind = requireUsage();
        List<Path> read = new ArrayList<>(files);
        read.addAll(how.benchmarks());
        Outputs.checkReplaced(this, "--out", out, Outputs.with(read, workspaceFile));
        Outputs.check(this, "--rejects", rejectsFile, Outputs.with(read, workspaceFile, out));
        return workspaceFile == null ? ofFiles(options, job) : ofWorkspace(options, kind, job);
    }

    /** The kind to fix, or null. */
    private FindingKind requireUsage() {
        if (workspaceFile == null == files.isEmpty()) {
            throw wrongUsage("Name a workspace with --workspace, or files, not both.");
        }
        if (workspaceFile == null && (fix != null || undo || effect)) {
            throw wrongUsage("--fix, --undo and --effect need a workspace.");
        }
        if (undo && (fix != null || effect)) {
            throw wrongUsage("--undo stands alone.");
        }
        if (!(above >= 0 && above <= 1)) {
            throw wrongUsage("--above is a strength from 0 to 1.");
        }
        if (seeds < 1 || seeds > 100) {
            throw wrongUsage("--seeds is a number from 1 to 100.");
        }
        if (dryRun && fix == null) {
            throw wrongUsage("--dry-run goes with --fix.");
        }
        FindingKind kind = fix == null ? null : AuditHow.kind(this, "--fix", fix);
        if (kind != null && !Cleanup.canSetAside(kind)) {
            throw wrongUsage("--fix cannot set aside " + fix + "; it is about no single trace.");
        }
        return kind;
    }

    private Result ofFiles(AuditOptions options, Job job) {
        Rejects rejects = new Rejects();
        AuditResult result =
                new Auditing(Clock.systemUTC())
                        .audit(
                                files,
                                format,
                                options,
                                job.progress(),
                                (Reject r) -> rejects.addAll(List.of(r)));
        rejects.tell(rejectsFile, job);
        tell(result, job);
        ObjectNode json = AuditTable.json(result);
        json.set("files", Json.array(files));
        return Result.done(json.put("rejected", rejects.count()), rejects);
    }

    private Result ofWorkspace(AuditOptions options, FindingKind kind, Job job) {
        try (Workspace workspace = Workspace.open(workspaceFile)) {
            String who = context().app().settings().current().annotator();
            AuditFix fixing = new AuditFix(workspace, who, job);
            if (undo) {
                return fixing.undo();
            }
            FindingFilter findings =
                    FindingFilter.ALL.withKind(kind).withStrength(above).withOpenOnly(true);
            if (effect && kind == null) {
                return fixing.effect(null, seeds);
            }
            AuditResult result =
                    new Auditing(Clock.systemUTC()).audit(workspace, options, job.progress());
            tell(result, job);
            ObjectNode json = AuditTable.json(result);
            if (effect && dryRun) {
                json.set("effect", fixing.effect(findings, seeds).json());
            }
            if (kind != null) {
                json.set("fix", fixing.setAside(findings, dryRun));
            }
            if (effect && !dryRun) {
                json.set("effect", fixing.effect(null, seeds).json());
            }
            return Result.done(json);
        }
    }

    private void tell(AuditResult result, Job job) {
        AuditTable.print(result, job);
        if (out != null) {
            AuditFile.write(out, result.findings());
            job.print("");
            job.print(Text.count(result.findings().size(), "finding") + " written to " + out + ".");
        }
    }
}
