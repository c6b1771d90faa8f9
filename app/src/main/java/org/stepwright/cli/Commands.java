package org.stepwright.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** All commands, put together. */
@Command(
        name = "stepwright",
        description =
                "A workbench for process reward models. Without a command it opens its window.",
        versionProvider = Commands.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done with rejected rows, 130 cancelled."
        })
final class Commands implements Runnable {
    @Spec private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Shows the version.")
    private boolean version;

    /**
     * @param context what every command is made with
     * @return the command line, ready to execute
     */
    static CommandLine create(CliContext context) {
        CommandLine line = new CommandLine(new Commands());
        for (BaseCommand command : commands(context)) {
            line.addSubcommand(command);
        }
        line.addSubcommand(RubricCommands.create(context));
        line.setOut(new java.io.PrintWriter(context.terminal().out(), true));
        line.setErr(new java.io.PrintWriter(context.terminal().err(), true));
        line.setParameterExceptionHandler(wrongUsage());
        line.registerConverter(Path.class, Commands::path);
        line.setUsageHelpAutoWidth(true);
        return line;
    }

    /** An empty path would mean the current folder; it is an unset variable of a script. */
    private static Path path(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("the path is empty; name a file.");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(
                    "the locale of this system cannot name this file; set LC_ALL=C.UTF-8 and try"
                            + " again.");
        }
    }

    private static List<BaseCommand> commands(CliContext context) {
        return List.of(
                new DemoCommand(context),
                new InitCommand(context),
                new ImportCommand(context),
                new ExportCommand(context),
                new TrainCommand(context),
                new EvalCommand(context),
                new ScoreCommand(context),
                new RankCommand(context),
                new LiveCommand(context),
                new GoldCommand(context),
                new MergeCommand(context),
                new AuditCommand(context),
                new CheckCommand(context),
                new BackupCommand(context),
                new RestoreCommand(context),
                new AgreementCommand(context));
    }

    private static IParameterExceptionHandler wrongUsage() {
        return (ParameterException e, String[] args) -> {
            CommandLine line = e.getCommandLine();
            line.getErr().println(Text.plainLine(e.getMessage()));
            line.getErr().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
            return ExitCodes.USAGE;
        };
    }

    /** A command is asked for: without one there is nothing to do here. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Commands.class.getPackage().getImplementationVersion();
            return new String[] {"stepwright " + (version == null ? "(not packaged)" : version)};
        }
    }
}
