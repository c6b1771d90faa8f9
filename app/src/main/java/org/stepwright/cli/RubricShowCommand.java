package org.stepwright.cli;

import org.stepwright.rubric.Rubric;
import org.stepwright.storage.format.RubricYaml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a rubric as YAML. */
@Command(name = "show", description = "Shows a rubric as YAML.")
final class RubricShowCommand extends RubricCommand {
    @Parameters(paramLabel = "RUBRIC", description = RubricSource.HELP)
    private String name;

    RubricShowCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        String yaml = withSource(s -> s.yaml(name));
        Rubric rubric = new RubricYaml().read(yaml);
        job.print(yaml.stripTrailing());
        return Result.done(
                Json.object()
                        .put("id", rubric.id())
                        .put("title", rubric.title())
                        .put("yaml", yaml));
    }
}
