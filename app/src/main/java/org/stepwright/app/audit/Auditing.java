package org.stepwright.app.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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
        try (Studies studies = new Studies(options)) {
            studies.benchmarks(progress);
            long aside = workspace.aside().count();
            read(workspace, studies::add, "Reading traces", progress);
            if (options.looksFor(FindingKind.REJECTED_ROW)) {
                rejects(workspace, studies);
            }
            if (studies.train(progress)) {
                read(workspace, studies::addAgain, "Looking at every step again", progress);
            }
            AuditResult result = result(studies, aside, start, progress);
            AuditRun run =
                    new AuditRun(
                            clock.instant(), AuditJson.of(options), AuditJson.of(result.summary()));
            workspace.audits().replace(run, result.findings().iterator(), progress);
            return result;
        }
    }

    private static void read(
            Workspace workspace, Consumer<AuditRow> sink, String doing, Progress progress) {
        long total = workspace.counts().traces();
        long[] read = {0};
        workspace
                .traces()
                .forEachRow(
                        TraceFilter.ALL,
                        (row, file) -> {
                            progress.checkCancelled();
                            sink.accept(new AuditRow(row, file));
                            progress.report(++read[0], total, doing);
                        });
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
            Consumer<Reject> rejects) {
        long start = System.nanoTime();
        try (Studies studies = new Studies(options)) {
            studies.benchmarks(progress);
            Consumer<Reject> told =
                    reject -> {
                        rejects.accept(reject);
                        studies.reject(name(reject.file()), reject.line(), reject.reason());
                    };
            read(files, format, studies::add, told, progress);
            if (studies.train(progress)) {
                read(files, format, studies::addAgain, reject -> {}, progress);
            }
            return result(studies, 0, start, progress);
        }
    }

    private static void read(
            List<Path> files,
            String format,
            Consumer<AuditRow> sink,
            Consumer<Reject> rejects,
            Progress progress) {
        for (Path file : files) {
            RowSink rows =
                    new RowSink() {
                        @Override
                        public void accept(long line, LabelledTrace row) {
                            sink.accept(new AuditRow(row, name(file)));
                        }

                        @Override
                        public void reject(long line, String reason) {
                            rejects.accept(new Reject(file, line, reason));
                        }
                    };
            LabelFiles.read(file, format, rows, progress);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static AuditResult result(Studies studies, long aside, long start, Progress progress) {
        List<AuditFinding> findings = studies.findings(progress);
        progress.checkCancelled();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new AuditResult(studies.summary(findings, aside, seconds), findings);
    }
}
