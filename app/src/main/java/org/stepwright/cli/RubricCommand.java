package org.stepwright.cli;

import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.stepwright.storage.Workspace;
import org.stepwright.verify.VerifierCatalog;
import picocli.CommandLine.Option;

/** What the commands on rubrics share: the workspace. */
abstract class RubricCommand extends BaseCommand {
    @Option(names = "--workspace", paramLabel = "W", description = "The workspace.")
    private Path file;

    RubricCommand(CliContext context) {
        super(context);
    }

    /** The kinds of verifier, files beside the workspace in reach. */
    final VerifierCatalog verifiers() {
        Path folder = file == null ? null : file.toAbsolutePath().getParent();
        return context().app().verifiers(folder);
    }

    /** The workspace's file, or null when the command names none. */
    final Path workspaceFile() {
        return file;
    }

    /**
     * The kinds of verifier for a rubric that a command names: files beside the workspace, else
     * beside the rubric's own file, are in reach.
     */
    final VerifierCatalog verifiers(String rubric) {
        Path own = file == null ? RubricSource.file(rubric).orElse(null) : null;
        return own == null
                ? verifiers()
                : context().app().verifiers(own.toAbsolutePath().getParent());
    }

    /** Runs with the workspace, which has to be named. */
    final <T> T inWorkspace(Function<Workspace, T> use) {
        if (file == null) {
            throw wrongUsage("Name the workspace with --workspace W.");
        }
        try (Workspace workspace = Workspace.open(file)) {
            return use.apply(workspace);
        }
    }

    /** Runs with the workspace and what finds rubrics; the workspace is null when none is named. */
    final <T> T withBoth(BiFunction<Workspace, RubricSource, T> use) {
        if (file == null) {
            return use.apply(null, new RubricSource(context().app().templates(), null));
        }
        try (Workspace workspace = Workspace.open(file)) {
            return use.apply(workspace, new RubricSource(context().app().templates(), workspace));
        }
    }

    /** Runs with what finds rubrics, in the workspace too when one is named. */
    final <T> T withSource(Function<RubricSource, T> use) {
        return withBoth((workspace, source) -> use.apply(source));
    }
}
