package org.stepwright.storage.format;

import java.util.Objects;
import org.stepwright.storage.Workspace;
import org.stepwright.work.Progress;

/**
 * Writes a workspace's labels as a data set folder: a file for each part, a dataset card, and the
 * rubric. The folder appears whole or not at all; the same workspace, options and seed give the
 * same bytes.
 */
public final class Exporter {
    private final Workspace workspace;

    /**
     * @param workspace where the labels are; stays open
     */
    public Exporter(Workspace workspace) {
        this.workspace = Objects.requireNonNull(workspace, "workspace");
    }

    /**
     * @param options what and how
     * @param progress told traces done
     * @return what was written
     * @throws org.stepwright.work.WorkFailed when the format cannot be written, the rubric version
     *     is not there, no trace is left to write, or the folder holds other things
     * @throws org.stepwright.work.Cancelled when the user asked to stop; nothing is left behind
     */
    public ExportReport run(ExportOptions options, Progress progress) {
        throw new UnsupportedOperationException(workspace.toString());
    }
}
