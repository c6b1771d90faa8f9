package org.stepwright.storage.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stepwright.label.LabelledTrace;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.LabelFiles;
import org.stepwright.storage.format.LabelWriter;
import org.stepwright.storage.format.Names;
import org.stepwright.storage.format.ParquetWriter;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.trace.Part;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

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
     * @throws WorkFailed when the format cannot be written, the rubric version is not there, no
     *     trace is left to write, or the folder holds other things
     * @throws org.stepwright.work.Cancelled when the user asked to stop; nothing is left behind
     */
    public ExportReport run(ExportOptions options, Progress progress) {
        LabelWriter writer = writer(options);
        RubricVersion rubric = rubric(options.rubric());
        try (ExportFolder folder = new ExportFolder(options.out())) {
            ExportStats stats = new ExportStats();
            ExportPlan plan = new ExportPlan(workspace, options, writer);
            plan.make(stats, progress);
            Map<Part, Path> written = writeParts(writer, plan, folder, stats, progress);
            if (written.isEmpty()) {
                throw nothingWritten(stats);
            }
            List<String> warnings = new ExportWarnings(options, plan, stats).all(rubric);
            DatasetCard card = new DatasetCard(options, writer, rubric, stats, plan, warnings);
            folder.write("README.md", card.text(written));
            if (rubric != null) {
                folder.write("rubric.yaml", new RubricYaml().write(rubric.rubric()));
            }
            if (options.kit()) {
                TrainingKit.write(options.format(), folder);
            }
            progress.checkCancelled();
            return report(stats, plan, folder.commit(), warnings);
        } catch (IOException | UncheckedIOException e) {
            throw new WorkFailed(
                    "The folder "
                            + options.out()
                            + " cannot be written; check its permissions and the space left on the"
                            + " disk.",
                    e);
        }
    }

    /**
     * Says what {@link #run} would write, without writing. Reads all traces that the filter takes;
     * warnings that only writing brings to light are missing.
     *
     * @param options what and how; the folder does not matter
     * @param progress told traces done
     * @return what would be written
     * @throws WorkFailed as {@link #run} does
     * @throws org.stepwright.work.Cancelled when the user asked to stop
     */
    public ExportPreview preview(ExportOptions options, Progress progress) {
        LabelWriter writer = writer(options);
        ExportStats stats = new ExportStats();
        ExportPlan plan = new ExportPlan(workspace, options, writer);
        plan.make(stats, progress);
        plan.forEach(progress, stats::plan);
        return new ExportPreview(
                stats.all().traces,
                stats.splits(),
                stats.effects(plan.balancing().effect().traces()),
                writer.losses(),
                new ExportWarnings(options, plan, stats).ofChoices());
    }

    private static LabelWriter writer(ExportOptions options) {
        String format = options.format();
        LabelWriter writer =
                LabelFiles.format(format)
                        .writer()
                        .orElseThrow(
                                () ->
                                        new WorkFailed(
                                                "The format "
                                                        + format
                                                        + " can only be read; choose one of "
                                                        + String.join(
                                                                ", ", LabelFiles.writableFormats())
                                                        + "."));
        boolean soft = !options.soft().isNone() && options.soft().harden().isEmpty();
        if (soft && !writer.holdsSoft()) {
            throw new WorkFailed(
                    "The format "
                            + format
                            + " holds hard labels only; choose "
                            + String.join(" or ", softFormats())
                            + ", or say from which reward on a step counts as correct.");
        }
        boolean machine = options.soft().kind() != SoftSource.Kind.CONSENSUS;
        if (soft && machine && !options.balance().isNone()) {
            throw new WorkFailed(
                    "A machine's rewards have no classes to balance; say from which reward on a"
                            + " step counts as correct, or leave the balance out.");
        }
        if (options.kit() && !TrainingKit.isFor(format)) {
            throw new WorkFailed(
                    "There is no training kit for the format "
                            + format
                            + "; there is one for trl.");
        }
        return options.container() == Container.PARQUET
                ? ParquetWriter.of(format, writer, ExportPlan.columns(options).keySet())
                : writer;
    }

    /**
     * @return names of the formats that can hold rewards between wrong and correct
     */
    public static List<String> softFormats() {
        return LabelFiles.writableFormats().stream()
                .filter(f -> LabelFiles.format(f).writer().orElseThrow().holdsSoft())
                .toList();
    }

    private RubricVersion rubric(String key) {
        if (key.isEmpty()) {
            return null;
        }
        if (key.contains("@")) {
            return workspace
                    .rubrics()
                    .version(key)
                    .orElseThrow(
                            () ->
                                    new WorkFailed(
                                            "There is no published rubric version " + key + "."));
        }
        List<RubricVersion> versions = workspace.rubrics().versions(key);
        if (versions.isEmpty()) {
            throw new WorkFailed(
                    "The rubric " + key + " has no published version; publish it first.");
        }
        return versions.get(versions.size() - 1);
    }

    /** Writes the files of all parts in one pass and returns those that hold something. */
    private static Map<Part, Path> writeParts(
            LabelWriter writer,
            ExportPlan plan,
            ExportFolder folder,
            ExportStats stats,
            Progress progress)
            throws IOException {
        Map<Part, Path> files = new EnumMap<>(Part.class);
        try (PartFiles open = new PartFiles(writer, folder, files)) {
            plan.forEach(
                    progress,
                    (part, ready) ->
                            stats.add(
                                    part,
                                    ready,
                                    open.write(part, ready.row(), plan.facts(part, ready))));
            open.whole();
        }
        for (Part part : Part.values()) {
            if (stats.parts.get(part).traces == 0 && files.containsKey(part)) {
                Files.delete(files.remove(part));
            }
        }
        return files;
    }

    private static WorkFailed nothingWritten(ExportStats stats) {
        String reason =
                stats.skipped.isEmpty()
                        ? "no trace matches the filter"
                        : String.join("; or ", stats.skipped.keySet());
        return new WorkFailed(
                "No trace could be written, because for each of them " + reason + ".");
    }

    private static ExportReport report(
            ExportStats stats, ExportPlan plan, List<Path> files, List<String> warnings) {
        ExportStats.PartStats all = stats.all();
        return new ExportReport(
                all.traces,
                all.steps,
                all.labels,
                stats.splits(),
                files,
                warnings,
                stats.effects(plan.balancing().effect().traces()));
    }

    /** The open files of the parts, opened when first needed. */
    private static final class PartFiles implements AutoCloseable {
        private final LabelWriter writer;
        private final ExportFolder folder;
        private final Map<Part, Path> files;
        private final Map<Part, LabelWriter.Rows> open = new EnumMap<>(Part.class);
        private boolean whole;

        PartFiles(LabelWriter writer, ExportFolder folder, Map<Part, Path> files) {
            this.writer = writer;
            this.folder = folder;
            this.files = files;
        }

        LabelWriter.Written write(Part part, LabelledTrace row, LabelWriter.RowFacts facts) {
            try {
                LabelWriter.Rows rows = open.get(part);
                if (rows == null) {
                    Path file = folder.file(Names.of(part) + "." + writer.extension());
                    rows = open(file);
                    open.put(part, rows);
                    files.put(part, file);
                }
                return rows.write(row, facts);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private LabelWriter.Rows open(Path file) throws IOException {
            OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
            try {
                return writer.open(out);
            } catch (IOException | RuntimeException e) {
                out.close();
                throw e;
            }
        }

        /** All rows are in; else what is there is thrown away. */
        void whole() {
            whole = true;
        }

        /** Closes every file, whatever becomes of the others. */
        @Override
        public void close() throws IOException {
            IOException failed = null;
            for (LabelWriter.Rows rows : open.values()) {
                try {
                    if (whole && failed == null) {
                        rows.close();
                    } else {
                        rows.abandon();
                    }
                } catch (IOException e) {
                    if (failed == null) {
                        failed = e;
                    } else {
                        failed.addSuppressed(e);
                    }
                }
            }
            if (failed != null) {
                throw failed;
            }
        }
    }
}
