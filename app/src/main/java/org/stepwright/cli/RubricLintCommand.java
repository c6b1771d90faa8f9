package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stepwright.app.WholeFile;
import org.stepwright.rubric.LintFinding;
import org.stepwright.rubric.LintFix;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricLint;
import org.stepwright.rubric.SeenStages;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.work.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Names what makes a rubric's labels unreliable, and mends what a program can. */
@Command(name = "lint", description = "Names what would make a rubric's labels unreliable.")
final class RubricLintCommand extends RubricCommand {
    @Parameters(paramLabel = "RUBRIC", description = RubricSource.HELP)
    private String name;

    @Option(names = "--fix", description = "Mends what a program can and writes it to --out.")
    private boolean fix;

    @Option(names = "--out", paramLabel = "FILE", description = "The YAML file for --fix.")
    private Path out;

    RubricLintCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        if (fix != (out != null)) {
            throw wrongUsage("--fix and --out FILE belong together.");
        }
        if (fix) {
            Path read = RubricSource.file(name).orElse(null);
            Outputs.checkReplaced(this, "--out", out, workspaceFile(), read);
        }
        return withBoth(
                (workspace, source) -> {
                    Rubric rubric = source.find(name);
                    return lint(rubric, seen(workspace, rubric, job.progress()), job);
                });
    }

    /** Null without a workspace, or when its traces do not tell. */
    private static Set<String> seen(Workspace workspace, Rubric rubric, Progress progress) {
        if (workspace == null) {
            return null;
        }
        return SeenStages.in(
                rubric,
                sink ->
                        workspace
                                .traces()
                                .forEach(
                                        TraceFilter.ALL,
                                        row -> {
                                            progress.checkCancelled();
                                            sink.accept(row.trace());
                                        }));
    }

    private Result lint(Rubric rubric, Set<String> seen, Job job) {
        List<LintFinding> findings = check(rubric, seen);
        ObjectNode json = Json.object().put("ok", findings.isEmpty());
        ArrayNode rows = json.putArray("findings");
        for (LintFinding finding : findings) {
            String mend = finding.fix().map(f -> " Fix: " + f.title() + ".").orElse("");
            job.print(
                    finding.where()
                            + ": "
                            + finding.message()
                            + " ["
                            + finding.rule()
                            + "]"
                            + mend);
            rows.addObject()
                    .put("rule", finding.rule())
                    .put("where", finding.where())
                    .put("message", finding.message())
                    .put("fix", finding.fix().map(LintFix::title).orElse(null));
        }
        if (findings.isEmpty()) {
            job.print("Nothing stands out in " + rubric.id() + ".");
        }
        if (fix) {
            json.set("fixed", Json.array(mend(rubric, seen, job)));
            json.put("file", out.toString());
        }
        return Result.done(json);
    }

    private List<LintFinding> check(Rubric rubric, Set<String> seen) {
        return RubricLint.check(rubric, verifiers(name)::problem, seen);
    }

    /** One fix after another, each on the rubric as it is by then; none twice at one place. */
    private List<String> mend(Rubric rubric, Set<String> seen, Job job) {
        Rubric mended = rubric;
        List<String> done = new ArrayList<>();
        Set<String> tried = new HashSet<>();
        while (true) {
            job.progress().checkCancelled();
            Optional<LintFinding> next =
                    check(mended, seen).stream()
                            .filter(f -> f.fix().isPresent())
                            .filter(f -> tried.add(f.rule() + " " + f.where()))
                            .findFirst();
            if (next.isEmpty()) {
                break;
            }
            LintFix mend = next.get().fix().orElseThrow();
            mended = mend.applyTo(mended);
            done.add(next.get().where() + ": " + mend.title());
        }
        write(mended);
        done.forEach(line -> job.print("Fixed " + line + "."));
        job.print("Wrote " + mended.id() + " to " + out + ".");
        return done;
    }

    private void write(Rubric rubric) {
        WholeFile.write(out, "The rubric", to -> to.write(new RubricYaml().write(rubric)));
    }
}
