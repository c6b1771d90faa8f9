package org.stepwright.storage.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.stepwright.storage.format.csv.CsvTable;
import org.stepwright.storage.format.mapping.ColumnMapping;
import org.stepwright.work.Progress;

/**
 * Reads JSON lines, a list of JSON objects, CSV or Parquet as a mapping says. It is never told by
 * looking at a file.
 */
public final class MappedFormat implements RowsFormat {
    private static final int HEAD = 4096;

    private final ColumnMapping mapping;
    private final String name;
    private final String source;

    /**
     * @param mapping which column says what
     */
    public MappedFormat(ColumnMapping mapping) {
        this(mapping, "mapping:" + mapping.name(), mapping.name());
    }

    private MappedFormat(ColumnMapping mapping, String name, String source) {
        this.mapping = Objects.requireNonNull(mapping, "mapping");
        this.name = name;
        this.source = source;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return mapping.name();
    }

    @Override
    public boolean sniff(String head, String fileName) {
        return false;
    }

    @Override
    public boolean takesColumns(Set<String> columns) {
        return false;
    }

    @Override
    public void read(InputStream in, String sourceName, RowSink sink, Progress progress)
            throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in, HEAD * 2);
        if (isJson(bytes)) {
            readRows(rows -> JsonRows.read(bytes, false, rows), sourceName, sink, progress);
        } else {
            readCsv(bytes, mapping, source, sink, progress);
        }
    }

    @Override
    public void readRows(Rows rows, String sourceName, RowSink sink, Progress progress)
            throws IOException {
        MappedRows traces = new MappedRows(mapping, source, sink, progress);
        try {
            rows.read(traces);
            traces.end();
        } catch (JsonFormat.TooManyRejects e) {
            // The last reject said so.
        }
    }

    /** Reads a table of text. */
    static void readCsv(
            InputStream in, ColumnMapping mapping, String source, RowSink sink, Progress progress)
            throws IOException {
        MappedRows traces = new MappedRows(mapping, source, sink, progress);
        try {
            new CsvTable(mapping.separator(), JsonRows.ROW_LIMIT).read(in, cells(traces));
            traces.end();
        } catch (JsonFormat.TooManyRejects e) {
            // The last reject said so.
        }
    }

    private static CsvTable.Taker cells(MappedRows traces) {
        return new CsvTable.Taker() {
            @Override
            public void row(long line, List<String> names, List<String> cells) {
                traces.add(line, MappedRows.object(names, cells));
            }

            @Override
            public void broken(long line, String reason) {
                traces.broken(line, reason);
            }
        };
    }

    /** Whether the first letter that is no space opens an object or a list. */
    static boolean isJson(BufferedInputStream in) throws IOException {
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        for (byte b : head) {
            boolean bom = (b & 0xFF) == 0xEF || (b & 0xFF) == 0xBB || (b & 0xFF) == 0xBF;
            if (!bom && !JsonRows.isSpace(b)) {
                return b == '{' || b == '[';
            }
        }
        return false;
    }
}
