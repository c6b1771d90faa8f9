package org.stepwright.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stepwright.label.LabelledTrace;
import org.stepwright.storage.format.FolderFiles;
import org.stepwright.storage.format.LabelFiles;
import org.stepwright.storage.format.ReadReport;
import org.stepwright.storage.format.RowSink;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/** Reads labelled files into memory. */
final class LabelledRows {
    private LabelledRows() {}

    /** What makes a trace the same trace. */
    private record Content(String id, String problem, List<String> steps) {
        static Content of(Trace trace) {
            return new Content(trace.id(), trace.problem(), trace.stepTexts());
        }
    }

    /**
     * @param files the files
     * @param format a format's name or {@code auto}
     * @param rejects takes the rows that did not go in
     * @param progress hears and is asked
     * @return the rows of all files, in order; a trace that several files hold counts once, as it
     *     would in a workspace
     */
    static List<LabelledTrace> read(
            List<Path> files, String format, Rejects rejects, Progress progress) {
        Set<Content> seen = new HashSet<>();
        List<LabelledTrace> rows = new ArrayList<>();
        for (Path file : files) {
            for (LabelledTrace row : read(file, format, rejects, progress)) {
                if (seen.add(Content.of(row.trace()))) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /** Reads one file, or all data files of a folder as if they were one. */
    static List<LabelledTrace> read(Path path, String format, Rejects rejects, Progress progress) {
        if (!Files.isDirectory(path)) {
            return readOne(path, format, rejects, progress);
        }
        return read(FolderFiles.of(List.of(path), null).files(), format, rejects, progress);
    }

    private static List<LabelledTrace> readOne(
            Path file, String format, Rejects rejects, Progress progress) {
        List<LabelledTrace> rows = new ArrayList<>();
        ReadReport report =
                LabelFiles.read(
                        file,
                        format,
                        new RowSink() {
                            @Override
                            public void accept(long line, LabelledTrace row) {
                                rows.add(row);
                            }

                            @Override
                            public void reject(long line, String reason) {
                                // the report holds it too
                            }
                        },
                        progress);
        rejects.addAll(report.rejects());
        return rows;
    }
}
