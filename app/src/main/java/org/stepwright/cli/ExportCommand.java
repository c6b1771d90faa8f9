package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.export.ExportOptions;
import org.stepwright.storage.export.ExportReport;
import org.stepwright.storage.export.Exporter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the labels of a workspace as a data set. */
@Command(name = "export", description = "Writes the labels of a workspace as a data set.")
final class ExportCommand extends BaseCommand {
    @Option(
            names = "--workspace",
            required = true,
            paramLabel = "W",
            description = "The workspace.")
    private Path workspaceFile;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "F",
            description = "The format: trl, processbench, prm800k, ...")
    private String format;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder to write.")
    private Path out;

    @Option(
            names = "--rubric",
            paramLabel = "R",
            defaultValue = "",
            description = "The published rubric that the labels were made under: ID or ID@NUMBER.")
    private String rubric;

    @Option(
            names = "--split",
            paramLabel = "80/10/10",
            defaultValue = "80/10/10",
            description =
                    "Shares of train, validation and test; no problem is in two of them"
                            + " (default: ${DEFAULT-VALUE}).")
    private String split;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Seed of the split (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--where",
            paramLabel = "FILTER",
            defaultValue = "",
            description =
                    "Which traces: key:value of text, state, source, annotator, labelled, id,"
                            + " revisit.")
    private String where;

    @Option(
            names = "--neutral",
            paramLabel = "P",
            defaultValue = "wrong",
            description =
                    "What neutral becomes in formats without it: wrong, correct or drop"
                            + " (default: ${DEFAULT-VALUE}).")
    private String neutral;

    @Option(
            names = "--licence",
            paramLabel = "L",
            defaultValue = ExportOptions.UNKNOWN_LICENCE,
            description =
                    "The data set's licence for its card, such as cc-by-4.0"
                            + " (default: ${DEFAULT-VALUE}).")
    private String licence;

    ExportCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        Options.writable(this, format);
        ExportOptions options =
                new ExportOptions(
                        format,
                        out,
                        rubric,
                        Options.split(this, split),
                        seed,
                        Options.where(this, where),
                        Options.neutral(this, neutral),
                        licence);
        ExportReport report;
        try (Workspace workspace = Workspace.open(workspaceFile)) {
            report = new Exporter(workspace).run(options, job.progress());
        }
        report.warnings().forEach(job::say);
        job.print(
                "Wrote "
                        + Text.count(report.traces(), "trace")
                        + ", "
                        + Text.count(report.steps(), "step")
                        + " and "
                        + Text.count(report.labels(), "label")
                        + " to "
                        + out
                        + " ("
                        + report.splits().entrySet().stream()
                                .map(e -> e.getKey() + " " + e.getValue())
                                .collect(Collectors.joining(", "))
                        + ").");
        return Result.done(json(report));
    }

    private static ObjectNode json(ExportReport report) {
        ObjectNode json =
                Json.object()
                        .put("traces", report.traces())
                        .put("steps", report.steps())
                        .put("labels", report.labels());
        ObjectNode splits = json.putObject("splits");
        report.splits().forEach(splits::put);
        json.set("files", Json.array(report.files()));
        json.set("warnings", Json.array(report.warnings()));
        return json;
    }
}
