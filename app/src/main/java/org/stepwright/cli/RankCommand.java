package org.stepwright.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwright.app.RankReport;
import org.stepwright.app.RankRequest;
import org.stepwright.app.Ranking;
import org.stepwright.label.QueueOrder;
import org.stepwright.storage.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts the traces of a workspace into an order of work. */
@Command(
        name = "rank",
        description = "Puts the traces of a workspace into the order in which to label them.")
final class RankCommand extends BaseCommand {
    @Option(
            names = "--workspace",
            required = true,
            paramLabel = "W",
            description = "The workspace.")
    private Path workspace;

    @Option(
            names = "--order",
            required = true,
            paramLabel = "O",
            description =
                    "uncertain: where the model is least sure; convincing-wrong: high scores with a"
                            + " wrong outcome; disagreement: where people, or people and the model,"
                            + " differ; learning: uncertain and unlike what is before it; random.")
    private String order;

    @Option(
            names = "--model",
            paramLabel = "M.prm",
            description =
                    "Orders by this model's scores, and lets it score what it has not scored yet"
                            + " (default: the model that was trained or used last).")
    private Path model;

    @Option(
            names = "--slice",
            paramLabel = "SHARE",
            description =
                    "Share of the problems whose traces come in random order, evenly among the"
                            + " others, for unbiased evaluation (default: the project's).")
    private Double slice;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Seed of what is random (default: ${DEFAULT-VALUE}).")
    private long seed;

    RankCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        QueueOrder chosen = chosenOrder();
        if (slice != null && !(slice >= 0 && slice <= 1)) {
            throw wrongUsage("--slice is a share from 0 to 1.");
        }
        RankReport report;
        try (Workspace open = Workspace.open(workspace)) {
            report =
                    new Ranking(open, Clock.systemUTC())
                            .rank(new RankRequest(chosen, model, slice, seed), job.progress());
        }
        print(report, job);
        return Result.done(
                Json.object()
                        .put("order", name(report.order()))
                        .put("model", report.model())
                        .put("traces", report.traces())
                        .put("scored", report.scored())
                        .put("scored_now", report.scoredNow())
                        .put("slice", report.slice())
                        .put("share", report.share())
                        .put("seed", seed));
    }

    private static void print(RankReport report, Job job) {
        job.print(
                "Ordered "
                        + Text.count(report.traces(), "trace")
                        + " ("
                        + name(report.order())
                        + "), "
                        + report.slice()
                        + " of them in the random slice.");
        if (!report.model().isEmpty()) {
            job.print(
                    report.model()
                            + " has scored "
                            + Text.count(report.scored(), "trace")
                            + ", "
                            + report.scoredNow()
                            + " of them now.");
        }
    }

    private QueueOrder chosenOrder() {
        return Stream.of(QueueOrder.values())
                .filter(o -> o != QueueOrder.IMPORTED)
                .filter(o -> name(o).equals(order.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                wrongUsage(
                                        "--order is one of "
                                                + Stream.of(QueueOrder.values())
                                                        .filter(o -> o != QueueOrder.IMPORTED)
                                                        .map(RankCommand::name)
                                                        .collect(Collectors.joining(", "))
                                                + "."));
    }

    private static String name(QueueOrder order) {
        return order.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
