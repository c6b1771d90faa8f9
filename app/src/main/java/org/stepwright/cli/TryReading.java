package org.stepwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.stepwright.label.LabelledTrace;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.LabelFiles;
import org.stepwright.storage.format.Reject;
import org.stepwright.storage.format.RowSink;
import org.stepwright.tryout.TryOut;
import org.stepwright.work.Progress;

/** Tries a rubric on traces as they are read; only small rows are kept. */
final class TryReading {
    private final TryOut tryOut;
    private final String groupField;
    private final int limit;
    private final Progress progress;
    private final List<TriedTrace> rows = new ArrayList<>();

    /**
     * @param tryOut takes the traces
     * @param groupField a metadata field that tells which traces belong together, or null
     * @param limit the most traces that are looked at
     * @param progress told traces done; asked between traces whether to stop
     */
    TryReading(TryOut tryOut, String groupField, int limit, Progress progress) {
        this.tryOut = tryOut;
        this.groupField = groupField;
        this.limit = limit;
        this.progress = progress;
    }

    List<TriedTrace> rows() {
        return List.copyOf(rows);
    }

    void workspace(Workspace workspace, TraceFilter filter) {
        untilEnough(() -> workspace.traces().forEach(filter, this::take));
    }

    void files(List<Path> files, String format, Rejects rejects) {
        untilEnough(() -> files.forEach(file -> file(file, format, rejects)));
    }

    private void file(Path file, String format, Rejects rejects) {
        Consumer<LabelledTrace> taking = this::take;
        List<Reject> rejected = new ArrayList<>();
        try {
            LabelFiles.read(
                    file,
                    format,
                    new RowSink() {
                        @Override
                        public void accept(long line, LabelledTrace row) {
                            taking.accept(row);
                        }

                        @Override
                        public void reject(long line, String reason) {
                            rejected.add(new Reject(file, line, reason));
                        }
                    },
                    progress);
        } finally {
            rejects.addAll(rejected); // also when enough was read before the file ended
        }
    }

    private void take(LabelledTrace row) {
        progress.checkCancelled();
        if (rows.size() == limit) {
            throw new Enough();
        }
        rows.add(TriedTrace.of(row.trace(), tryOut.add(row), groupField));
        progress.report(rows.size(), -1, "Trying the rubric out");
    }

    private static void untilEnough(Runnable reading) {
        try {
            reading.run();
        } catch (Enough e) {
            // as many as were asked for
        }
    }

    /** Ends the reading. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }
}
