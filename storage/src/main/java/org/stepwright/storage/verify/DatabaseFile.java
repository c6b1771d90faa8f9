package org.stepwright.storage.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import org.stepwright.work.WorkFailed;

/**
 * A SQLite file that a rubric names, as it lies on disk now. The name may come from a stranger, so
 * it can only lead to a file below one folder.
 *
 * @param path the file itself, without links
 * @param size its size in bytes
 * @param modified when it was last changed, in milliseconds since 1970
 */
record DatabaseFile(Path path, long size, long modified) {
    private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.ISO_8859_1);

    /**
     * @param folder where the file has to lie, or null when there is none
     * @param name the file's name, relative to the folder
     * @return the file
     * @throws WorkFailed with the sentence that says why it cannot be used
     */
    static DatabaseFile find(Path folder, String name) {
        if (name.isBlank()) {
            throw new WorkFailed(
                    "The sql verifier needs the option database: the name of a SQLite file.");
        }
        Path relative = relative(name.strip());
        if (folder == null) {
            throw new WorkFailed(
                    "The database "
                            + name
                            + " is looked for beside the workspace or the rubric's file; open or"
                            + " name one of them.");
        }
        try {
            return opened(below(folder, relative, name), name);
        } catch (IOException e) {
            throw new WorkFailed(
                    "The database " + name + " cannot be read; check its permissions.", e);
        }
    }

    private static Path relative(String name) {
        try {
            Path path = Path.of(name);
            boolean drive = name.length() > 1 && name.charAt(1) == ':';
            boolean rooted = name.startsWith("/") || name.startsWith("\\");
            boolean up = Arrays.asList(name.split("[/\\\\]")).contains("..");
            if (!path.isAbsolute() && !drive && !rooted && !up) {
                return path;
            }
        } catch (InvalidPathException e) {
            // said below
        }
        throw new WorkFailed(
                "The database of a rubric is named relative to the rubric's folder and without"
                        + " \"..\", such as data/shop.db.");
    }

    private static Path below(Path folder, Path relative, String name) throws IOException {
        Path wanted = folder.resolve(relative);
        if (!Files.exists(wanted)) {
            throw new WorkFailed(
                    "There is no file "
                            + name
                            + " in "
                            + folder
                            + "; put the database there or correct the option database.");
        }
        Path real = wanted.toRealPath();
        if (!real.startsWith(folder.toRealPath())) {
            throw new WorkFailed(
                    "The database "
                            + name
                            + " is a link that leads out of its folder; put a copy there instead.");
        }
        return real;
    }

    private static DatabaseFile opened(Path real, String name) throws IOException {
        // Only then is it safe to open: reading from a pipe would wait for ever.
        if (!Files.isRegularFile(real) || !startsAsSqlite(real)) {
            throw new WorkFailed("The file " + name + " is no SQLite database; name one that is.");
        }
        if (hasContent(real, "-wal") || hasContent(real, "-journal")) {
            throw new WorkFailed(
                    "The database "
                            + name
                            + " is in use by another program, or that program was cut off; close"
                            + " it, or open the database once with sqlite3.");
        }
        return new DatabaseFile(real, Files.size(real), Files.getLastModifiedTime(real).toMillis());
    }

    private static boolean startsAsSqlite(Path real) throws IOException {
        try (InputStream in = Files.newInputStream(real)) {
            return Arrays.equals(in.readNBytes(HEADER.length), HEADER);
        }
    }

    private static boolean hasContent(Path real, String suffix) throws IOException {
        Path beside = real.resolveSibling(real.getFileName() + suffix);
        return Files.isRegularFile(beside) && Files.size(beside) > 0;
    }
}
