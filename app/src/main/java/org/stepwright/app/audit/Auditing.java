package org.stepwright.app.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stepwright.audit.AuditFinding;
import org.stepwright.audit.AuditRow;
import org.stepwright.audit.FindingKind;
import org.stepwright.label.LabelledTrace;
import org.stepwright.storage.AuditRun;
import org.stepwright.storage.ImportRun;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.LabelFiles;
import org.stepwright.storage.format.Reject;
import org.stepwright.storage.format.RowSink;
import org.stepwright.work.Progress;

/**
 * Audits the traces of a workspace or of labelled files: runs all studies over them in one pass
 * (two more when models are trained), as a stream. Traces that are set aside are not looked at.
 * Blocks for seconds to minutes; call off the UI thread. Stateless; safe for many threads.
 */
public final class Auditing {
    private final Clock clock;

    /**
     * @param clock tells when an audit was made
     */
    public Auditing(Clock clock) {
        this.clock = clock;
    }

    /**
     * Audits a workspace and keeps the result there in place of the last one.
     *
     * @param workspace the workspace
     * @param options how
     * @param progress what it is doing and how far it is, and whether to stop
     * @return what was found
     * @throws org.stepwright.work.WorkFailed when a benchmark cannot be read or the result cannot
     *     be written; the last audit stays
     * @throws org.stepwright.work.Cancelled when the user stopped it; the last audit stays
     */
    public AuditResult audit(Workspace workspace, AuditOptions options, Progress progress) {
        long start = System.nanoTime();
        Studies studies = new Studies(options);
        studies.benchmarks(progress);
        long total = workspace.counts().traces();
        long aside = workspace.aside().count();
        long[] read = {0};
        workspace
                .traces()
                .forEachRow(
                        TraceFilter.ALL,
                        (row, file) -> {
                            progress.checkCancelled();
                            studies.add(new AuditRow(row, file));
                            progress.report(++read[0], total, "Reading traces");
                        });
        if (options.looksFor(FindingKind.REJECTED_ROW)) {
            rejects(workspace, studies);
        }
        AuditResult result = result(studies, aside, start, progress);
        AuditRun run =
                new AuditRun(
                        clock.instant(), AuditJson.of(options), AuditJson.of(result.summary()));
        workspace.audits().replace(run, result.findings().iterator(), progress);
        return result;
    }

    /** The same file imported twice has the same rejects twice. */
    private static void rejects(Workspace workspace, Studies studies) {
        Set<String> told = new HashSet<>();
        for (ImportRun run : workspace.imports().runs()) {
            workspace
                    .imports()
                    .rejects(run.run())
                    .forEach(
                            row -> {
                                if (told.add(run.file() + ":" + row.line())) {
                                    studies.reject(run.file(), row.line(), row.reason());
                                }
                            });
        }
    }

    /**
     * Audits labelled files, in memory only.
     *
     * @param files the files
     * @param format a format's name, or {@link LabelFiles#AUTO}
     * @param options how
     * @param progress what it is doing and how far it is, and whether to stop
     * @param rejects takes every row that cannot be read
     * @return what was found
     * @throws org.stepwright.work.WorkFailed when a file cannot be read
     * @throws org.stepwright.work.Cancelled when the user stopped it
     */
    public AuditResult audit(
            List<Path> files,
            String format,
            AuditOptions options,
            Progress progress,
            java.util.function.Consumer<Reject> rejects) {
        long start = System.nanoTime();
        Studies studies = new Studies(options);
        studies.benchmarks(progress);
        read(
                files,
                format,
                (row, file) -> studies.add(new AuditRow(row, file)),
                studies,
                rejects,
                progress);
        return result(studies, 0, start, progress);
    }

    private static void read(
            List<Path> files,
            String format,
            java.util.function.BiConsumer<LabelledTrace, String> sink,
            Studies studies,
            java.util.function.Consumer<Reject> rejects,
            Progress progress) {
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            RowSink rows =
                    new RowSink() {
                        @Override
                        public void accept(long line, LabelledTrace row) {
                            sink.accept(row, name);
                        }

                        @Override
                        public void reject(long line, String reason) {
                            rejects.accept(new Reject(file, line, reason));
                            if (studies != null) {
                                studies.reject(name, line, reason);
                            }
                        }
                    };
            LabelFiles.read(file, format, rows, progress);
        }
    }

    private static AuditResult result(Studies studies, long aside, long start, Progress progress) {
        List<AuditFinding> findings = studies.findings(progress);
        progress.checkCancelled();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new AuditResult(studies.summary(findings, aside, seconds), findings);
    }
}
