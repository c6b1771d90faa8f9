package org.stepwright.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.stepwright.agreement.Consensus;
import org.stepwright.agreement.StageOf;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells how far the people who labelled a workspace agree. */
@Command(
        name = "agreement",
        description =
                "Tells how far annotators agree on steps and on the first error, and how far each"
                        + " can be relied on.")
final class AgreementCommand extends BaseCommand {
    /** How the figures can be taken apart. */
    enum By {
        PAIR,
        STEP,
        STAGE,
        CRITERION,
        ANNOTATOR
    }

    @Option(
            names = "--workspace",
            required = true,
            paramLabel = "W",
            description = "The workspace.")
    private Path file;

    @Option(
            names = "--where",
            paramLabel = "FILTER",
            defaultValue = "",
            description = "Only these traces, such as \"source:chat\".")
    private String where;

    @Option(
            names = "--by",
            paramLabel = "GROUP",
            description =
                    "Takes the figures apart: by pair (of annotators), step (its position), stage,"
                            + " criterion or annotator.")
    private String by;

    @Option(
            names = "--consensus",
            paramLabel = "RULE",
            defaultValue = "majority",
            description =
                    "What annotators are measured against: majority, or dawid-skene, which learns"
                            + " how far each can be relied on (default: ${DEFAULT-VALUE}).")
    private String consensus;

    @Option(
            names = "--rubric",
            paramLabel = "R",
            description =
                    "Whose stages are meant: "
                            + RubricSource.HELP
                            + " (default: the version that most labels were made under).")
    private String rubric;

    AgreementCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        By groups = by == null ? null : choice("--by", by, By.values());
        Consensus rule = choice("--consensus", consensus, Consensus.values());
        TraceFilter filter = Options.where(this, where);
        AgreementReading reading;
        try (Workspace workspace = Workspace.open(file)) {
            reading = new AgreementReading(workspace, filter, job.progress());
            reading.read(stages(workspace, reading).orElse(StageOf.none()));
        }
        job.progress().report(0, -1, "Counting");
        AgreementFindings found = reading.findings(rule);
        job.progress().checkCancelled();
        new AgreementTable(job).print(found, groups);
        return Result.done(AgreementJson.of(found));
    }

    private <E extends Enum<E>> E choice(String option, String text, E[] choices) {
        String wanted = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(choices)
                .filter(c -> c.name().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () ->
                                wrongUsage(
                                        option
                                                + " is one of "
                                                + String.join(
                                                        ", ",
                                                        Arrays.stream(choices)
                                                                .map(AgreementTable::word)
                                                                .toList())
                                                + "."));
    }

    private Optional<StageOf> stages(Workspace workspace, AgreementReading reading) {
        if (rubric != null) {
            Rubric named = new RubricSource(context().app().templates(), workspace).find(rubric);
            return Optional.of(StageOf.of(named));
        }
        return reading.usualRubric()
                .flatMap(workspace.rubrics()::version)
                .map(RubricVersion::rubric)
                .map(StageOf::of);
    }
}
