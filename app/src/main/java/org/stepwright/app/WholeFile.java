package org.stepwright.app;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.stepwright.work.WorkFailed;

/**
 * Writes a text file that is there as a whole or not at all: a full disk must not cost what the
 * file held before.
 */
public final class WholeFile {
    private WholeFile() {}

    /** Writes what belongs into the file. */
    @FunctionalInterface
    public interface Content {
        /**
         * @param file takes the text
         * @throws IOException when it cannot be written
         */
        void writeTo(Writer file) throws IOException;
    }

    /**
     * @param out the file; in its place comes the new one
     * @param what what is written, to begin the sentence of a failure with: {@code The rubric}
     * @param content writes it, in UTF-8
     * @throws WorkFailed when it could not be written; the file is as it was before
     */
    public static void write(Path out, String what, Content content) {
        Path part = null;
        try {
            Path target = Files.exists(out) ? out.toRealPath() : out.toAbsolutePath();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                throw new IOException("A device or a folder would be replaced.");
            }
            // A name of its own: what another run left when it was cut off must not be in the way.
            String ending = "." + ProcessHandle.current().pid() + ".part";
            part = Files.createFile(target.resolveSibling(target.getFileName() + ending));
            try (Writer file = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                content.writeTo(file);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new WorkFailed(
                    what
                            + " could not be written to "
                            + out
                            + "; choose a path where you may write and where there is room.",
                    e);
        } finally {
            remove(part);
        }
    }

    private static void remove(Path part) {
        try {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            // A half-written file beside the wanted one does no harm, and the failure was told.
        }
    }
}
