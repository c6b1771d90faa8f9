package org.stepwright.storage.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.stepwright.work.Progress;

/** One file format of labelled traces. Implementations hold no state and are safe to share. */
public interface LabelFormat {
    /**
     * @return the name on the command line, such as {@code processbench}
     */
    String name();

    /**
     * @return the name for people
     */
    String title();

    /**
     * @param head the first 64 KiB of the file, decoded; may end in the middle of a row
     * @param fileName the file's name without its folder
     * @return whether the file looks like this format
     */
    boolean sniff(String head, String fileName);

    /**
     * Reads a whole file as a stream. Bad rows go to {@link RowSink#reject}; reading goes on behind
     * them.
     *
     * @param in the file's bytes; the caller closes it
     * @param sourceName the file's name without its folder
     * @param sink takes the rows
     * @param progress asked between rows whether to stop
     * @throws IOException when the bytes cannot be read
     * @throws org.stepwright.work.Cancelled when the user asked to stop
     */
    void read(InputStream in, String sourceName, RowSink sink, Progress progress)
            throws IOException;

    /**
     * @return how to write this format, or empty when it can only be read
     */
    default Optional<LabelWriter> writer() {
        return Optional.empty();
    }
}
