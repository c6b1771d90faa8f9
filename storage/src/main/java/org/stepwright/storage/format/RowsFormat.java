package org.stepwright.storage.format;

import java.io.IOException;
import java.util.Set;
import org.stepwright.work.Progress;

/** A format made of JSON objects, whatever file they come out of. */
interface RowsFormat extends LabelFormat {
    /** Where rows come from. */
    interface Rows {
        /**
         * Gives all rows, in order and in this thread.
         *
         * @throws IOException when they cannot be read
         */
        void read(JsonRows.Sink sink) throws IOException;
    }

    /**
     * @param columns the names at the top of the rows
     * @return whether rows with such columns are this format's
     */
    boolean takesColumns(Set<String> columns);

    /**
     * Reads rows as {@link #read} does.
     *
     * @param rows gives the rows
     * @param sourceName the file's name without its folder
     * @param sink takes the traces
     * @param progress asked between rows whether to stop
     * @throws IOException when rows cannot be read
     */
    void readRows(Rows rows, String sourceName, RowSink sink, Progress progress) throws IOException;
}
