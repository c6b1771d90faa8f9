package org.stepwright.storage.format.span;

import java.io.IOException;
import java.io.InputStream;

/** Gives one line of a stream at a time as a stream of its own, however long it is. */
final class LineStream extends InputStream {
    /** Bytes after which nobody waits for the end of a line that is being skipped. */
    private static final long ENDLESS = 2L << 30;

    private final InputStream in;
    private final byte[] chunk = new byte[64 << 10];
    private int at;
    private int end;
    private boolean lineEnded;

    LineStream(InputStream in) {
        this.in = in;
    }

    /**
     * @return whether there is a line; it is read from here on
     */
    boolean next() throws IOException {
        lineEnded = false;
        return fill();
    }

    /**
     * @return whether the end of the line was found
     */
    boolean skipRest() throws IOException {
        long skipped = 0;
        while (!lineEnded && fill()) {
            int from = at;
            while (at < end && chunk[at] != '\n') {
                at++;
            }
            skipped += at - from;
            if (at < end) {
                at++;
                lineEnded = true;
            } else if (skipped > ENDLESS) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (lineEnded || !fill()) {
            return -1;
        }
        int to = Math.min(end, at + length);
        int stop = at;
        while (stop < to && chunk[stop] != '\n') {
            stop++;
        }
        int n = stop - at;
        System.arraycopy(chunk, at, bytes, offset, n);
        at = stop;
        if (stop < to) {
            at++;
            lineEnded = true;
            return n == 0 ? -1 : n;
        }
        return n;
    }

    private boolean fill() throws IOException {
        if (at < end) {
            return true;
        }
        int n = in.read(chunk);
        at = 0;
        end = Math.max(0, n);
        return n > 0;
    }
}
