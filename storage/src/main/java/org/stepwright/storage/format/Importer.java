package org.stepwright.storage.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.storage.AddResult;
import org.stepwright.storage.Clash;
import org.stepwright.storage.ImportRun;
import org.stepwright.storage.RejectedRow;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * Brings labelled files into a workspace. Importing the same file twice adds nothing. Rows go in by
 * batches, each whole or not at all; a cancelled import keeps the batches that are in.
 */
public final class Importer {
    private final Workspace workspace;

    /**
     * @param workspace where the rows go; stays open
     */
    public Importer(Workspace workspace) {
        this.workspace = Objects.requireNonNull(workspace, "workspace");
    }

    /**
     * Imports files one after the other.
     *
     * @param files the files; a folder stands for all data files in it, see {@link FolderFiles}
     * @param format a name from {@link LabelFiles#formats()}, or {@link LabelFiles#AUTO}; a file
     *     that has no known format is one reject, and the others go in
     * @param progress told bytes of the file being read
     * @return what went in; a row whose id belongs to other content in the workspace is a reject,
     *     and so are labels that differ from what their annotator said in the workspace
     * @throws WorkFailed when a file is missing (nothing is imported then), the format is not known
     *     or the workspace cannot be written
     * @throws org.stepwright.work.Cancelled when the user asked to stop
     */
    public ImportReport run(List<Path> files, String format, Progress progress) {
        return run(files, file -> LabelFiles.tell(file, format), progress);
    }

    /**
     * Imports files one after the other as one format, such as a {@link MappedFormat}.
     *
     * @param files as above
     * @param format how to read them
     * @param progress as above
     * @return as above
     * @throws WorkFailed as above
     * @throws org.stepwright.work.Cancelled as above
     */
    public ImportReport run(List<Path> files, LabelFormat format, Progress progress) {
        return run(files, file -> Optional.of(format), progress);
    }

    /**
     * Imports files one after the other, each as the format that is told of it.
     *
     * @param files as above
     * @param formats tells the format of a file; empty when it cannot be told
     * @param progress as above
     * @return as above
     * @throws WorkFailed as above
     * @throws org.stepwright.work.Cancelled as above
     */
    public ImportReport run(
            List<Path> files, Function<Path, Optional<LabelFormat>> formats, Progress progress) {
        FolderFiles found = FolderFiles.of(files, workspace.file());
        found.files().forEach(Importer::requireReadable);
        Totals totals = new Totals();
        for (Path file : found.files()) {
            totals.add(file, importOne(file, formats.apply(file), progress));
        }
        return totals.report(found.notes());
    }

    private static void requireReadable(Path file) {
        String why =
                !Files.exists(file)
                        ? " is not there; check the path."
                        : !Files.isRegularFile(file)
                                ? " is a pipe or a device; copy what it gives to a file first."
                                : Files.isReadable(file)
                                        ? ""
                                        : " cannot be read; check its permissions.";
        if (!why.isEmpty()) {
            throw new WorkFailed("The file " + file + why);
        }
    }

    private Batches importOne(Path file, Optional<LabelFormat> format, Progress progress) {
        String name = format.map(LabelFormat::name).orElse(LabelFiles.UNKNOWN);
        Batches batches = new Batches(file, workspace.imports().begin(nameOf(file), name));
        try {
            LabelFiles.read(file, format, batches, progress);
            batches.flush();
        } finally {
            batches.remember();
        }
        return batches;
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }

    /**
     * Reads the first rows and changes nothing.
     *
     * @param file the file
     * @param format a name from {@link LabelFiles#formats()}, or {@link LabelFiles#AUTO}
     * @param rows how many rows at most, at least 1
     * @return the rows and the rejects among them
     * @throws WorkFailed when the format is not known or the file cannot be read
     */
    public Preview preview(Path file, String format, int rows) {
        return preview(file, LabelFiles.tell(file, format), rows);
    }

    /**
     * Reads the first rows as one format and changes nothing.
     *
     * @param file the file
     * @param format how to read it
     * @param rows how many rows at most, at least 1
     * @return the rows and the rejects among them
     * @throws WorkFailed when the file cannot be read
     */
    public static Preview preview(Path file, LabelFormat format, int rows) {
        return preview(file, Optional.of(format), rows);
    }

