package org.stepwright.storage.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.stepwright.work.Progress;

/** Tells how many bytes were read and hears that reading should stop, also inside a long row. */
final class ProgressStream extends FilterInputStream {
    private static final long EVERY = 256 << 10;

    private final long size;
    private final String message;
    private final Progress progress;
    private long read;
    private long told = -EVERY;

    ProgressStream(InputStream in, long size, String message, Progress progress) {
        super(in);
        this.size = size;
        this.message = message;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = in.read(bytes, offset, length);
        count(Math.max(0, n));
        return n;
    }

    private void count(int n) {
        read += n;
        if (read - told >= EVERY || read == size && told < size) {
            told = read;
            progress.checkCancelled();
            progress.report(read, size, message);
        }
    }
}
