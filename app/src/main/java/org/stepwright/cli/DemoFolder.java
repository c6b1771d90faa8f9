package org.stepwright.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.stepwright.work.WorkFailed;

/** Where the demo writes. What an earlier demo made there is replaced; nothing else is touched. */
final class DemoFolder {
    private static final String MARK = ".stepwright-demo";

    /** Everything that a demo makes; only this is ever deleted. */
    private static final List<String> MADE =
            List.of(
                    "workspace.stepwright",
                    "workspace.stepwright-wal",
                    "workspace.stepwright-shm",
                    "samples",
                    "models",
                    "export",
                    "pictures",
                    "report.html");

    private DemoFolder() {}

    /**
     * @param wanted the folder that was asked for
     * @return that folder, or a fresh one inside it when it holds something that no demo made
     * @throws WorkFailed when it cannot be written
     */
    static Path prepare(Path wanted) {
        try {
            Path folder = choose(wanted.toAbsolutePath().normalize());
            Files.createDirectories(folder);
            for (String name : MADE) {
                delete(folder.resolve(name));
            }
            Files.writeString(
                    folder.resolve(MARK),
                    "Made by stepwright demo, which replaces its own files here.\n",
                    StandardCharsets.UTF_8);
            return folder;
        } catch (IOException e) {
            throw new WorkFailed(
                    "The demo cannot write to " + wanted + "; choose another folder with --dir.",
                    e);
        }
    }

    private static Path choose(Path wanted) throws IOException {
        Path folder = wanted;
        for (int i = 1; !usable(folder); i++) {
            folder = wanted.resolve("stepwright-demo" + (i == 1 ? "" : "-" + i));
        }
        return folder;
    }

    private static boolean usable(Path folder) throws IOException {
        if (!Files.exists(folder) || Files.exists(folder.resolve(MARK))) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(
                path,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path dir, IOException failure)
                            throws IOException {
                        Files.delete(dir);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
