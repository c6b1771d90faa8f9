package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.stepwright.prm.RewardModel;
import org.stepwright.prm.RewardModels;
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.LiveAnswer.Ending;
import org.stepwright.prm.live.LiveModel;
import org.stepwright.prm.live.LiveRequest;
import org.stepwright.prm.live.LiveResult;
import org.stepwright.prm.live.LiveScorer;
import org.stepwright.trace.SplitRule;
import org.stepwright.work.WorkFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches answers from a live model and scores their steps as they stream. */
@Command(
        name = "live",
        description = "Fetches answers from a live model and scores the steps as they stream.")
final class LiveCommand extends BaseCommand {
    private static final String RECORDED = "recorded:";
    private static final int MOST = 256;

    @Option(
            names = "--connection",
            required = true,
            paramLabel = "C",
            description = "A connection from the settings, or recorded:FILE to replay a recording.")
    private String connection;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "M.prm",
            description = "The model that scores.")
    private Path model;

    @Option(
            names = "--n",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many answers to fetch (default: ${DEFAULT-VALUE}).")
    private int n;

    @Option(
            names = "--search",
            paramLabel = "S",
            defaultValue = "best-of-n",
            description = "How the best answer is found: best-of-n.")
    private String search;

    @Option(
            names = "--system",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Instructions for the live model.")
    private String system;

    @Option(names = "--seed", paramLabel = "N", description = "A seed, for servers that take one.")
    private Integer seed;

    @Option(
            names = "--steps",
            paramLabel = "RULE",
            defaultValue = "auto",
            description =
                    "How answers are cut into steps: auto, numbered, blank-line, newline, heading"
                            + " or json-array (default: ${DEFAULT-VALUE}).")
    private String rule;

    @Parameters(paramLabel = "PROMPT", description = "What the live model is asked.")
    private String prompt;

    LiveCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        if (n < 1 || n > MOST) {
            throw wrongUsage("--n is a number from 1 to " + MOST + ".");
        }
        if (!search.equals("best-of-n")) {
            throw wrongUsage("--search is best-of-n.");
        }
        SplitRule split = splitRule();
        LiveModel live = context().app().live().open(connection());
        LiveRequest request = new LiveRequest(system, prompt, seed);
        try (RewardModel scorer = RewardModels.open(model)) {
            if (live.recorded()) {
                job.say("This is a recorded answer, replayed from a file.");
            }
            LiveAnswers answers =
                    new LiveAnswers(live, new LiveScorer(scorer, split), context().cancel());
            List<LiveResult> results =
                    n == 1
                            ? List.of(
                                    answers.one(
                                            request,
                                            new LivePrinter(job, scorer.info().threshold())))
                            : answers.several(request, n, job);
            print(results, live.recorded(), job);
            return new Result(json(results, live, scorer), code(results, job));
        }
    }

    private Connection connection() {
        if (connection.startsWith(RECORDED)) {
            return Connection.recorded("recorded", connection.substring(RECORDED.length()));
        }
        return context()
                .app()
                .settings()
                .current()
                .connection(connection)
                .orElseThrow(
                        () ->
                                new WorkFailed(
                                        "There is no connection named "
                                                + connection
                                                + "; add it under Settings in the window, or use"
                                                + " recorded:FILE."));
    }

    private SplitRule splitRule() {
        String name = rule.toUpperCase(Locale.ROOT).replace('-', '_');
        for (SplitRule known : SplitRule.values()) {
            if (known.name().equals(name)) {
                return known;
            }
        }
        throw wrongUsage("--steps is auto, numbered, blank-line, newline, heading or json-array.");
    }

    private static void print(List<LiveResult> results, boolean recorded, Job job) {
        int best = LiveAnswers.best(results);
        if (results.size() > 1) {
            for (int i = 0; i < results.size(); i++) {
                job.print(
                        LivePrinter.line(
                                        i,
                                        results.get(i).score() == null
                                                ? Double.NaN
                                                : results.get(i).score().traceReward(),
                                        Text.count(results.get(i).trace().steps().size(), "step"))
                                + (i == best ? "  <- best" : ""));
            }
            if (best >= 0) {
                job.print("");
                job.print(results.get(best).answer().text().strip());
            }
        } else if (best == 0) {
            LiveResult only = results.get(0);
            job.print(
                    "Answer: "
                            + Text.number(only.score().traceReward(), 2)
                            + " ("
                            + only.score().aggregation().name().toLowerCase(Locale.ROOT)
                            + " of "
                            + Text.count(only.trace().steps().size(), "step")
                            + (recorded ? ", recorded" : "")
                            + ").");
        }
    }

    private ObjectNode json(List<LiveResult> results, LiveModel live, RewardModel scorer) {
        ObjectNode json = LiveAnswers.json(results);
        return json.put("prompt", prompt)
                .put("connection", live.connection().name())
                .put("recorded", live.recorded())
                .put("model", scorer.info().name())
                .put("threshold", scorer.info().threshold());
    }

    private int code(List<LiveResult> results, Job job) {
        results.stream()
                .map(LiveAnswers::trouble)
                .filter(t -> !t.isEmpty())
                .distinct()
                .forEach(job::say);
        if (context().cancel().isCancelled()) {
            job.say("Cancelled.");
            return ExitCodes.CANCELLED;
        }
        boolean some =
                results.stream()
                        .anyMatch(r -> r.answer().ending() == Ending.COMPLETE && r.score() != null);
        return some ? ExitCodes.DONE : ExitCodes.FAILED;
    }
}
