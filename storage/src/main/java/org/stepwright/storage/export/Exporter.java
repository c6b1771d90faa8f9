package org.stepwright.storage.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stepwright.label.LabelledTrace;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.LabelFiles;
import org.stepwright.storage.format.LabelWriter;
import org.stepwright.storage.format.Names;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.trace.GroupedSplit;
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
        LabelWriter writer = writer(options.format());
        RubricVersion rubric = rubric(options.rubric());
        try (ExportFolder folder = new ExportFolder(options.out())) {
            ExportStats stats = new ExportStats();
            Map<String, Part> parts = parts(options, writer, stats, progress);
            Map<Part, Path> written = writeParts(options, writer, parts, folder, stats, progress);
            if (written.isEmpty()) {
                throw nothingWritten(stats);
            }
            List<String> warnings = warnings(stats, rubric);
            DatasetCard card = new DatasetCard(options, writer, rubric, stats, warnings);
            folder.write("README.md", card.text(written));
            if (rubric != null) {
                folder.write("rubric.yaml", new RubricYaml().write(rubric.rubric()));
            }
            progress.checkCancelled();
            return report(stats, folder.commit(), warnings);
        } catch (IOException | UncheckedIOException e) {
            throw new WorkFailed(
                    "The folder "
                            + options.out()
                            + " cannot be written; check its permissions and the space left on the"
                            + " disk.",
                    e);
        }
    }

    private static LabelWriter writer(String format) {
        return LabelFiles.format(format)
                .writer()
                .orElseThrow(
                        () ->
                                new WorkFailed(
                                        "The format "
                                                + format
                                                + " can only be read; choose one of "
                                                + String.join(", ", LabelFiles.writableFormats())
                                                + "."));
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

    /**
     * The part of every trace that can be written, by the trace's id. The others are left out
     * first: a part of them alone would be empty.
     */
    private Map<String, Part> parts(
            ExportOptions options, LabelWriter writer, ExportStats stats, Progress progress) {
        LabelWriter.RowFacts facts = new LabelWriter.RowFacts("", options.neutral());
        List<String> ids = new ArrayList<>();
        List<List<String>> problems = new ArrayList<>();
        workspace
                .traces()
                .forEach(
                        options.where(),
                        row -> {
                            progress.checkCancelled();
                            String reason = writer.skipped(row, facts);
                            if (!reason.isEmpty()) {
                                stats.skip(reason);
                                return;
                            }
                            ids.add(row.trace().id());
                            problems.add(row.trace().problems());
                        });
        if (ids.isEmpty() && stats.skipped.isEmpty()) {
            throw new WorkFailed("No trace matches the filter; there is nothing to export.");
        }
        List<Part> split = GroupedSplit.ofRows(problems, options.split(), options.seed());
        Map<String, Part> parts = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            parts.put(ids.get(i), split.get(i));
        }
        return parts;
    }

    /** Writes the files of all parts in one pass and returns those that hold something. */
    private Map<Part, Path> writeParts(
            ExportOptions options,
            LabelWriter writer,
            Map<String, Part> parts,
            ExportFolder folder,
            ExportStats stats,
            Progress progress)
            throws IOException {
        Map<Part, Path> files = new EnumMap<>(Part.class);
        try (PartFiles open = new PartFiles(writer, folder, files)) {
            long[] done = {0};
            workspace
                    .traces()
                    .forEach(
                            options.where(),
                            row -> {
                                progress.checkCancelled();
                                Part part = parts.get(row.trace().id());
                                if (part != null) {
                                    LabelWriter.RowFacts facts =
                                            new LabelWriter.RowFacts(
                                                    Names.of(part), options.neutral());
                                    stats.add(part, row, open.write(part, row, facts));
                                    progress.report(++done[0], parts.size(), "Writing traces");
                                }
                            });
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

    private static List<String> warnings(ExportStats stats, RubricVersion rubric) {
        List<String> warnings = new ArrayList<>();
        stats.skipped.forEach(
                (reason, n) -> warnings.add(traces(n) + " left out: " + reason + "."));
        stats.warned.forEach((what, n) -> warnings.add("Each of " + traces(n) + " " + what + "."));
        if (rubric != null) {
            long other =
                    stats.labelVersions.entrySet().stream()
                            .filter(e -> !e.getKey().equals(rubric.key()))
                            .mapToLong(Map.Entry::getValue)
                            .sum();
            if (other > 0) {
                warnings.add(other + " of the labels were not made under " + rubric.key() + ".");
            }
        }
        for (Part part : Part.values()) {
            if (stats.parts.get(part).traces == 0) {
                warnings.add("The part " + Names.of(part) + " is empty and has no file.");
            }
        }
        return warnings;
    }

    private static String traces(long n) {
        return n == 1 ? "1 trace" : n + " traces";
    }

    private static ExportReport report(ExportStats stats, List<Path> files, List<String> warnings) {
        Map<String, Long> splits = new LinkedHashMap<>();
        stats.parts.forEach((part, counts) -> splits.put(Names.of(part), counts.traces));
        ExportStats.PartStats all = stats.all();
        return new ExportReport(all.traces, all.steps, all.labels, splits, files, warnings);
    }

    /** The open files of the parts, opened when first needed. */
    private static final class PartFiles implements AutoCloseable {
        private final LabelWriter writer;
        private final ExportFolder folder;
        private final Map<Part, Path> files;
        private final Map<Part, LabelWriter.Rows> open = new EnumMap<>(Part.class);

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
                    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                    rows = writer.open(out);
                    open.put(part, rows);
                    files.put(part, file);
                }
                return rows.write(row, facts);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            for (LabelWriter.Rows rows : open.values()) {
                rows.close();
            }
        }
    }
}