    /**
     * Reads the first rows as the format that was told and changes nothing.
     *
     * @param file the file
     * @param format how to read it; empty when it cannot be told, which is one reject
     * @param rows how many rows at most, at least 1
     * @return the rows and the rejects among them
     * @throws WorkFailed when the file cannot be read
     */
    public static Preview preview(Path file, Optional<LabelFormat> format, int rows) {
        Glimpse glimpse = new Glimpse(file, rows);
        String name = format.map(LabelFormat::name).orElse(LabelFiles.UNKNOWN);
        try {
            LabelFiles.read(file, format, glimpse, Progress.NONE);
        } catch (Enough e) {
            // The first rows are in.
        }
        return new Preview(name, glimpse.rows, glimpse.rejects);
    }

    /** Gathers rows and commits them batch by batch. */
    private final class Batches implements RowSink {
        private static final int ROWS = 500;
        private static final long CHARACTERS = 8 << 20;

        /** A label without texts takes about as much as this many characters. */
        private static final long LABEL = 100;

        private final Path file;
        private final long run;
        private final List<LabelledTrace> batch = new ArrayList<>();
        private final Map<String, Long> lines = new HashMap<>();
        private final List<Reject> rejects = new ArrayList<>();
        private long characters;
        private long added;
        private long known;
        private long steps;
        private long labels;

        Batches(Path file, long run) {
            this.file = file;
            this.run = run;
        }

        /** What came in and what did not, also of a file that was not read to its end. */
        void remember() {
            List<RejectedRow> rows =
                    rejects.stream().map(r -> new RejectedRow(r.line(), r.reason())).toList();
            Instant now = Instant.now();
            workspace
                    .imports()
                    .end(
                            run,
                            new ImportRun(
                                    run, "", "", now, now, added, known, labels, rejects.size()),
                            rows);
        }

        @Override
        public void accept(long line, LabelledTrace row) {
            batch.add(row);
            lines.put(row.trace().id(), line);
            characters += characters(row);
            if (batch.size() >= ROWS || characters >= CHARACTERS) {
                flush();
            }
        }

        /** All that a row holds in memory, roughly. */
        private static long characters(LabelledTrace row) {
            Trace trace = row.trace();
            long sum = trace.problem().length();
            sum += trace.reference() == null ? 0 : trace.reference().length();
            for (Step step : trace.steps()) {
                sum +=
                        step.text().length()
                                + step.context().length()
                                + lengths(step.alternatives());
            }
            sum += lengths(trace.metadata().keySet()) + lengths(trace.metadata().values());
            for (StepLabel label : row.labels()) {
                sum += label.comment().length() + label.rubricVersion().length();
                sum += lengths(label.errorKinds());
                for (Rating rating : label.ratings()) {
                    sum += rating.criterionId().length();
                }
                sum += LABEL;
            }
            return sum;
        }

        private static long lengths(Collection<String> texts) {
            return texts.stream().mapToLong(String::length).sum();
        }

        @Override
        public void reject(long line, String reason) {
            rejects.add(new Reject(file, line, reason));
        }

        void flush() {
            if (batch.isEmpty()) {
                return;
            }
            AddResult result = workspace.traces().add(batch, run);
            added += result.added();
            known += result.known();
            steps += result.steps();
            labels += result.labels();
            for (Clash clash : result.clashes()) {
                reject(lines.getOrDefault(clash.id(), 0L), clash.reason());
            }
            batch.clear();
            lines.clear();
            characters = 0;
        }
    }

    /** Sums over files. */
    private static final class Totals {
        private final List<String> files = new ArrayList<>();
        private final List<Reject> rejects = new ArrayList<>();
        private long added;
        private long known;
        private long steps;
        private long labels;

        void add(Path file, Batches batches) {
            files.add(file.toString());
            added += batches.added;
            known += batches.known;
            steps += batches.steps;
            labels += batches.labels;
            batches.rejects.sort(Comparator.comparingLong(Reject::line));
            rejects.addAll(batches.rejects);
        }

        ImportReport report(List<String> notes) {
            return new ImportReport(files, added, known, steps, labels, rejects, notes);
        }
    }

    /** Takes the first rows, then ends the reading. */
    private static final class Glimpse implements RowSink {
        private final Path file;
        private final int wanted;
        private final List<LabelledTrace> rows = new ArrayList<>();
        private final List<Reject> rejects = new ArrayList<>();

        Glimpse(Path file, int wanted) {
            this.file = file;
            this.wanted = wanted;
        }

        @Override
        public void accept(long line, LabelledTrace row) {
            rows.add(row);
            stopWhenEnough();
        }

        @Override
        public void reject(long line, String reason) {
            rejects.add(new Reject(file, line, reason));
            stopWhenEnough();
        }

        private void stopWhenEnough() {
            if (rows.size() >= wanted || rejects.size() >= wanted) {
                throw new Enough();
            }
        }
    }

    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("enough", null, false, false);
        }
    }
}
