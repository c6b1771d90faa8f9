package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.stepwright.label.LabelledTrace;
import org.stepwright.storage.format.parquet.ParquetTable;
import org.stepwright.work.WorkFailed;

/** Writes the rows of another format into Parquet files instead of JSON. */
public final class ParquetWriter implements LabelWriter {
    private final JsonWriter rows;

    /** Columns of text that rows have besides the format's. */
    private final Set<String> more;

    private ParquetWriter(JsonWriter rows, Set<String> more) {
        this.rows = rows;
        this.more = more;
    }

    /**
     * @param format a format's name, for the sentence
     * @param writer how that format is written
     * @return how it is written as Parquet
     * @throws WorkFailed when its rows promise no columns
     */
    public static LabelWriter of(String format, LabelWriter writer) {
        return of(format, writer, Set.of());
    }

    /**
     * As {@link #of(String, LabelWriter)}, for rows that say more of their export.
     *
     * @param format as above
     * @param writer as above
     * @param more the names of {@link RowFacts#more}
     * @return as above
     * @throws WorkFailed as above
     */
    public static LabelWriter of(String format, LabelWriter writer, Set<String> more) {
        if (canHold(writer)) {
            return new ParquetWriter((JsonWriter) writer, new TreeSet<>(more));
        }
        throw new WorkFailed(
                "The rows of "
                        + format
                        + " differ too much for the columns of a Parquet file; export JSON lines,"
                        + " or one of "
                        + String.join(", ", formats())
                        + ".");
    }

    /**
     * @return the names of the formats that can be written as Parquet
     */
    public static List<String> formats() {
        return LabelFiles.writableFormats().stream()
                .filter(f -> canHold(LabelFiles.format(f).writer().orElseThrow()))
                .toList();
    }

    private static boolean canHold(LabelWriter writer) {
        return writer instanceof JsonWriter && ParquetTable.canHold(writer.features());
    }

    @Override
    public String extension() {
        return "parquet";
    }

    @Override
    public List<String> losses() {
        return rows.losses();
    }

    @Override
    public Map<String, String> features() {
        return rows.features();
    }

    @Override
    public boolean holdsSoft() {
        return rows.holdsSoft();
    }

    @Override
    public String skipped(LabelledTrace row, RowFacts facts) {
        return rows.skipped(row, facts);
    }

    @Override
    public Rows open(OutputStream out) throws IOException {
        return new Table(out);
    }

    private final class Table implements Rows {
        private final OutputStream out;
        private final ParquetTable table;

        Table(OutputStream out) throws IOException {
            this.out = out;
            Map<String, String> columns = new LinkedHashMap<>(rows.features());
            more.forEach(name -> columns.put(name, "string"));
            this.table = new ParquetTable(columns);
        }

        @Override
        public Written write(LabelledTrace row, RowFacts facts) throws IOException {
            JsonWriter.Encoded encoded = rows.encode(row, facts);
            for (JsonNode node : encoded.rows()) {
                table.add((ObjectNode) node);
            }
            return encoded.written();
        }

        @Override
        public void close() throws IOException {
            try (out;
                    table) {
                table.writeTo(out);
            }
        }

        @Override
        public void abandon() throws IOException {
            try (out) {
                table.close();
            }
        }
    }
}
