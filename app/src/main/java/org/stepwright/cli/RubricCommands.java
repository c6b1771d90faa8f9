package org.stepwright.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Rubrics from the command line. */
@Command(
        name = "rubric",
        description =
                "Lists, checks, tries, compares, drafts, publishes, migrates, reads and writes"
                        + " rubrics.",
        synopsisSubcommandLabel = "COMMAND")
final class RubricCommands implements Runnable {
    @Spec private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    static CommandLine create(CliContext context) {
        CommandLine line = new CommandLine(new RubricCommands());
        for (BaseCommand command :
                List.of(
                        new RubricListCommand(context),
                        new RubricShowCommand(context),
                        new RubricLintCommand(context),
                        new RubricTryCommand(context),
                        new RubricDiffCommand(context),
                        new RubricDraftCommand(context),
                        new RubricPublishCommand(context),
                        new RubricMigrateCommand(context),
                        new RubricImportCommand(context),
                        new RubricExportCommand(context),
                        new RubricSchemaCommand(context))) {
            line.addSubcommand(command);
        }
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command of rubric.");
    }
}
