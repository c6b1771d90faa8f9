package org.stepwright.storage.verify;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The little that a worker needs to run, so that it starts quickly. */
final class WorkerClassPath {
    private WorkerClassPath() {}

    static String of() throws IOException {
        try {
            return List.of(place(SqlWorker.class), place(org.sqlite.JDBC.class)).stream()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (URISyntaxException | RuntimeException e) {
            throw new IOException("The places of the worker's classes are not known.", e);
        }
    }

    private static Path place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
