package org.stepwright.storage.format;

import org.stepwright.label.LabelledTrace;

/** Takes rows as a file is read, in the order of the file and in the reader's thread. */
public interface RowSink {
    /**
     * @param line the line, from 1, where the row starts
     * @param row the row
     */
    void accept(long line, LabelledTrace row);

    /**
     * @param line the line, from 1, where the row starts
     * @param reason why it did not go in, for people
     */
    void reject(long line, String reason);
}
