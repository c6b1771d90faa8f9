package org.stepwright.storage.format;

import java.nio.file.Path;
import java.util.List;
import org.stepwright.work.Progress;

/** All formats behind one door. */
public final class LabelFiles {
    /** The format name that asks to look at the file and tell. */
    public static final String AUTO = "auto";

    private LabelFiles() {}

    /**
     * @return the names of all formats that can be read
     */
    public static List<String> formats() {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads one file as a stream.
     *
     * @param file the file
     * @param format a name from {@link #formats()}, or {@link #AUTO}
     * @param sink takes the rows, in this thread
     * @param progress told bytes read and bytes in all; asked between rows whether to stop
     * @return how many rows went in, and the rejects (also given to the sink)
     * @throws org.stepwright.work.WorkFailed when the format is not known or the file cannot be
     *     read
     * @throws org.stepwright.work.Cancelled when the user asked to stop
     */
    public static ReadReport read(Path file, String format, RowSink sink, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
