package org.stepwright.storage.verify;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Removes folders that a process worked in. */
public final class TemporaryFolder {
    private TemporaryFolder() {}

    /**
     * Removes a folder and what is in it; links are removed, not followed. What cannot be removed
     * stays, as there is nobody to tell.
     *
     * @param folder a folder, maybe no longer there
     */
    public static void remove(Path folder) {
        try {
            Files.walkFileTree(folder, new Removal());
        } catch (IOException e) {
            // The system clears its temporary folder in time.
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            // Code may have taken the right to list its folder away.
            java.io.File file = folder.toFile();
            if (!file.canWrite() || !file.canExecute() || !file.canRead()) {
                boolean allowed =
                        file.setWritable(true)
                                && file.setExecutable(true)
                                && file.setReadable(true);
                return allowed ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return remove(file);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return remove(file);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException e) {
            return remove(folder);
        }

        private static FileVisitResult remove(Path path) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // The rest can still go.
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
