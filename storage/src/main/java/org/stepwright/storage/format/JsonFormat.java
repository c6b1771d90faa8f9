package org.stepwright.storage.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.stepwright.label.LabelledTrace;
import org.stepwright.work.Progress;

/** What all formats made of JSON objects share: cutting, parsing, ids, and rejecting. */
abstract class JsonFormat implements RowsFormat {
    /** Rejects after which a file is taken for noise. */
    static final int REJECT_LIMIT = 100_000;

    /** One file being read. */
    record Source(String name, RowIds ids) {}

    /**
     * Reads one row.
     *
     * @throws BadRow when it cannot go in
     */
    abstract LabelledTrace parse(JsonRow row, Source source);

    /**
     * Reads one row that may hold several traces; all of them go in or none.
     *
     * @throws BadRow when it cannot go in
     */
    List<LabelledTrace> parseAll(JsonRow row, Source source) {
        return List.of(parse(row, source));
    }

    /** Whether rows may stand in lists under the keys of one object. */
    boolean mayBeKeyed() {
        return false;
    }

    /**
     * @param keys the names at the top of the first whole or partial row
     */
    abstract boolean looksLike(Set<String> keys);

    @Override
    public final boolean takesColumns(Set<String> columns) {
        return looksLike(columns);
    }

    @Override
    public final boolean sniff(String head, String fileName) {
        return FirstRow.looksLike(head, mayBeKeyed(), this::looksLike);
    }

    @Override
    public final void read(InputStream in, String sourceName, RowSink sink, Progress progress)
            throws IOException {
        readRows(taker -> JsonRows.read(in, mayBeKeyed(), taker), sourceName, sink, progress);
    }

    @Override
    public final void readRows(
            RowsFormat.Rows rows, String sourceName, RowSink sink, Progress progress)
            throws IOException {
        Source source = new Source(sourceName, new RowIds());
        try {
            rows.read(new Parsing(source, sink, progress));
        } catch (TooManyRejects e) {
            // The last reject said so.
        }
    }

    /** Parses what was cut; stops a file that is nothing but rejects before they fill memory. */
    private final class Parsing implements JsonRows.Sink {
        private final Source source;
        private final RowSink sink;
        private final Progress progress;
        private int rejects;

        Parsing(Source source, RowSink sink, Progress progress) {
            this.source = source;
            this.sink = sink;
            this.progress = progress;
        }

        @Override
        public void row(long line, String key, byte[] bytes, int length) {
            progress.checkCancelled();
            List<LabelledTrace> traces;
            try {
                traces = parseAll(new JsonRow(key, Json.parse(bytes, length)), source);
                traces.forEach(t -> source.ids().claim(t.trace().id(), line));
            } catch (BadRow | IllegalArgumentException e) {
                broken(line, e.getMessage());
                return;
            }
            traces.forEach(t -> sink.accept(line, t));
        }

        @Override
        public void broken(long line, String reason) {
            progress.checkCancelled();
            if (rejects++ < REJECT_LIMIT) {
                sink.reject(line, reason);
                return;
            }
            sink.reject(line, "more than " + REJECT_LIMIT + " rows are bad; reading stopped here");
            throw new TooManyRejects();
        }
    }

    /** Ends the reading of a file that is noise. */
    static final class TooManyRejects extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyRejects() {
            super("too many rejects", null, false, false);
        }
    }
}
