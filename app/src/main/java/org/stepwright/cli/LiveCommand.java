package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.stepwright.prm.RewardModel;
import org.stepwright.prm.RewardModels;
import org.stepwright.prm.live.BestOfLive;
import org.stepwright.prm.live.LiveAnswer.Ending;
import org.stepwright.prm.live.LiveCall;
import org.stepwright.prm.live.LiveCandidates;
import org.stepwright.prm.live.LiveModel;
import org.stepwright.prm.live.LiveRequest;
import org.stepwright.prm.live.LiveResult;
import org.stepwright.prm.live.LiveScorer;
import org.stepwright.trace.SplitRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches answers from a live model and scores their steps as they stream. */
@Command(
        name = "live",
        description = "Fetches answers from a live model and scores the steps as they stream.")
final class LiveCommand extends BaseCommand {
    private static final int MOST = 64;
    private static final int AT_ONCE = 4;

    @Option(
            names = "--connection",
            required = true,
            paramLabel = "C",
            description = Connections.HELP)
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
        LiveModel live = context().app().live().open(Connections.find(context().app(), connection));
        LiveRequest request = new LiveRequest(system, prompt, seed);
        try (RewardModel scorer = RewardModels.open(model)) {
            if (live.recorded()) {
                job.say("This is a recorded answer, replayed from a file.");
            }
            BestOfLive search = new BestOfLive(new LiveScorer(scorer, split), AT_ONCE);
            LiveCandidates candidates = run(search, live, request, scorer, job);
            LiveOutput.print(candidates, job);
            return new Result(json(candidates, live, scorer), code(candidates.results(), job));
        }
    }

    private LiveCandidates run(
            BestOfLive search, LiveModel live, LiveRequest request, RewardModel scorer, Job job) {
        AtomicInteger ended = new AtomicInteger();
        LiveCall<LiveCandidates> call =
                search.run(
                        live,
                        request,
                        n,
                        i ->
                                n == 1
                                        ? new LivePrinter(job, scorer.info().threshold())
                                        : new LiveCounter(ended, n, job.progress()));
        context().cancel().onCancel(call::cancel);
        return call.result().join();
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

    private ObjectNode json(LiveCandidates candidates, LiveModel live, RewardModel scorer) {
        return LiveOutput.json(candidates)
                .put("prompt", prompt)
                .put("connection", live.connection().name())
                .put("recorded", live.recorded())
                .put("model", scorer.info().name())
                .put("threshold", scorer.info().threshold());
    }

    private int code(List<LiveResult> results, Job job) {
        results.stream()
                .map(LiveOutput::trouble)
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
