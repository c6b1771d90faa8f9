package org.stepwright.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stepwright.rubric.Rubric;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.work.WorkFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a rubric to a YAML file. */
@Command(name = "export", description = "Writes a rubric to a YAML file.")
final class RubricExportCommand extends RubricCommand {
    @Parameters(paramLabel = "RUBRIC", description = RubricSource.HELP)
    private String name;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file.")
    private Path out;

    RubricExportCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        Outputs.check(this, "--out", out);
        Rubric rubric = withSource(s -> s.find(name));
        try {
            Files.writeString(out, new RubricYaml().write(rubric), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new WorkFailed(
                    "The rubric could not be written to "
                            + out
                            + "; choose a path where you may write.",
                    e);
        }
        job.print("Wrote " + rubric.id() + " to " + out + ".");
        return Result.done(Json.object().put("id", rubric.id()).put("file", out.toString()));
    }
}
