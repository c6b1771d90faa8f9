package org.stepwright.storage.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.SoftTargets;

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
     * What survives a round trip whatever the trace, provided that it is written at all and no
     * label is dropped by the neutral policy.
     *
     * @return the parts; none unless a writer promises some
     */
    default Set<Part> keeps() {
        return Set.of();
    }

    /**
     * @return whether it can write rewards between wrong and correct
     */
    default boolean holdsSoft() {
        return false;
    }

    /**
     * The columns of its rows, for dataset hubs, which refuse files whose rows have others.
     *
     * @return the hubs' type of each column by name, in order; a type that starts with {@code
     *     sequence:} is a list of what follows; empty when rows differ too much to promise any
     */
    Map<String, String> features();

    /**
     * Says whether a trace would be left out, without writing it.
     *
     * @param row the trace with its labels
     * @param facts as for writing; the split does not matter
     * @return why, as in {@link Written#skipped()}; empty when it can be written
     */
    String skipped(LabelledTrace row, RowFacts facts);

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

        /**
         * Ends a file that nobody wants any more; what is in it does not matter.
         *
         * @throws IOException when it cannot be closed
         */
        default void abandon() throws IOException {
            close();
        }
    }

    /**
     * What every row says about its export.
     *
     * @param split the part that the row belongs to, such as {@code train}; empty if none
     * @param neutral what a neutral verdict becomes where the format knows only wrong and correct
     * @param soft rewards to write in place of hard labels, where {@link LabelWriter#holdsSoft()}
     * @param more further text columns by name, where the format has room for them
     */
    record RowFacts(
            String split, NeutralPolicy neutral, SoftTargets soft, Map<String, String> more) {
        /** Copies. */
        public RowFacts {
            more = Collections.unmodifiableMap(new TreeMap<>(more));
        }

        /**
         * Without further columns.
         *
         * @param split as above
         * @param neutral as above
         * @param soft as above
         */
        public RowFacts(String split, NeutralPolicy neutral, SoftTargets soft) {
            this(split, neutral, soft, Map.of());
        }

        /**
         * Hard labels.
         *
         * @param split as above
         * @param neutral as above
         */
        public RowFacts(String split, NeutralPolicy neutral) {
            this(split, neutral, SoftTargets.NONE);
        }
    }

    /**
     * How one trace went.
     *
     * @param rows rows of the file that it became; 0 when the trace was left out
     * @param steps steps written
     * @param labels step labels written
     * @param skipped why the trace was left out, as a short clause that is the same for all traces
     *     left out for this reason; empty when it was written
     * @param warning what was written but may surprise, in the same form; empty if nothing
     */
    record Written(int rows, int steps, int labels, String skipped, String warning) {
        /**
         * @param reason a short clause
         * @return that the trace was left out
         */
        public static Written skipped(String reason) {
            return new Written(0, 0, 0, reason, "");
        }
    }
}
