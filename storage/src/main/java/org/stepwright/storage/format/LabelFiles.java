package org.stepwright.storage.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.stepwright.label.LabelledTrace;
import org.stepwright.storage.format.parquet.ParquetRows;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** All formats behind one door. */
public final class LabelFiles {
    /** The format name that asks to look at the file and tell. */
    public static final String AUTO = "auto";

    /** The format name of a report on a file whose format could not be told. */
    public static final String UNKNOWN = "unknown";

    private static final int SNIFFED = 64 << 10;
    private static final int SNIFFED_PLACES = 3;

    // The most particular first: the generic form takes what the others leave.
    private static final List<LabelFormat> FORMATS =
            List.of(
                    new PrmBenchFormat(),
                    new MrBenFormat(),
                    new Prm800kFormat(),
                    new TrlFormat(),
                    new BigBenchMistakeFormat(),
                    new OpenRlhfFormat(),
                    new MathShepherdFormat(),
                    new OpenRFormat(),
                    new MathApsFormat(),
                    new VersaPrmFormat(),
                    new WhoAndWhenFormat(),
                    new QwenEvalFormat(),
                    new RlhFlowFormat(),
                    new OtelFormat(),
                    new LangfuseFormat(),
                    new LangsmithFormat(),
                    new LabelStudioFormat(),
                    new ArgillaFormat(),
                    new ChatFormat(),
                    new ProcessBenchFormat(),
                    new GsmFormat(),
                    new GenericFormat(),
                    new CsvFormat());

    private LabelFiles() {}

    /**
     * @return the names of all formats that can be read
     */
    public static List<String> formats() {
        return FORMATS.stream().map(LabelFormat::name).sorted().toList();
    }

    /**
     * @return the names of all formats that can be written
     */
    public static List<String> writableFormats() {
        return FORMATS.stream()
                .filter(f -> f.writer().isPresent())
                .map(LabelFormat::name)
                .sorted()
                .toList();
    }

