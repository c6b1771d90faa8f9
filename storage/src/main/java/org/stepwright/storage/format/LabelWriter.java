package org.stepwright.storage.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;

/** How one format is written. Implementations hold no state and are safe to share. */
public interface LabelWriter {
    /**
     * @return the ending of its files, without the dot
     */
    String extension();

    /**
     * @return what a round trip through this format loses, in whole sentences; maybe empty
     */
    List<String> losses();

    /**
     * @param out where to write; closed with the rows
     * @return takes the rows of one file
     * @throws IOException when the start of the file cannot be written
     */
    Rows open(OutputStream out) throws IOException;

    /** The rows of one file, written in order. */
    interface Rows extends Closeable {
        /**
         * Writes one trace.
         *
         * @param row the trace with its labels
         * @param facts what every row says about its export
         * @return how it went
         * @throws IOException when the bytes cannot be written
         */
        Written write(LabelledTrace row, RowFacts facts) throws IOException;
    }

    /**
     * What every row says about its export.
     *
     * @param rubricVersion the key of the rubric's version; empty if none
     * @param split the part that the row belongs to, such as {@code train}; empty if none
     * @param neutral what a neutral verdict becomes where the format knows only wrong and correct
     */
    record RowFacts(String rubricVersion, String split, NeutralPolicy neutral) {}

    /**
     * How one trace went.
     *
     * @param steps steps written; 0 when the trace was left out
     * @param labels step labels written
     * @param skipped why the trace was left out, as a short clause that is the same for all traces
     *     left out for this reason; empty when it was written
     * @param warning what was written but may surprise, in the same form; empty if nothing
     */
    record Written(int steps, int labels, String skipped, String warning) {
        /**
         * @param reason a short clause
         * @return that the trace was left out
         */
        public static Written skipped(String reason) {
            return new Written(0, 0, reason, "");
        }
    }
}
