package org.stepwright.cli;

import java.util.concurrent.Callable;
import org.stepwright.error.Failures;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The frame of every command: options that all share, JSON, failures and exit codes. */
abstract class BaseCommand implements Callable<Integer> {
    private final CliContext context;

    @Spec private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    @Option(
            names = "--json",
            description = "Prints one JSON object on standard output and nothing else there.")
    private boolean json;

    @Option(names = "--verbose", description = "Shows the technical details of a failure.")
    private boolean verbose;

    BaseCommand(CliContext context) {
        this.context = context;
    }

    /**
     * Does the work.
     *
     * @param job progress and voice
     * @return what {@code --json} prints, and the exit code
     * @throws Exception when it failed
     */
    abstract Result work(Job job) throws Exception;

    CliContext context() {
        return context;
    }

    /**
     * @param sentence what is wrong with the options
     * @return to be thrown; ends with exit code 2
     */
    ParameterException wrongUsage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    @Override
    public final Integer call() {
        Job job = new Job(context, json);
        try {
            Result result = work(job);
            job.end();
            if (json) {
                context.terminal().out().println(Json.line(result.json()));
            }
            return result.code();
        } catch (ParameterException e) {
            throw e;
        } catch (Throwable e) { // the last place that can tell a person what happened
            return failed(e, job);
        }
    }

    private int failed(Throwable failure, Job job) {
        String sentence = context.app().failures().sentence(failure);
        int code = Failures.isCancel(failure) ? ExitCodes.CANCELLED : ExitCodes.FAILED;
        job.say(sentence);
        if (verbose && code == ExitCodes.FAILED) {
            failure.printStackTrace(context.terminal().err());
        }
        if (json) {
            context.terminal()
                    .out()
                    .println(Json.line(Json.object().put("error", sentence).put("exit", code)));
        }
        return code;
    }
}