    /**
     * @param name a name from {@link #formats()}
     * @return the format
     * @throws WorkFailed when there is no such format
     */
    public static LabelFormat format(String name) {
        return FORMATS.stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new WorkFailed(
                                        "There is no format named \""
                                                + name
                                                + "\"; choose one of "
                                                + String.join(", ", formats())
                                                + "."));
    }

    /**
     * Reads one file as a stream.
     *
     * @param file the file
     * @param format a name from {@link #formats()}, or {@link #AUTO}; a file whose format cannot be
     *     told is one reject
     * @param sink takes the rows, in this thread
     * @param progress told bytes read and bytes in all; asked between rows whether to stop
     * @return how many rows went in, and the rejects (also given to the sink)
     * @throws WorkFailed when the format is not known or the file cannot be read
     * @throws org.stepwright.work.Cancelled when the user asked to stop
     */
    public static ReadReport read(Path file, String format, RowSink sink, Progress progress) {
        return read(file, tell(file, format), sink, progress);
    }

    /** Reads as a format that was told; where none could be, says so. */
    static ReadReport read(Path file, Optional<LabelFormat> told, RowSink sink, Progress progress) {
        if (told.isPresent()) {
            return read(file, told.get(), sink, progress);
        }
        Collecting collecting = new Collecting(file, sink);
        collecting.reject(1, noFormat(file));
        return collecting.report(UNKNOWN);
    }

    /**
     * Reads one file as a stream, as JSON, as CSV, or as the rows of a Parquet file.
     *
     * @param file the file
     * @param format how to read it
     * @param sink takes the rows, in this thread
     * @param progress as above; a Parquet file tells rows instead of bytes
     * @return as above
     * @throws WorkFailed when the file cannot be read
     * @throws org.stepwright.work.Cancelled when the user asked to stop
     */
    public static ReadReport read(Path file, LabelFormat format, RowSink sink, Progress progress) {
        Collecting collecting = new Collecting(file, sink);
        String title = "Reading " + name(file);
        try {
            if (ParquetRows.isParquet(file)) {
                readParquet(file, format, title, collecting, progress);
            } else {
                long size = sizeOf(file);
                try (InputStream raw = Files.newInputStream(file);
                        InputStream in = new ProgressStream(raw, size, title, progress)) {
                    format.read(in, name(file), collecting, progress);
                }
            }
        } catch (IOException e) {
            throw cannotRead(file, e);
        }
        return collecting.report(format.name());
    }

    private static void readParquet(
            Path file, LabelFormat format, String title, Collecting sink, Progress progress)
            throws IOException {
        if (format instanceof RowsFormat rows) {
            ParquetFile source = new ParquetFile(file, title, progress);
            rows.readRows(source, name(file), sink, progress);
        } else {
            sink.reject(1, "a Parquet file cannot hold the format " + format.name());
        }
    }

    /**
     * @param file the file
     * @param format a name from {@link #formats()}, or {@link #AUTO} to look at the file
     * @return the format; empty when it cannot be told from the file
     * @throws WorkFailed when the format is not known or the file cannot be read
     */
    public static Optional<LabelFormat> tell(Path file, String format) {
        if (!format.equals(AUTO)) {
            return Optional.of(format(format));
        }
        requireReadableTwice(file);
        if (isParquet(file)) {
            return tellParquet(file);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Optional<LabelFormat> told = Optional.empty();
            for (int place = 0; place < SNIFFED_PLACES && told.isEmpty(); place++) {
                String head = new String(in.readNBytes(SNIFFED), StandardCharsets.UTF_8);
                told = FORMATS.stream().filter(f -> f.sniff(head, name(file))).findFirst();
                if (head.indexOf('\n') >= 0) {
                    break;
                }
                // All of it is one endless row: the next one may tell.
                skipLine(in);
            }
            return told;
        } catch (IOException e) {
            throw cannotRead(file, e);
        }
    }

    /**
     * @param file any file
     * @return whether it is a Parquet file
     * @throws WorkFailed when it cannot be read
     */
    public static boolean isParquet(Path file) {
        try {
            return ParquetRows.isParquet(file);
        } catch (IOException e) {
            throw cannotRead(file, e);
        }
    }

    private static Optional<LabelFormat> tellParquet(Path file) {
        try {
            Set<String> columns = new TreeSet<>(new ParquetRows(file, 0).columns());
            return FORMATS.stream()
                    .filter(f -> f instanceof RowsFormat rows && rows.takesColumns(columns))
                    .findFirst();
        } catch (IOException e) {
            throw cannotRead(file, e);
        }
    }

    /** Looking at a pipe would take its first rows away from the reading. */
    private static void requireReadableTwice(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            throw new WorkFailed(
                    "The file "
                            + file
                            + " is a pipe or a device, which can be read only once; name its format"
                            + " instead of auto.");
        }
    }

    private static void skipLine(InputStream in) throws IOException {
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            // not looked at
        }
    }

    private static String noFormat(Path file) {
        if (sizeOf(file) == 0) {
            return "the file is empty";
        }
        String named = "; name one of " + String.join(", ", formats()) + ", or a mapping";
        return isParquet(file)
                ? unknownColumns(file, named)
                : "the format cannot be told from the file" + named;
    }

    private static String unknownColumns(Path file, String named) {
        try {
            ParquetRows rows = new ParquetRows(file, 0);
            Optional<String> trouble = rows.trouble();
            if (trouble.isPresent()) {
                return trouble.get();
            }
            String columns = String.join(", ", rows.columns());
            String shown = columns.length() > 300 ? columns.substring(0, 300) + "…" : columns;
            return "the columns of the file (" + shown + ") are those of no format" + named;
        } catch (IOException e) {
            throw cannotRead(file, e);
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw cannotRead(file, e);
        }
    }

    private static WorkFailed cannotRead(Path file, IOException cause) {
        String why =
                Files.isDirectory(file)
                        ? "is a folder; name the files in it"
                        : Files.exists(file)
                                ? "cannot be read; check its permissions and the disk"
                                : "is not there; check the path";
        return new WorkFailed("The file " + file + " " + why + ".", cause);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Passes rows on and keeps the rejects for the report. */
    private static final class Collecting implements RowSink {
        private final Path file;
        private final RowSink sink;
        private final List<Reject> rejects = new ArrayList<>();
        private long rows;

        Collecting(Path file, RowSink sink) {
            this.file = file;
            this.sink = sink;
        }

        @Override
        public void accept(long line, LabelledTrace row) {
            rows++;
            sink.accept(line, row);
        }

        @Override
        public void reject(long line, String reason) {
            rejects.add(new Reject(file, line, reason));
            sink.reject(line, reason);
        }

        ReadReport report(String format) {
            return new ReadReport(format, rows, rejects);
        }
    }
}
