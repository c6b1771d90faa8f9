package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.label.LabelledTrace;
import org.stepwright.prm.eval.EvalJson;
import org.stepwright.prm.eval.EvalReport;
import org.stepwright.prm.eval.Evaluator;
import org.stepwright.prm.eval.FileEval;
import org.stepwright.work.WorkFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Evaluates a model on labelled files. */
@Command(
        name = "eval",
        description = "Evaluates a model on labelled files, each a row, and their average.")
final class EvalCommand extends BaseCommand {
    @Option(
            names = "--model",
            required = true,
            paramLabel = "M",
            description = "A model's file, or always-correct, constant-index or uniform.")
    private String model;

    @Option(
            names = "--format",
            paramLabel = "F",
            defaultValue = "auto",
            description = "The files' format, or auto to tell by the content (default: auto).")
    private String format;

    @Option(
            names = "--threshold-from",
            paramLabel = "FILE",
            description =
                    "A labelled file whose best threshold is used for all; without it the model's"
                            + " own threshold from its validation part is used.")
    private Path thresholdFrom;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Seed of the intervals (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Lists rejected rows here, as JSON lines.")
    private Path rejectsFile;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "The labelled files; a folder is one row of all files in it.")
    private List<Path> files;

    EvalCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        Options.readable(this, format);
        Path judged = Judge.isBaseline(model) ? null : Path.of(model);
        Outputs.check(this, "--rejects", rejectsFile, Outputs.with(files, thresholdFrom, judged));
        Rejects rejects = new Rejects();
        List<FileEval> evals = new ArrayList<>();
        try {
            evaluateAll(rejects, evals, job);
        } catch (WorkFailed e) {
            rejects.tell(rejectsFile, job); // they may be why
            throw e;
        }
        EvalReport report = EvalReport.of(evals);
        if (evals.size() > 1) {
            job.print("average F1 over the files: " + Text.number(report.averageF1(), 1));
        }
        rejects.tell(rejectsFile, job);
        ObjectNode json = Json.tree(EvalJson.of(report));
        json.put("model", model).put("rejected", rejects.count());
        return Result.done(json, rejects);
    }

    private void evaluateAll(Rejects rejects, List<FileEval> evals, Job job) {
        if (Judge.isBaseline(model)) {
            evaluateBaseline(rejects, evals, job);
            return;
        }
        try (Judge own = Judge.open(Path.of(model))) {
            Judge judge = thresholdFrom == null ? own : moved(own, rejects, job);
            for (Path file : files) {
                evals.add(evaluate(judge, file, read(file, rejects, job), job));
            }
        }
    }

    private Judge moved(Judge own, Rejects rejects, Job job) {
        List<LabelledTrace> rows = read(thresholdFrom, rejects, job);
        return own.withThresholdFrom(rows, name(thresholdFrom), job.progress());
    }

    /** A baseline has no training part of its own: it is fitted on the file of the threshold. */
    private void evaluateBaseline(Rejects rejects, List<FileEval> evals, Job job) {
        List<LabelledTrace> train =
                thresholdFrom == null ? null : read(thresholdFrom, rejects, job);
        for (Path file : files) {
            List<LabelledTrace> rows = read(file, rejects, job);
            String where = train == null ? "the same file" : name(thresholdFrom);
            try (Judge judge = Judge.baseline(model, train == null ? rows : train, where, seed)) {
                evals.add(evaluate(judge, file, rows, job));
            }
        }
    }

    private List<LabelledTrace> read(Path file, Rejects rejects, Job job) {
        List<LabelledTrace> rows = LabelledRows.read(file, format, rejects, job.progress());
        if (rows.stream().allMatch(r -> r.labels().isEmpty())) {
            throw new WorkFailed(
                    "The file "
                            + file
                            + " holds no labelled trace, so nothing can be measured on it; check"
                            + " the file and --format.");
        }
        return rows;
    }

    private FileEval evaluate(Judge judge, Path file, List<LabelledTrace> rows, Job job) {
        FileEval eval =
                new Evaluator(judge.neutral())
                        .evaluate(
                                name(file),
                                judge.scorer(),
                                rows,
                                judge.rule(),
                                judge.baselines(),
                                seed,
                                job.progress());
        EvalTable.print(judge.scorer().name(), eval, judge.split(), job);
        job.print("");
        return eval;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
