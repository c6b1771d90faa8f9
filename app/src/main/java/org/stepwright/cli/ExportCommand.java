package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stepwright.storage.FilterKey;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.export.Balance;
import org.stepwright.storage.export.Container;
import org.stepwright.storage.export.ExportEffects;
import org.stepwright.storage.export.ExportOptions;
import org.stepwright.storage.export.ExportReport;
import org.stepwright.storage.export.Exporter;
import org.stepwright.storage.export.SoftSource;
import org.stepwright.work.WorkFailed;
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
            names = "--container",
            paramLabel = "C",
            defaultValue = "jsonl",
            description =
                    "The files: jsonl (the format's own files), or parquet for formats with fixed"
                            + " columns (default: ${DEFAULT-VALUE}).")
    private String container;

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

    @Option(
            names = "--view",
            paramLabel = "NAME",
            description = "Traces of this saved view; together with --where, those of both.")
    private String view;

    @Option(
            names = "--labels",
            paramLabel = "POLICY",
            defaultValue = "majority",
            description =
                    "How the labels of several people become one: majority, dawid-skene or"
                            + " unanimous (default: ${DEFAULT-VALUE}).")
    private String labels;

    @Option(
            names = "--soft",
            paramLabel = "SOURCE",
            defaultValue = "none",
            description =
                    "Rewards between wrong and correct: none, consensus, suggestions:SOURCE or"
                            + " scores:MODEL (default: ${DEFAULT-VALUE}).")
    private String soft;

    @Option(
            names = "--harden",
            paramLabel = "R",
            description =
                    "Makes the rewards of --soft hard: correct from this reward on, such as 0.5.")
    private String harden;

    @Option(
            names = "--balance",
            paramLabel = "B",
            defaultValue = "none",
            description =
                    "Leaves traces of the larger class out of the training part: none,"
                            + " traces:RATIO or steps:RATIO (default: ${DEFAULT-VALUE}).")
    private String balance;

    @Option(
            names = "--kit",
            negatable = true,
            paramLabel = "KIT",
            description = "Writes a training kit beside the data (default: for trl).")
    private Boolean kit;

    ExportCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        Options.writable(this, format);
        ExportOptions options = options();
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

    private ExportOptions options() {
        ExportOptions usual = ExportOptions.of(format, out);
        try {
            SoftSource source = SoftSource.parse(soft);
            return usual.withRubric(rubric)
                    .withSplit(Options.split(this, split))
                    .withSeed(seed)
                    .withWhere(filter())
                    .withNeutral(Options.neutral(this, neutral))
                    .withLicence(licence)
                    .withLabels(Options.labels(this, labels))
                    .withSoft(harden == null ? source : source.hardened(reward(harden)))
                    .withBalance(Balance.parse(balance))
                    .withKit(kit == null ? usual.kit() : kit)
                    .withContainer(container());
        } catch (WorkFailed e) {
            throw wrongUsage(e.getMessage());
        }
    }

    private Container container() {
        for (Container one : Container.values()) {
            if (one.name().equals(container.toUpperCase(Locale.ROOT))) {
                return one;
            }
        }
        throw wrongUsage("--container is jsonl or parquet.");
    }

    private TraceFilter filter() {
        TraceFilter filter = Options.where(this, where);
        if (view == null) {
            return filter;
        }
        if (view.isBlank() || !filter.value(FilterKey.VIEW).isEmpty()) {
            throw wrongUsage("Name one saved view, by --view or by view: in --where.");
        }
        return filter.with(FilterKey.VIEW, view.strip());
    }

    private double reward(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw wrongUsage("--harden is a reward such as 0.5.");
        }
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
        ExportEffects effects = report.effects();
        ObjectNode choices = json.putObject("effects");
        choices.put("neutral_steps", effects.neutral())
                .put("masked_steps", effects.masked())
                .put("changed_steps", effects.changed())
                .put("soft_steps", effects.softSteps())
                .put("left_out_traces", effects.leftOut());
        ObjectNode skipped = choices.putObject("skipped_traces");
        effects.skipped().forEach(skipped::put);
        return json;
    }
}
