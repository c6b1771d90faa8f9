package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.ImportReport;
import org.stepwright.storage.format.Importer;
import org.stepwright.storage.format.LabelFiles;
import org.stepwright.storage.format.MappedFormat;
import org.stepwright.work.Cancelled;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings labelled files into a workspace. */
@Command(
        name = "import",
        description = "Reads files into a workspace; the same file twice adds nothing.")
final class ImportCommand extends BaseCommand {
    @Option(
            names = "--workspace",
            required = true,
            paramLabel = "W",
            description = "The workspace.")
    private Path workspaceFile;

    @Option(
            names = "--format",
            paramLabel = "F",
            defaultValue = "auto",
            description = "The format, or auto to tell by the content (default: auto).")
    private String format;

    @Option(
            names = "--mapping",
            paramLabel = "NAME|FILE.yaml",
            description =
                    "Reads rows of columns that no format knows, as a saved mapping or a mapping's"
                            + " file says: JSON lines, CSV or Parquet.")
    private String mapping;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Lists rejected rows here, as JSON lines.")
    private Path rejectsFile;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "The files to read; a folder stands for all data files in it.")
    private List<Path> files;

    ImportCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        Options.readable(this, format);
        if (mapping != null && !format.equals(LabelFiles.AUTO)) {
            throw wrongUsage("Name --format or --mapping, not both.");
        }
        Optional<MappedFormat> mapped =
                Optional.ofNullable(mapping)
                        .map(m -> new MappedFormat(context().app().mappings().require(m)));
        Outputs.check(this, "--rejects", rejectsFile, Outputs.with(files, workspaceFile));
        ImportReport report;
        try (Workspace workspace = Workspace.open(workspaceFile)) {
            Importer importer = new Importer(workspace);
            long before = workspace.counts().traces();
            try {
                report =
                        mapped.isPresent()
                                ? importer.run(files, mapped.get(), job.progress())
                                : importer.run(files, format, job.progress());
            } catch (Cancelled e) {
                long in = workspace.counts().traces() - before;
                job.say(
                        Text.count(in, "trace")
                                + " came in and stay; the same command again adds only the rest.");
                throw e;
            }
        }
        Rejects rejects = new Rejects();
        rejects.addAll(report.rejects());
        rejects.tell(rejectsFile, job);
        report.notes().forEach(job::print);
        job.print(
                "Read "
                        + Text.count(report.files().size(), "file")
                        + ": "
                        + Text.count(report.tracesAdded(), "trace")
                        + " added, "
                        + report.tracesKnown()
                        + " known, "
                        + Text.count(report.stepsAdded(), "step")
                        + " and "
                        + Text.count(report.labelsAdded(), "label")
                        + " added, "
                        + rejects.count()
                        + " rejected.");
        ObjectNode json = Json.object();
        json.set("files", Json.array(report.files()));
        json.put("traces_added", report.tracesAdded())
                .put("traces_known", report.tracesKnown())
                .put("steps_added", report.stepsAdded())
                .put("labels_added", report.labelsAdded())
                .put("rejected", rejects.count());
        return Result.done(json, rejects);
    }
}
