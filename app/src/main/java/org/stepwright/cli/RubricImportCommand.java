package org.stepwright.cli;

import org.stepwright.rubric.Rubric;
import org.stepwright.storage.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a rubric into a workspace as a draft. */
@Command(name = "import", description = "Takes a YAML file or a template in as a draft.")
final class RubricImportCommand extends RubricCommand {
    @Parameters(paramLabel = "FILE", description = "A YAML file, or template:NAME.")
    private String from;

    @Option(names = "--replace", description = "Replaces a draft of the same rubric that differs.")
    private boolean replace;

    RubricImportCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        Rubric rubric = new RubricSource(context().app().templates(), null).find(from);
        return inWorkspace(w -> save(w, rubric, job));
    }

    private Result save(Workspace workspace, Rubric rubric, Job job) {
        boolean differs =
                workspace.rubrics().draft(rubric.id()).filter(d -> !d.equals(rubric)).isPresent();
        if (differs && !replace) {
            throw new org.stepwright.work.WorkFailed(
                    "The workspace has another draft of "
                            + rubric.id()
                            + "; export it first, or replace it with --replace.");
        }
        workspace.rubrics().saveDraft(rubric);
        job.print(
                "Took in the draft of "
                        + rubric.id()
                        + " ("
                        + rubric.title()
                        + "); stepwright rubric publish makes a version of it.");
        return Result.done(Json.object().put("id", rubric.id()).put("title", rubric.title()));
    }
}
