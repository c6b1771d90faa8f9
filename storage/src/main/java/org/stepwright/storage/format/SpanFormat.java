package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Set;
import org.stepwright.label.LabelledTrace;
import org.stepwright.storage.format.span.Found;
import org.stepwright.storage.format.span.RecordReader;
import org.stepwright.storage.format.span.RecordSpool;
import org.stepwright.storage.format.span.SpanTrace;
import org.stepwright.storage.format.span.TraceRecords;
import org.stepwright.work.Progress;

/**
 * What all formats of tracing tools share. The spans of a trace may stand anywhere in a file, so
 * they wait in a temporary file; the traces come at the end, in the order of their first spans.
 */
abstract class SpanFormat implements LabelFormat {
    private static final int REJECT_LIMIT = 100_000;
    private static final int SAME_START = 8;

    private final TraceRecords records;

    SpanFormat(TraceRecords records) {
        this.records = records;
    }

    /**
     * @param keys the names at the top of the first whole or partial row
     */
    abstract boolean looksLike(Set<String> keys);

    /** A trace with what was said of it. */
    LabelledTrace labelled(SpanTrace trace) {
        return new SpanScores(trace, name()).labelled();
    }

    @Override
    public final boolean sniff(String head, String fileName) {
        return FirstRow.looksLike(head, false, this::looksLike);
    }

    @Override
    public final void read(InputStream in, String sourceName, RowSink sink, Progress progress)
            throws IOException {
        try (RecordSpool spool = new RecordSpool(Json.MAPPER)) {
            Pass pass = new Pass(spool, sink, progress);
            JsonRows.Opened opened = JsonRows.open(in, false, pass);
            if (opened != null) {
                new RecordReader(Json.MAPPER.getFactory(), records.lists(), JsonRows.ROW_LIMIT)
                        .read(opened.all(), isLines(opened), pass);
                spool.forEach(pass);
            }
        } catch (JsonFormat.TooManyRejects e) {
            // The last reject said so.
        }
    }

    /** Whether each line stands for itself; a line that only opens a value does not. */
    private static boolean isLines(JsonRows.Opened opened) {
        String head = opened.head().stripLeading();
        int end = head.indexOf('\n');
        if (opened.layout() != JsonRows.Layout.LINES || end < 0) {
            return opened.layout() == JsonRows.Layout.LINES;
        }
        String first = head.substring(0, end).stripTrailing();
        String next = head.substring(end).stripLeading();
        return !first.startsWith("{")
                || first.endsWith("}")
                || next.regionMatches(0, first, 0, Math.min(SAME_START, first.length()));
    }

    /** One file being read: first its records, then its traces. */
    private final class Pass implements RecordReader.Sink, JsonRows.Sink, RecordSpool.Traces {
        private final RecordSpool spool;
        private final RowSink sink;
        private final Progress progress;
        private final RowIds ids = new RowIds();
        private int rejects;

        Pass(RecordSpool spool, RowSink sink, Progress progress) {
            this.spool = spool;
            this.sink = sink;
            this.progress = progress;
        }

        @Override
        public void record(Found found) {
            progress.checkCancelled();
            try {
                records.keep(found, spool);
            } catch (IllegalArgumentException e) {
                broken(found.line(), e.getMessage());
            }
        }

        @Override
        public void trace(String key, long line, Iterator<JsonNode> kept) {
            progress.checkCancelled();
            LabelledTrace row;
            try {
                row = labelled(records.build(key, kept));
                ids.claim(row.trace().id(), line);
            } catch (BadRow | IllegalArgumentException e) {
                broken(line, e.getMessage());
                return;
            }
            sink.accept(line, row);
        }

        @Override
        public void row(long line, String key, byte[] bytes, int length) {
            throw new IllegalStateException("Only the start of the file is looked at here.");
        }

        @Override
        public void broken(long line, String reason) {
            progress.checkCancelled();
            if (rejects++ < REJECT_LIMIT) {
                sink.reject(line, reason);
                return;
            }
            sink.reject(line, "more than " + REJECT_LIMIT + " rows are bad; reading stopped here");
            throw new JsonFormat.TooManyRejects();
        }
    }
}
