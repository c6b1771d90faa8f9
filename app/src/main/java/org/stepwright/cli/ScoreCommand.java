package org.stepwright.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.stepwright.prm.RewardModel;
import org.stepwright.prm.RewardModels;
import org.stepwright.storage.format.LabelFiles;
import org.stepwright.storage.format.ReadReport;
import org.stepwright.work.WorkFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scores every step of every trace of a file, as a stream. */
@Command(name = "score", description = "Scores every step of every trace of a file.")
final class ScoreCommand extends BaseCommand {
    @Option(names = "--model", required = true, paramLabel = "M.prm", description = "The model.")
    private Path model;

    @Option(
            names = "--in",
            required = true,
            paramLabel = "FILE",
            description = "JSON lines: {\"id\", \"problem\", \"steps\": [...]}.")
    private Path in;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where the score rows go, as JSON lines.")
    private Path out;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Lists rejected rows here, as JSON lines.")
    private Path rejectsFile;

    ScoreCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        Outputs.checkReplaced(this, "--out", out, in, model);
        Outputs.check(this, "--rejects", rejectsFile, in, model, out);
        Rejects rejects = new Rejects();
        long traces;
        long steps;
        String name;
        try (RewardModel opened = RewardModels.open(model)) {
            name = opened.info().name();
            Path part = out.resolveSibling(out.getFileName() + ".part");
            try {
                try (BufferedWriter rows = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                    ScoreRows sink = new ScoreRows(opened, rows, job.progress());
                    ReadReport report = LabelFiles.read(in, "generic", sink, job.progress());
                    sink.flush();
                    rejects.addAll(report.rejects());
                    traces = sink.traces();
                    steps = sink.steps();
                }
                Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new WorkFailed(
                    "The scores could not be written to "
                            + out
                            + "; choose a path where you may write.",
                    e);
        }
        rejects.tell(rejectsFile, job);
        job.print(
                "Scored "
                        + Text.count(traces, "trace")
                        + " with "
                        + Text.count(steps, "step")
                        + " by "
                        + name
                        + " into "
                        + out
                        + ".");
        return Result.done(
                Json.object()
                        .put("model", name)
                        .put("traces", traces)
                        .put("steps", steps)
                        .put("out", out.toString())
                        .put("rejected", rejects.count()),
                rejects);
    }
}
