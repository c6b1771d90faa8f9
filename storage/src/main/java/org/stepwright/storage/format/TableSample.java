package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.storage.format.csv.CsvTable;
import org.stepwright.storage.format.mapping.ColumnMapping;
import org.stepwright.storage.format.mapping.SampleColumn;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * The first rows of a file whose format nobody knows, to choose its columns by.
 *
 * @param kind what the file is
 * @param rows the first rows, each an object with the columns' names
 * @param troubles what could not be read of them, as clauses
 */
public record TableSample(Kind kind, List<JsonNode> rows, List<String> troubles) {
    private static final int BUFFER = 16 << 10;

    /** What a file is. */
    public enum Kind {
        /** JSON lines, or a list of objects. */
        JSON,
        /** Cells with separators. */
        CSV,
        /** Parquet. */
        PARQUET
    }

    /** Copies. */
    public TableSample {
        rows = List.copyOf(rows);
        troubles = List.copyOf(troubles);
    }

    /**
     * Reads the first rows.
     *
     * @param file the file
     * @param separator what stands between the cells of a CSV file; {@link ColumnMapping#AUTO} to
     *     tell
     * @param wanted how many rows at most, at least 1
     * @return the rows
     * @throws WorkFailed when the file cannot be read
     */
    public static TableSample of(Path file, char separator, int wanted) {
        First first = new First(wanted);
        Kind kind = Kind.PARQUET;
        try {
            if (LabelFiles.isParquet(file)) {
                new ParquetFile(file, "", Progress.NONE).read(first);
            } else {
                try (InputStream raw = Files.newInputStream(file);
                        BufferedInputStream in = new BufferedInputStream(raw, BUFFER)) {
                    boolean json = MappedFormat.isJson(in);
                    kind = json ? Kind.JSON : Kind.CSV;
                    if (json) {
                        JsonRows.read(in, false, first);
                    } else {
                        new CsvTable(separator, JsonRows.ROW_LIMIT).read(in, first);
                    }
                }
            }
        } catch (Enough e) {
            // The first rows are in.
        } catch (IOException e) {
            throw new WorkFailed(
                    "The file " + file + " cannot be read; check its permissions and the disk.", e);
        }
        return new TableSample(kind, first.rows, first.troubles);
    }

    /**
     * @return the columns that the rows show
     */
    public List<SampleColumn> columns() {
        return SampleColumn.of(rows);
    }

    /** Takes the first rows, then ends the reading. */
    private static final class First implements JsonRows.Sink, CsvTable.Taker {
        private final int wanted;
        private final List<JsonNode> rows = new ArrayList<>();
        private final List<String> troubles = new ArrayList<>();

        First(int wanted) {
            this.wanted = wanted;
        }

        @Override
        public void row(long line, String key, byte[] bytes, int length) {
            try {
                rows.add(new JsonRow(null, Json.parse(bytes, length)).node());
                stopWhenEnough();
            } catch (BadRow e) {
                broken(line, e.getMessage());
            }
        }

        @Override
        public void row(long line, List<String> names, List<String> cells) {
            rows.add(MappedRows.object(names, cells));
            stopWhenEnough();
        }

        @Override
        public void broken(long line, String reason) {
            troubles.add(line + ": " + reason);
            stopWhenEnough();
        }

        private void stopWhenEnough() {
            if (rows.size() >= wanted || troubles.size() >= wanted) {
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
