package org.stepwright.storage.format;

import java.util.Arrays;

/** The bytes of the row being cut; grows up to the limit and only counts behind it. */
final class RowBuffer {
    /** Bytes after which nobody waits for a row's end any more, as a device such as /dev/zero. */
    static final long ENDLESS = 2L << 30;

    private byte[] bytes = new byte[16 << 10];
    private long length;

    void clear() {
        length = 0;
        if (bytes.length > 1 << 20) {
            bytes = new byte[16 << 10];
        }
    }

    void add(byte b) {
        if (length < JsonRows.ROW_LIMIT) {
            ensure(length + 1);
            bytes[(int) length] = b;
        }
        grow(1);
    }

    void add(byte[] from, int start, int end) {
        if (length + end - start <= JsonRows.ROW_LIMIT) {
            ensure(length + end - start);
            System.arraycopy(from, start, bytes, (int) length, end - start);
        }
        grow(end - start);
    }

    private void grow(int n) {
        length += n;
        if (length > ENDLESS) {
            throw new EndlessRow();
        }
    }

    /** Gives the row to the sink, or says that it is too long. */
    void emit(long line, String key, JsonRows.Sink sink) {
        if (length > JsonRows.ROW_LIMIT) {
            sink.broken(line, "the row is longer than 8 MiB");
        } else {
            sink.row(line, key, bytes, (int) length);
        }
    }

    boolean isBlank() {
        long known = Math.min(length, bytes.length);
        for (int i = 0; i < known; i++) {
            if (!JsonRows.isSpace(bytes[i])) {
                return false;
            }
        }
        return length <= JsonRows.ROW_LIMIT;
    }

    private void ensure(long wanted) {
        if (wanted > bytes.length) {
            int grown = (int) Math.min(JsonRows.ROW_LIMIT, Math.max(wanted, bytes.length * 2L));
            bytes = Arrays.copyOf(bytes, grown);
        }
    }

    /** Ends the reading of a file whose row has no end. */
    static final class EndlessRow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EndlessRow() {
            super("endless row", null, false, false);
        }
    }
}
