package org.stepwright.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.stepwright.storage.Run;
import org.stepwright.storage.Workspace;

/** The model that a workspace worked with last. */
final class LastModel {
    private LastModel() {}

    /**
     * @param workspace a workspace
     * @return the bundle of the model that was trained in it, or scored its traces, last, of those
     *     whose file is still there
     */
    static Optional<Path> of(Workspace workspace) {
        return Stream.of(Run.Kind.TRAIN, Run.Kind.SCORE)
                .flatMap(kind -> workspace.runs().list(kind).stream())
                .filter(run -> run.status() == Run.Status.SUCCEEDED && run.endedAt() != null)
                .sorted(Comparator.comparing(Run::endedAt).reversed())
                .flatMap(run -> file(run.modelPath()).stream())
                .findFirst();
    }

    private static Optional<Path> file(String path) {
        try {
            return Optional.of(path)
                    .filter(text -> !text.isBlank())
                    .map(Path::of)
                    .filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            // The workspace was used on another system.
            return Optional.empty();
        }
    }
}
