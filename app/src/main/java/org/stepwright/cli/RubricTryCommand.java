package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.stepwright.app.verify.CodeTests;
import org.stepwright.rubric.Rubric;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.format.LabelFiles;
import org.stepwright.tryout.TryOut;
import org.stepwright.tryout.TryOutReport;
import org.stepwright.verify.VerifierCatalog;
import org.stepwright.work.WorkFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries a rubric out on traces before anybody labels. */
@Command(
        name = "try",
        description =
                "Tries a rubric out on traces before anybody labels: which steps belong to which"
                        + " stage, what the verifiers find, how it adds up.")
final class RubricTryCommand extends RubricCommand {
    @Parameters(paramLabel = "RUBRIC", description = RubricSource.HELP)
    private String name;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files of traces in any format that can be imported.")
    private List<Path> files;

    @Option(
            names = "--format",
            paramLabel = "F",
            defaultValue = LabelFiles.AUTO,
            description = "The files' format, or auto to tell by the content (default: auto).")
    private String format;

    @Option(
            names = "--where",
            paramLabel = "FILTER",
            defaultValue = "",
            description = "Only these traces of the workspace, such as \"source:chat\".")
    private String where;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many traces at most; 0 for all (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--group",
            paramLabel = "FIELD",
            description =
                    "A metadata field whose value tells which traces belong together, such as"
                            + " chat.instruction; without it the problem tells.")
    private String group;

    @Option(
            names = "--missing-stages",
            description = "Counts each required stage that a trace lacks as a wrong step.")
    private boolean missingStages;

    @Option(
            names = "--examples",
            paramLabel = "N",
            defaultValue = "3",
            description =
                    "How many failed checks of each criterion are shown, up to "
                            + TryOut.EXAMPLES
                            + " (default: ${DEFAULT-VALUE}).")
    private int examples;

    @Option(
            names = "--run-code",
            paramLabel = "CMD",
            description =
                    "Turns the verifier code-tests on for this run, with the command that runs the"
                            + " code, such as \"bwrap ... python3 {file}\". The code comes from a"
                            + " model: shut it in.")
    private String runCode;

    @Option(
            names = "--out",
            paramLabel = "FILE.csv",
            description = "Where one row a trace goes, for a spreadsheet.")
    private Path out;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Lists rejected rows here, as JSON lines.")
    private Path rejectsFile;

    RubricTryCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        boolean fromFiles = files != null;
        if (limit < 0) {
            throw wrongUsage("--limit is at least 0.");
        }
        if (fromFiles && !where.isBlank()) {
            throw wrongUsage("--where chooses traces of a workspace; leave it out with --data.");
        }
        Options.readable(this, format);
        Path own = RubricSource.file(name).orElse(null);
        Outputs.checkReplaced(this, "--out", out, Outputs.with(files, workspaceFile(), own));
        Outputs.check(
                this, "--rejects", rejectsFile, Outputs.with(files, workspaceFile(), own, out));
        Rubric rubric = withSource(s -> s.find(name));
        TryOut tryOut = new TryOut(rubric, catalog(job), missingStages);
        int most = limit == 0 ? Integer.MAX_VALUE : limit;
        TryReading reading = new TryReading(tryOut, group, most, job.progress());
        Rejects rejects = new Rejects();
        if (fromFiles) {
            reading.files(files, format, rejects);
        } else {
            TraceFilter filter = TraceFilter.parse(where);
            inWorkspace(
                    workspace -> {
                        reading.workspace(workspace, filter);
                        return null;
                    });
        }
        job.progress().checkCancelled();
        rejects.tell(rejectsFile, job);
        return told(job, rubric, tryOut, reading.rows(), rejects);
    }

    private VerifierCatalog catalog(Job job) {
        VerifierCatalog known = verifiers(name);
        if (runCode == null) {
            return known;
        }
        CodeTests.problem(runCode)
                .ifPresent(
                        why -> {
                            throw wrongUsage("--run-code: " + why);
                        });
        job.say(CodeTests.WARNING);
        return known.with(new CodeTests(Optional.of(runCode)).kind());
    }

    private Result told(
            Job job, Rubric rubric, TryOut tryOut, List<TriedTrace> rows, Rejects rejects) {
        if (rows.isEmpty()) {
            throw new WorkFailed(
                    "There are no traces to try the rubric on; import some, or check --where and"
                            + " the files.");
        }
        if (group != null && rows.stream().allMatch(row -> row.group().isEmpty())) {
            throw new WorkFailed(
                    "No trace has the metadata field "
                            + group
                            + "; correct --group, or leave it out to put near-equal problems"
                            + " together.");
        }
        TryOutReport report = tryOut.report();
        TryScores scores = TryScores.of(rows);
        new TryTable(job).print(rubric, report, scores, tryOut.quality(), examples);
        ObjectNode json = TryJson.of(report, scores, tryOut.quality(), examples);
        json.put("rubric", rubric.id()).put("rejected", rejects.count());
        if (out != null) {
            TryCsv.write(out, rows);
            job.print("");
            job.print("Wrote " + Text.count(rows.size(), "row") + " to " + out + ".");
            json.put("out", out.toString());
        }
        return Result.done(json, rejects);
    }
}
