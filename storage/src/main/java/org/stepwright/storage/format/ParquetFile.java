package org.stepwright.storage.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.stepwright.storage.format.parquet.ParquetRows;
import org.stepwright.work.Progress;

/** The rows of a Parquet file for formats made of JSON objects. */
final class ParquetFile implements RowsFormat.Rows {
    private final ParquetRows rows;
    private final String title;
    private final Progress progress;

    ParquetFile(Path file, String title, Progress progress) {
        this.rows = new ParquetRows(file, JsonRows.ROW_LIMIT);
        this.title = title;
        this.progress = progress;
    }

    @Override
    public void read(JsonRows.Sink sink) throws IOException {
        rows.read(
                new ParquetRows.Taker() {
                    @Override
                    public void row(long row, String json) {
                        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
                        sink.row(row, null, bytes, bytes.length);
                    }

                    @Override
                    public void broken(long row, String reason) {
                        sink.broken(row, reason);
                    }
                },
                title,
                progress);
    }
}
