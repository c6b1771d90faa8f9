package org.stepwright.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwright.app.audit.AuditJson;
import org.stepwright.app.audit.AuditOptions;
import org.stepwright.audit.FindingKind;
import picocli.CommandLine.Option;

/** The options that say how to audit. */
final class AuditHow {
    @Option(
            names = "--check",
            split = ",",
            paramLabel = "KIND",
            description =
                    "Looks for these kinds only, such as near-duplicate,junk-text (default: all).")
    private List<String> checks = List.of();

    @Option(
            names = "--near",
            paramLabel = "S",
            description =
                    "From which similarity on, from 0.5 to 1, two answers to one problem are nearly"
                            + " the same (default: 0.8).")
    private Double near;

    @Option(
            names = "--benchmark",
            paramLabel = "FILE",
            description =
                    "A labelled file whose problems must not be learned from; name the option once"
                            + " for each file.")
    private List<Path> benchmarks = List.of();

    @Option(
            names = "--split-by",
            paramLabel = "KEY",
            defaultValue = "",
            description =
                    "The metadata that says in which part of a split a trace is (default: split,"
                            + " else what the name of its file says).")
    private String splitBy;

    @Option(
            names = "--deep",
            description =
                    "Also trains models on parts of the labels and holds the others against them;"
                            + " takes minutes.")
    private boolean deep;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Seed of what is drawn (default: ${DEFAULT-VALUE}).")
    private long seed;

    /** The files that are only read, so that nothing is written over them. */
    List<Path> benchmarks() {
        return benchmarks;
    }

    AuditOptions options(BaseCommand command) {
        if (near != null && !(near >= AuditOptions.NEAR_LEAST && near <= 1)) {
            throw command.wrongUsage("--near is a similarity from 0.5 to 1.");
        }
        Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);
        checks.forEach(c -> kinds.add(kind(command, "--check", c)));
        return new AuditOptions(
                kinds.isEmpty() ? EnumSet.allOf(FindingKind.class) : kinds,
                near == null ? AuditOptions.NEAR : near,
                benchmarks,
                seed,
                splitBy,
                deep || kinds.contains(FindingKind.LABEL_ERROR));
    }

    static FindingKind kind(BaseCommand command, String option, String name) {
        return AuditJson.kind(name)
                .orElseThrow(
                        () ->
                                command.wrongUsage(
                                        option
                                                + " is one of "
                                                + Stream.of(FindingKind.values())
                                                        .map(AuditJson::name)
                                                        .collect(Collectors.joining(", "))
                                                + "."));
    }
}
