package org.stepwright.storage.format;

import java.io.IOException;
import java.io.InputStream;

/** Cuts a row a line. */
final class LineCutter {
    private final JsonRows.Sink sink;
    private final RowBuffer row = new RowBuffer();
    private long line = 1;

    LineCutter(JsonRows.Sink sink) {
        this.sink = sink;
    }

    void read(InputStream in) throws IOException {
        try {
            cut(in);
        } catch (RowBuffer.EndlessRow e) {
            sink.broken(line, JsonRows.ENDLESS);
        }
    }

    private void cut(InputStream in) throws IOException {
        byte[] chunk = new byte[64 << 10];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            int start = 0;
            for (int i = 0; i < n; i++) {
                if (chunk[i] == '\n') {
                    row.add(chunk, start, i);
                    endLine();
                    start = i + 1;
                }
            }
            row.add(chunk, start, n);
        }
        endLine();
    }

    private void endLine() {
        if (!row.isBlank()) {
            row.emit(line, null, sink);
        }
        row.clear();
        line++;
    }
}
